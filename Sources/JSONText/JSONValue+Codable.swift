extension JSONValue: Codable {
  /// Decodes any value. The members of an object are sorted by name, and the spelling of a number can change.
  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Name.self) {
      let names = container.allKeys.sorted { $0.stringValue < $1.stringValue }
      self = .object(
        try names.map {
          Member(name: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0))
        })
      return
    }
    let container = try decoder.singleValueContainer()
    self =
      if container.decodeNil() { .null } else if let value = try? container.decode(Bool.self) {
        .boolean(value)
      } else if let value = try? container.decode(Int.self) {
        .number(String(value))
      } else if let value = try? container.decode(Double.self) {
        .number(String(value))
      } else if let value = try? container.decode(String.self) { .string(value) } else {
        .array(try container.decode([JSONValue].self))
      }
  }

  /// Encodes the value. A number that `Int` cannot hold becomes the nearest double.
  public func encode(to encoder: any Encoder) throws {
    if case .object(let members) = self {
      var container = encoder.container(keyedBy: Name.self)
      for member in members {
        try container.encode(member.value, forKey: Name(stringValue: member.name))
      }
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .string(let text): try container.encode(text)
    case .number(let text):
      if let integer = Int(text) {
        try container.encode(integer)
      } else {
        try container.encode(Double(text) ?? .infinity)
      }
    case .boolean(let value): try container.encode(value)
    case .array(let elements): try container.encode(elements)
    case .null, .object: try container.encodeNil()
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
