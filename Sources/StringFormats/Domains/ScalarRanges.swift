/// A set of code points as a sorted list of boundaries: each either starts a range or ends one.
///
/// For example, `[0x61, 0x7B]` is the set of the letters a to z.
struct ScalarRanges: Sendable {
  private let boundaries: [UInt32]

  init(_ boundaries: [UInt32]) { self.boundaries = boundaries }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = boundaries.count
    while low < high {
      let middle = (low + high) / 2
      if boundaries[middle] <= scalar.value { low = middle + 1 } else { high = middle }
    }
    return low % 2 == 1
  }
}
