/// A partition of the Unicode scalars. Two scalars share a class if each set of a pattern contains both or neither of
/// them.
///
/// Worked example: for `[a-z]` and `[a-f0-9]`, the classes are a–f, g–z, 0–9 and everything else.
struct SymbolClasses: Sendable {
  /// The maximum number of segments between two boundaries of sets.
  private static let maximumSegments = 20_000

  /// The number of classes.
  let count: Int
  /// The class of each ASCII character.
  let ascii: [UInt16]
  /// The first code point of each segment, ascending; the first is 0.
  let starts: [UInt32]
  /// The class of each segment.
  private let classes: [UInt16]
  /// Whether each set contains each class.
  private let members: [Bool]

  /// Returns nil if the sets have too many boundaries.
  init?(_ sets: [ScalarSet]) {
    var boundaries: [(codePoint: UInt32, set: Int)] = [(0, -1)]
    for (index, set) in sets.enumerated() {
      for range in set.codePointRanges {
        boundaries.append((range.lowerBound, index))
        boundaries.append((range.upperBound + 1, index))
      }
      guard boundaries.count <= Self.maximumSegments else { return nil }
    }
    boundaries.sort { $0.codePoint < $1.codePoint }
    var starts: [UInt32] = []
    var classes: [UInt16] = []
    var known: [[UInt64]: UInt16] = [:]
    // The sets that contain the current segment, one bit each.
    var holding = [UInt64](repeating: 0, count: (sets.count + 63) / 64)
    var index = 0
    while index < boundaries.count {
      let start = boundaries[index].codePoint
      while index < boundaries.count, boundaries[index].codePoint == start {
        let set = boundaries[index].set
        if set >= 0 { holding[set >> 6] ^= 1 << UInt64(set & 63) }
        index += 1
      }
      guard start <= 0x10FFFF else { break }
      let number = known[holding] ?? UInt16(known.count)
      known[holding] = number
      starts.append(start)
      classes.append(number)
    }
    var members = [Bool](repeating: false, count: sets.count * known.count)
    for (holding, number) in known {
      for set in sets.indices where holding[set >> 6] >> UInt64(set & 63) & 1 == 1 {
        members[set * known.count + Int(number)] = true
      }
    }
    (count, self.starts, self.classes, self.members) = (known.count, starts, classes, members)
    var ascii: [UInt16] = []
    var segment = 0
    for codePoint in 0..<UInt32(128) {
      while segment + 1 < starts.count, starts[segment + 1] <= codePoint { segment += 1 }
      ascii.append(classes[segment])
    }
    self.ascii = ascii
  }

  /// The class of a scalar.
  func symbol(of codePoint: UInt32) -> Int {
    // Find the last segment that starts at or before the code point.
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= codePoint { low = middle } else { high = middle }
    }
    return Int(classes[low])
  }

  /// The class of the scalar that starts at an index or, backwards, ends there; `count` if there is none. Moves the
  /// index past the scalar.
  @unsafe func symbol(
    in subject: UnsafeRawBufferPointer, _ index: inout Int, backwards: Bool
  ) -> Int {
    guard backwards ? index > 0 : index < subject.count else { return count }
    var start = index
    if backwards {
      repeat { start -= 1 } while unsafe start > 0 && subject[start] & 0xC0 == 0x80
    }
    let byte = unsafe subject[start]
    var end = start + 1
    let symbol =
      byte < 0x80 ? Int(ascii[Int(byte)]) : unsafe self.symbol(in: subject, &end, after: byte)
    index = backwards ? start : end
    return symbol
  }

  /// The class of a scalar of more than one byte, whose first byte precedes `index`. Moves `index` past the scalar.
  @inline(__always)
  @unsafe func symbol(
    in subject: UnsafeRawBufferPointer, _ index: inout Int, after byte: UInt8
  ) -> Int {
    let length = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
    var codePoint = UInt32(byte) & (0x3F >> UInt32(length))
    for _ in 0..<length where index < subject.count {
      codePoint = unsafe codePoint << 6 | UInt32(subject[index] & 0x3F)
      index += 1
    }
    return symbol(of: codePoint)
  }

  /// Whether a set contains a class.
  func holds(_ set: Int, _ symbol: Int) -> Bool { members[set * count + symbol] }
}
