/// A URI, or a reference that becomes one when it is resolved against a base.
///
/// Any text is accepted: characters that a URI must not contain are kept, and percent-encoded when the reference is
/// written. Two references identify the same resource if their `absolute` spellings have the same bytes.
///
/// https://www.rfc-editor.org/rfc/rfc3986
package struct URIReference: Hashable, Sendable {
  package var scheme: [UInt8]?
  package var authority: [UInt8]?
  package var path: [UInt8] = []
  package var query: [UInt8]?
  /// The part after `#`, still percent-encoded.
  package var fragment: [UInt8]?

  /// The empty reference, which refers to the text that contains it.
  package init() {}

  /// Splits a text with the regular expression of the RFC.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#appendix-B
  package init(_ text: String) {
    var rest = Array(text.utf8)[...]
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Array(rest[(hash + 1)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = Self.normalized(rest[(mark + 1)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }),
      rest[colon] == UInt8(ascii: ":"), Self.isScheme(rest[..<colon])
    {
      scheme = rest[..<colon].map(Self.lowercased)
      rest = rest[(colon + 1)...]
    }
    if rest.starts(with: "//".utf8) {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      let host = rest[..<end]
      // Case matters only in the part before `@`.
      authority =
        host.contains(UInt8(ascii: "@"))
        ? Self.normalized(host) : Self.normalized(host.map(Self.lowercased)[...])
      rest = rest[end...]
    }
    path = Self.normalized(rest)
  }

  /// The reference without its fragment, as text in normal form.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-5.3
  package var absolute: ByteString {
    var text: [UInt8] = []
    if let scheme { text += scheme + [UInt8(ascii: ":")] }
    if let authority { text += Array("//".utf8) + authority }
    text += path
    if let query { text += [UInt8(ascii: "?")] + query }
    return ByteString(text)
  }

  /// The reference without its scheme and its fragment.
  package var schemeless: ByteString {
    var reference = self
    reference.scheme = nil
    return reference.absolute
  }

  /// The decoded fragment; empty if there is none. Returns nil if it is not UTF-8.
  package var decodedFragment: String? {
    guard let fragment else { return "" }
    var decoded: [UInt8] = []
    var index = 0
    while index < fragment.count {
      if let byte = Self.encodedByte(at: index, in: fragment[...]) {
        decoded.append(byte)
        index += 3
      } else {
        decoded.append(fragment[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self)
  }

  // MARK: Normal form

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy {
      isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
  }

  /// The bytes with unreserved characters decoded, and with characters encoded that a URI cannot contain.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "%"), let decoded = encodedByte(at: index - 1, in: bytes) {
        index += 2
        if isUnreserved(decoded) {
          result.append(decoded)
        } else {
          append(encoded: decoded, &result)
        }
      } else if byte > 0x20, byte < 0x7F {
        result.append(byte)
      } else {
        append(encoded: byte, &result)
      }
    }
    return result
  }

  private static func append(encoded byte: UInt8, _ bytes: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  /// The byte that `%` and two digits encode. Returns nil if there is no such triplet.
  private static func encodedByte(at index: Int, in bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes[index] == UInt8(ascii: "%"), bytes.endIndex - index > 2,
      let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
      let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
    else { return nil }
    return UInt8(truncatingIfNeeded: high << 4 | low)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "-._~".utf8.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercased(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
  }
}
