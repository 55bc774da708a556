import Processes

/// Makes text from an implementation harmless for terminals, logs and XML.
enum Printable {
  /// The longest excerpt, in characters.
  static let excerptLength = 120

  /// The text with everything but printable ASCII replaced by its code point, as `\u{1B}`.
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

  /// The longest part of standard error, in characters.
  private static let errorLength = 1000
  /// The starts of lines that runtimes write after the relevant one: stack frames, their own version.
  private static let noise = [" at ", " from ", "Node.js v", "note: run with"]

  /// The end of standard error on one line, escaped, without stack frames and versions; nil if it is empty.
  static func lastLines(_ bytes: [UInt8]) -> String? {
    var lines: [String] = []
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard !rest.isEmpty else { continue }
      let text = escaped(String(decoding: rest, as: UTF8.self))
      lines.append(rest.startIndex > line.startIndex ? " \(text)" : text)
    }
    // The first line of what was kept has no beginning.
    if bytes.count >= ChildProcess.errorTailLength, lines.count > 1 { lines.removeFirst() }
    let last = lines.lastIndex { line in !noise.contains { line.hasPrefix($0) } }
    let text = lines.prefix((last ?? lines.count - 1) + 1).joined(separator: " | ")
    if text.isEmpty { return nil }
    return text.count > errorLength ? "...\(text.suffix(errorLength))" : text
  }
}
