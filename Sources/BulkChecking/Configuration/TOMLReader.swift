import JSONText

/// Reads as much of TOML as `conform.toml` needs: keys with strings and arrays of strings, and tables of
/// arrays, such as `[[schemas]]`. Everything else of TOML is an error.
///
/// The library for all of TOML that was tried, TOMLKit 0.6.0, costs more than it saves: its values have no
/// positions for messages about them, it adds a parser in C++, and every user of the package would fetch two more
/// packages, which only its tests and documentation need.
///
/// https://toml.io/en/v1.0.0
struct TOMLReader {
  /// The members before all headers, or those of one element of an array of tables.
  struct Table {
    /// The name in the header; nil before all headers.
    let name: String?
    /// The position of the header.
    let place: SourceLocation
    fileprivate(set) var members: [Member] = []

    /// The strings of a key, or its one string; none if the table does not have the key.
    func strings(_ key: String, isArray: Bool) throws(Failure) -> [String] {
      guard let member = members.first(where: { $0.key == key }) else { return [] }
      guard member.isArray == isArray else {
        let kind = isArray ? "an array of strings" : "one string"
        throw Failure(message: "\(key) must be \(kind)", place: member.place)
      }
      return member.strings
    }
  }

  /// A key with its value: an array of strings, or one string.
  struct Member {
    let key: String
    let strings: [String]
    let isArray: Bool
    let place: SourceLocation
  }

  /// A problem of a file and its position.
  struct Failure: Error {
    let message: String
    let place: SourceLocation
  }

  private let bytes: [UInt8]
  private var offset = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tables of a file in order, starting with the members before all headers. No table has two members with the same
  /// key.
  static func tables(_ bytes: [UInt8]) throws(Failure) -> [Table] {
    var reader = TOMLReader(bytes)
    var tables: [Table] = []
    var table = Table(name: nil, place: reader.place)
    while true {
      reader.skipBlanks(lines: true)
      let place = reader.place
      guard let byte = reader.next else { return tables + [table] }
      if byte == UInt8(ascii: "[") {
        guard reader.take("[[") else {
          throw reader.failure(
            "only arrays of tables are allowed, such as [[schemas]]")
        }
        tables.append(table)
        table = Table(name: try reader.key(), place: place)
        guard reader.take("]]") else {
          throw reader.failure("expected ]] after the name of the table")
        }
      } else {
        let key = try reader.key()
        guard reader.take("=") else { throw reader.failure("expected = after the key \(key)") }
        guard !table.members.contains(where: { $0.key == key }) else {
          throw Failure(message: "duplicate key \(key)", place: place)
        }
        let (strings, isArray) = try reader.value()
        table.members.append(Member(key: key, strings: strings, isArray: isArray, place: place))
      }
      reader.skipBlanks(lines: false)
      guard reader.next == nil || reader.take("\n") || reader.take("\r\n") else {
        throw reader.failure("expected the end of the line")
      }
    }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var place: SourceLocation {
    unsafe bytes.withUnsafeBytes { unsafe SourceIndex($0).location(of: offset, in: $0) }
  }

  private func failure(_ message: String) -> Failure { Failure(message: message, place: place) }

  private mutating func take(_ text: StaticString) -> Bool {
    skipBlanks(lines: false)
    let text = Array(text.description.utf8)
    guard bytes[offset...].starts(with: text) else { return false }
    offset += text.count
    return true
  }

  /// Skips white space and comments, and line ends as well.
  private mutating func skipBlanks(lines: Bool) {
    while let byte = next {
      if byte == UInt8(ascii: "#") {
        while let byte = next, byte != UInt8(ascii: "\n") { _ = byte; offset += 1 }
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        || lines && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
      {
        offset += 1
      } else {
        return
      }
    }
  }

  private mutating func key() throws(Failure) -> String {
    skipBlanks(lines: false)
    let key = bytes[offset...].prefix { byte in
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
      return isLetter || "0123456789-_".utf8.contains(byte)
    }
    guard !key.isEmpty else { throw failure("expected a key of letters, digits, - and _") }
    offset += key.count
    return String(decoding: key, as: UTF8.self)
  }

  private mutating func value() throws(Failure) -> (strings: [String], isArray: Bool) {
    guard take("[") else { return ([try string()], false) }
    var strings: [String] = []
    while true {
      skipBlanks(lines: true)
      if take("]") { return (strings, true) }
      strings.append(try string())
      skipBlanks(lines: true)
      guard take(",") || next == UInt8(ascii: "]") else {
        throw failure("expected , or ] in the array")
      }
    }
  }

  /// Reads a string on one line, in double quotes with escapes or in single quotes without.
  private mutating func string() throws(Failure) -> String {
    skipBlanks(lines: false)
    guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("expected a string in quotes")
    }
    let start = offset
    let isEscaped = quote == UInt8(ascii: "\"")
    offset += 1
    while let byte = next, byte != quote, byte != UInt8(ascii: "\n") {
      offset += isEscaped && byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next == quote else {
      offset = start
      throw failure("the string does not end on its line")
    }
    offset += 1
    let token = Array(bytes[start..<offset])
    // The escapes of TOML that JSON does not have are not needed here.
    if isEscaped, let text = (try? JSONValue(parsing: token))?.stringValue { return text }
    if !isEscaped, let text = String(validating: token.dropFirst().dropLast(), as: UTF8.self) {
      return text
    }
    offset = start
    throw failure("the string has an escape or a byte that TOML does not allow")
  }
}
