/// Text that comes from outside, made harmless for a terminal.
package enum TerminalText {
  /// The text with every non-printing character replaced by its code point, as `\u{1B}`.
  ///
  /// This covers control characters, which terminals obey; characters that change the direction of the text or have no
  /// width, which can make a line misleading; line and paragraph separators; and code points without an assigned
  /// meaning.
  package static func escaped(_ text: String) -> String {
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

  /// Wraps lines between words at a number of columns, if no word is longer. Continuation lines are indented to the
  /// start of the line's text.
  package static func wrapped(_ text: String, columns: Int = 80) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard width(String(line)) > columns else { return String(line) }
      // The text starts after the indentation or, in a list, after a name and blanks.
      let lead = line.prefix { $0 == " " }.count
      let name = line.dropFirst(lead).prefix { $0 != " " }.count
      let gap = line.dropFirst(lead + name).prefix { $0 == " " }.count
      let indentation = gap > 1 ? lead + name + gap : lead
      var result = String(line.prefix(indentation))
      var column = width(result)
      var isFirst = true
      for word in line.dropFirst(indentation).split(
        separator: " ", omittingEmptySubsequences: false)
      {
        let size = width(String(word))
        if !isFirst, column + 1 + size > columns {
          result += "\n" + String(repeating: " ", count: indentation)
          column = indentation
          isFirst = true
        }
        result += (isFirst ? "" : " ") + word
        column += (isFirst ? 0 : 1) + size
        isFirst = false
      }
      return result
    }.joined(separator: "\n")
  }

  /// The number of terminal columns of escaped text.
  package static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      // Looking up a category takes long.
      if scalar.isASCII { return width + 1 }
      return switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: width
      default: width + (isWide(scalar) ? 2 : 1)
      }
    }
  }

  /// Whether a character takes two columns: East Asian width W or F.
  ///
  /// https://www.unicode.org/reports/tr11/
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
  ]

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
