/// Text that comes from outside, made harmless for a terminal.
enum TerminalText {
  /// The text with everything that does not print replaced by its code point, as `\u{1B}`.
  ///
  /// That is control characters, which terminals obey; characters that change the direction of the
  /// text or take no place, which can make a line read otherwise than it is; line and paragraph
  /// separators; and what has no meaning that others know.
  static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy(isPrintableASCII) { return text }
    guard !text.unicodeScalars.allSatisfy(isPrintable) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isPrintable(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return result
  }

  /// How many columns a terminal needs for escaped text, East Asian widths left out.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.count { scalar in
      // Looking up a category takes long.
      if scalar.isASCII { return true }
      return switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: false
      default: true
      }
    }
  }

  private static func isPrintableASCII(_ byte: UInt8) -> Bool { 0x20..<0x7F ~= byte }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if 0x20..<0x7F ~= scalar.value { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return false
    default:
      return true
    }
  }
}
