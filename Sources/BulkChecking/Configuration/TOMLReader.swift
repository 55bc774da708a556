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
  enum Value: Equatable {
    case string(String)
    case strings([String])
  }

  /// A key with its value, in one of the tables that a header has started.
  struct Member {
    /// The table's name and index; nil for members before all tables.
    let table: (name: String, index: Int)?
    let key: String
    let value: Value
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

  /// The members in their order, no two of a table with the same key.
  static func members(_ bytes: [UInt8]) throws(Failure) -> [Member] {
    var reader = TOMLReader(bytes)
    var members: [Member] = []
    var table: (name: String, index: Int)?
    var counts: [String: Int] = [:]
    while true {
      reader.skipBlanks(lines: true)
      guard let byte = reader.next else { return members }
      if byte == UInt8(ascii: "[") {
        guard reader.take("[[") else {
          throw reader.failure(
            "only arrays of tables are allowed, such as [[schemas]]")
        }
        let name = try reader.key()
        guard reader.take("]]") else {
          throw reader.failure("expected ]] after the name of the table")
        }
        table = (name, counts[name, default: 0])
        counts[name, default: 0] += 1
      } else {
        let place = reader.place
        let key = try reader.key()
        guard reader.take("=") else { throw reader.failure("expected = after the key \(key)") }
        let isKnown = members.contains {
          $0.key == key && $0.table?.name == table?.name && $0.table?.index == table?.index
        }
        guard !isKnown else {
          throw Failure(message: "duplicate key \(key)", place: place)
        }
        members.append(Member(table: table, key: key, value: try reader.value(), place: place))
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

  private mutating func value() throws(Failure) -> Value {
    guard take("[") else { return .string(try string()) }
    var strings: [String] = []
    while true {
      skipBlanks(lines: true)
      if take("]") { return .strings(strings) }
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
