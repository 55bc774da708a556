import Processes

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

  /// The longest part of standard error, in characters.
  private static let errorLength = 1000
  /// What runtimes write after the line that matters: where they were, and who they are.
  private static let noise = [" at ", " from ", "Node.js v", "note: run with"]

  /// The end of what a process wrote to standard error in one line, escaped, without what runtimes
  /// write after their last word; nil if there is nothing.
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
