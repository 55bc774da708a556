import JSONText

extension TextOutline {
  /// The place of a value in the text, or in a part of it that contains the value.
  ///
  /// Takes time in proportion to the depth.
  func pointer(of value: Int, from root: Int = 0) -> JSONPointer {
    var path: [Int] = []
    var index = value
    while index != root, index > 0 {
      path.append(index)
      index = Int(values[index].parent)
    }
    var text: [UInt8] = []
    for index in path.reversed() { Self.append(token: name(of: index), to: &text) }
    return JSONPointer(String(decoding: text, as: UTF8.self)) ?? .root
  }

  private static func append(token: [UInt8], to text: inout [UInt8]) {
    text.append(UInt8(ascii: "/"))
    for byte in token {
      switch byte {
      case UInt8(ascii: "~"): text += [byte, UInt8(ascii: "0")]
      case UInt8(ascii: "/"): text += [UInt8(ascii: "~"), UInt8(ascii: "1")]
      default: text.append(byte)
      }
    }
  }

  /// The value that a pointer leads to from another value. Returns nil if there is none.
  ///
  /// `index` finds the members of large objects, so that many pointers into one cost no more than
  /// reading it once.
  func value(at pointer: JSONPointer, from root: Int = 0, _ index: inout MemberIndex) -> Int? {
    var current = root
    for token in pointer.tokens {
      switch values[current].kind {
      case .object:
        guard let member = index.member(Array(token.utf8), of: current, in: self) else {
          return nil
        }
        current = member
      case .array:
        guard let element = element(Array(token.utf8), of: current, &index) else { return nil }
        current = element
      case .string, .number, .boolean, .null: return nil
      }
    }
    return current
  }

  private func element(_ token: [UInt8], of array: Int, _ index: inout MemberIndex) -> Int? {
    // `01` is no index.
    guard token.count == 1 || token.first != UInt8(ascii: "0") else { return nil }
    return index.member(token, of: array, in: self)
  }
}

/// The members of large objects by name, each object indexed when it is first asked about.
struct MemberIndex {
  /// How many members are looked through one by one.
  private static let scannedMembers = 16

  private var members: [Int: [[UInt8]: Int]] = [:]

  mutating func member(_ name: [UInt8], of container: Int, in outline: TextOutline) -> Int? {
    if let index = members[container] { return index[name] }
    var index: [[UInt8]: Int] = [:]
    var scanned = 0
    for child in outline.children(of: container) {
      let childName = outline.name(of: child)
      if scanned <= Self.scannedMembers, childName == name { return child }
      scanned += 1
      index[childName] = child
    }
    guard scanned > Self.scannedMembers else { return nil }
    members[container] = index
    return index[name]
  }
}
