extension JSONValue {
  /// Whether two trees are equal. Strings are compared byte by byte; the equality of `String` would merge NFC and NFD.
  public static func == (one: JSONValue, other: JSONValue) -> Bool {
    switch (one, other) {
    case (.object(let one), .object(let other)): one == other
    case (.array(let one), .array(let other)): one == other
    case (.string(let one), .string(let other)), (.number(let one), .number(let other)):
      one.utf8.elementsEqual(other.utf8)
    case (.boolean(let one), .boolean(let other)): one == other
    case (.null, .null): true
    default: false
    }
  }

  /// Feeds the tree to a hasher.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .object(let members):
      hasher.combine(JSONKind.object)
      hasher.combine(members)
    case .array(let elements):
      hasher.combine(JSONKind.array)
      hasher.combine(elements)
    case .string(let text):
      hasher.combine(JSONKind.string)
      hasher.combine(utf8Of: text)
    case .number(let text):
      hasher.combine(JSONKind.number)
      hasher.combine(utf8Of: text)
    case .boolean(let value): hasher.combine(value)
    case .null: hasher.combine(JSONKind.null)
    }
  }
}

extension JSONValue.Member {
  /// Whether two members are equal. Names are compared byte by byte.
  public static func == (one: JSONValue.Member, other: JSONValue.Member) -> Bool {
    one.name.utf8.elementsEqual(other.name.utf8) && one.value == other.value
  }

  /// Feeds the member to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(utf8Of: name)
    hasher.combine(value)
  }
}

extension Hasher {
  /// Adds the bytes of a text; the hash of `String` is the same for NFC and NFD.
  mutating func combine(utf8Of text: String) {
    combine(text.utf8.count)
    for byte in text.utf8 { combine(byte) }
  }
}
