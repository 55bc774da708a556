/// Text of an implementation, made harmless for terminals, logs and XML.
enum Printable {
  /// The longest excerpt, in characters.
  static let excerptLength = 120

  /// Printable ASCII as it is, everything else by its code point, as `\u{1B}`.
  static func escaped(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if 0x20..<0x7F ~= scalar.value {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return result
  }

  /// The beginning of some bytes, escaped.
  static func excerpt(_ bytes: some Collection<UInt8>) -> String {
    let text = escaped(String(decoding: bytes.prefix(excerptLength), as: UTF8.self))
    return bytes.count > excerptLength ? text + "..." : text
  }

  /// The last line that is not blank, escaped; nil if there is none.
  static func lastLine(_ bytes: [UInt8]) -> String? {
    bytes.split { $0 == 0x0A || $0 == 0x0D }
      .last { line in line.contains { $0 > 0x20 } }
      .map { excerpt($0) }
  }
}
