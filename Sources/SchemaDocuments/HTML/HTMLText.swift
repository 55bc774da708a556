/// Escapes text for HTML and SVG.
enum HTMLText {
  /// The text with escapes for the characters that end text, attributes or elements.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Code in its own element.
  static func code(_ text: String) -> String { "<code>\(escaped(text))</code>" }
}
