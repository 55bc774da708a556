public import JSONText

/// A type whose values are read from valid documents.
///
/// `conform export swift` generates such types from a schema.
public protocol DocumentReadable {
  /// Reads the value at the reader's position, and moves past it.
  ///
  /// - Throws: `DocumentError.unreadable` if the value does not fit the type.
  init(reading reader: borrowing ValueReader) throws(DocumentError)
}

/// A type whose values are whole documents.
///
/// A value created by `init(validating:)` satisfies every rule of the schema. Other initializers and decoders do not
/// validate.
public protocol ValidatedDocument: DocumentReadable {
  /// The compiled schema of the documents.
  static var validator: Validator { get }
}

extension ValidatedDocument {
  /// Validates a document and reads its values in place.
  ///
  /// - Throws: `DocumentError.notValid`, with every violation, if the document is not valid;
  ///   `DocumentError.unreadable` if a value does not fit its type, such as a number beyond `Int`.
  public init(validating bytes: RawSpan) throws(DocumentError) {
    self = try Self.validator.read(bytes) { reader throws(DocumentError) in
      try Self(reading: reader)
    }
  }

  /// Validates a document and reads its values in place. An array, a slice, `Data` or any other contiguous storage is
  /// not copied.
  ///
  /// - Throws: `DocumentError`, like the initializer that takes a `RawSpan`.
  public init(validating bytes: some Sequence<UInt8>) throws(DocumentError) {
    self = try bytes.withBytes { (bytes) throws(DocumentError) in try Self(validating: bytes) }
  }

  /// Validates a document given as text, and reads its values.
  ///
  /// - Throws: `DocumentError`, like the initializer that takes a `RawSpan`.
  public init(validating text: some StringProtocol) throws(DocumentError) {
    try self.init(validating: text.utf8)
  }
}

extension String: DocumentReadable {
  /// Reads a string.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = try reader.scalar("a string") { (cursor) throws(JSONFault) in
      cursor.kindOfNextValue == .string ? cursor.string(try cursor.scanString()) : nil
    }
  }
}

extension Int: DocumentReadable {
  /// Reads a whole number within the range of the type, in any spelling.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = try reader.scalar("a whole number that Int can hold") { (cursor) throws(JSONFault) in
      cursor.kindOfNextValue == .number ? try cursor.readNumber().int : nil
    }
  }
}

extension Double: DocumentReadable {
  /// Reads a number as the nearest double.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = try reader.scalar("a number that Double can hold") { (cursor) throws(JSONFault) in
      guard cursor.kindOfNextValue == .number else { return nil }
      let start = cursor.position
      try cursor.scanNumber()
      return Double(cursor.string(from: start, to: cursor.position)).flatMap {
        $0.isFinite ? $0 : nil
      }
    }
  }
}

extension Bool: DocumentReadable {
  /// Reads `true` or `false`.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = try reader.scalar("true or false") { (cursor) throws(JSONFault) in
      guard cursor.kindOfNextValue == .boolean else { return nil }
      let isTrue = cursor.next == UInt8(ascii: "t")
      try cursor.scanLiteral()
      return isTrue
    }
  }
}

extension JSONValue: DocumentReadable {
  /// Reads any value.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = try reader.scalar("a JSON value") { (cursor) throws(JSONFault) in
      try cursor.readValue()
    }
  }
}

extension Optional: DocumentReadable where Wrapped: DocumentReadable {
  /// Reads a value or `null`.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = reader.skipNull() ? nil : try Wrapped(reading: reader)
  }
}

extension Array: DocumentReadable where Element: DocumentReadable {
  /// Reads an array, element by element.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    guard reader.kind == .array else { throw reader.unreadable("is not an array") }
    self = []
    while reader.nextElement(isFirst: isEmpty) { append(try reader.value()) }
  }
}

extension Dictionary: DocumentReadable where Key == String, Value: DocumentReadable {
  /// Reads an object, member by member.
  ///
  /// - Throws: `DocumentError.unreadable`, also if two names are canonically equivalent, because a Swift dictionary
  ///   would merge them.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    self = [:]
    var members = try reader.members()
    while let name = reader.nextMember(&members) {
      let start = reader.position
      if updateValue(try reader.value(), forKey: name) != nil {
        throw reader.unreadable(
          "has a name that is canonically equivalent to an earlier one", at: start)
      }
    }
  }
}

extension DocumentReadable where Self: RawRepresentable, RawValue: DocumentReadable {
  /// Reads a value of an enumeration.
  public init(reading reader: borrowing ValueReader) throws(DocumentError) {
    let start = reader.position
    guard let value = Self(rawValue: try reader.value()) else {
      throw reader.unreadable("is not a value of \(Self.self)", at: start)
    }
    self = value
  }
}
