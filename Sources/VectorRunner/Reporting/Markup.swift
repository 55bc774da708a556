/// Text for XML and HTML.
enum Markup {
  /// The text with what markup takes as its own replaced, and everything else beyond printable ASCII
  /// as its code point: XML cannot hold control characters in any spelling.
  static func escaped(_ text: String) -> String {
    let text = Printable.escaped(text)
    guard text.utf8.contains(where: { Self.special[$0] != nil }) else { return text }
    var result = ""
    for byte in text.utf8 {
      if let name = Self.special[byte] {
        result += name
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }

  private static let special: [UInt8: String] = [
    UInt8(ascii: "<"): "&lt;", UInt8(ascii: ">"): "&gt;", UInt8(ascii: "&"): "&amp;",
    UInt8(ascii: "\""): "&quot;", UInt8(ascii: "'"): "&#39;",
  ]
}
