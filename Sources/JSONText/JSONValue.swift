/// A JSON value as a tree, for settings, test vectors and small messages.
///
/// Validation never builds one. Two trees are equal if they have the same members and elements in the same order, the
/// same bytes in strings and names, and the same spelling of numbers.
public indirect enum JSONValue: Hashable, Sendable {
  /// Members in the order of the document.
  case object([Member])
  /// Elements in order.
  case array([JSONValue])
  /// Text.
  case string(String)
  /// A number, as the document spells it.
  case number(String)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null

  /// A member of an object.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// The member's value.
    public let value: JSONValue

    /// Creates a member.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }
}

extension JSONValue {
  /// The reason why bytes cannot be read as a tree.
  public enum ReadError: Error, Hashable, Sendable {
    /// They are not strict JSON.
    case malformed(JSONFault)
    /// They exceed a limit.
    case limitExceeded(JSONLimits.Limit)
  }

  /// Reads a whole document.
  ///
  /// - Throws: A `ReadError`. With the default limit on depth, the recursion that reads and frees the tree cannot
  ///   overflow the stack.
  public init(
    parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()
  ) throws(ReadError) {
    switch JSONText.check(bytes, limits: limits) {
    case .malformed(let fault): throw .malformed(fault)
    case .limitExceeded(let limit, _): throw .limitExceeded(limit)
    case .wellFormed: break
    }
    let result: Result<JSONValue, JSONFault> = unsafe bytes.withUnsafeBytes { bytes in
      var cursor = unsafe JSONCursor(unsafeBytes: bytes)
      do throws(JSONFault) {
        try cursor.beginDocument()
        return .success(try cursor.readValue())
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let value): self = value
    case .failure(let fault): throw .malformed(fault)
    }
  }

  /// An object with members in order.
  package static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  /// An array of strings.
  package static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// The value of a member. Returns nil if this is not an object or has no such member.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    // Compare bytes: the equality of `String` would merge NFC and NFD.
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The text of a string. Returns nil for any other value.
  public var stringValue: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The elements of an array. Returns nil for any other value.
  public var arrayValue: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object. Returns nil for any other value.
  public var objectValue: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The value of a number that is written as a whole number. Returns nil for any other value.
  public var integerValue: Int? {
    guard case .number(let text) = self else { return nil }
    return Int(text)
  }

  /// The value of `true` or `false`. Returns nil for any other value.
  public var booleanValue: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }
}

extension JSONCursor {
  /// Reads a value of a checked document recursively.
  package mutating func readValue() throws(JSONFault) -> JSONValue {
    let start = position
    switch kindOfNextValue {
    case .object:
      var members: [JSONValue.Member] = []
      var continuation = try openObject()
      while continuation == .another {
        let name = string(try scanString())
        try skipColon()
        members.append(JSONValue.Member(name: name, value: try readValue()))
        continuation = try continueObject()
      }
      return .object(members)
    case .array:
      var elements: [JSONValue] = []
      var continuation = try openArray()
      while continuation == .another {
        elements.append(try readValue())
        continuation = try continueArray()
      }
      return .array(elements)
    case .string:
      return .string(string(try scanString()))
    case .number:
      try scanNumber()
      return .number(unsafe String(decoding: bytes(from: start, to: position), as: UTF8.self))
    case .boolean:
      let isTrue = next == UInt8(ascii: "t")
      try scanLiteral()
      return .boolean(isTrue)
    case .null:
      try scanLiteral()
      return .null
    case nil:
      throw JSONFault(isAtEnd ? .unexpectedEnd : .expectedValue, at: position)
    }
  }
}

extension JSONWriter {
  /// Writes a tree.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .object(let members):
      beginObject()
      for member in members {
        name(member.name)
        self.value(member.value)
      }
      endObject()
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .string(let text): string(text)
    case .number(let text): number(text)
    case .boolean(let value): boolean(value)
    case .null: null()
    }
  }
}
