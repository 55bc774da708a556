/// The page's rules on texts, written by hand instead of as regular expressions, so that the corpus
/// does not take its answers from an engine that it is meant to test.
struct TextRules {
  let stance: Stance

  private static let whiteSpaceOfAll: Set<UInt32> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
  private static let spacesBeyondASCII: Set<UInt32> = Set(
    [0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000] + Array(0x2000...0x200A))
  private static let punctuation = Set(#".,?\/'"()[];`%^&*-_:!"#.unicodeScalars.map(\.value))

  /// Whether `\s` stands for a code point.
  func isWhiteSpace(_ scalar: UInt32) -> Bool {
    if Self.whiteSpaceOfAll.contains(scalar) { return true }
    let pick = stance[Choices.whitespace]
    switch scalar {
    case 0x0B: return pick != "ascii-without-vt"
    case 0x1C...0x1F: return pick == "python"
    case 0x85: return ["unicode", "pcre-ucp", "python"].contains(pick)
    case 0x180E: return pick == "pcre-ucp"
    case 0xFEFF: return pick == "ecmascript"
    default:
      return Self.spacesBeyondASCII.contains(scalar) && pick != "ascii"
        && pick != "ascii-without-vt"
    }
  }

  static func isAlphanumeric(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  // MARK: Patterns

  /// `^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$`: runs of letters and digits with single separators between.
  func isName(_ text: String) -> Bool {
    matches(text) { line in
      var isAfterSeparator = true
      for scalar in line {
        if Self.isAlphanumeric(scalar) {
          isAfterSeparator = false
        } else {
          guard !isAfterSeparator, scalar == 0x2D || isWhiteSpace(scalar) else { return false }
          isAfterSeparator = true
        }
      }
      return !isAfterSeparator
    }
  }

  /// The description's pattern: one character or more, each of the class.
  func isDescription(_ text: String) -> Bool {
    matches(text) { line in
      !line.isEmpty
        && line.allSatisfy {
          Self.isAlphanumeric($0) || Self.punctuation.contains($0) || isWhiteSpace($0)
        }
    }
  }

  /// `^([a-zA-Z0-9-_]+)\/$`: letters, digits, hyphens and underscores, then a slash.
  func isPrefix(_ text: String) -> Bool {
    matches(text) { line in
      line.count >= 2 && line.last == 0x2F
        && line.dropLast().allSatisfy {
          Self.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F
        }
    }
  }

  /// Whether the whole text, or what else `^` and `$` delimit, satisfies a condition.
  private func matches(_ text: String, _ isRight: (ArraySlice<UInt32>) -> Bool) -> Bool {
    let scalars = text.unicodeScalars.map(\.value)
    if isRight(scalars[...]) { return true }
    switch stance[Choices.dollar] {
    case "before-final-newline":
      return scalars.last == 0x0A && isRight(scalars.dropLast())
    case "before-final-terminator":
      if scalars.suffix(2) == [0x0D, 0x0A] { return isRight(scalars.dropLast(2)) }
      let terminators: [UInt32] = [0x0A, 0x0D, 0x85, 0x2028, 0x2029]
      return scalars.last.map { terminators.contains($0) } == true && isRight(scalars.dropLast())
    case "any-line":
      let feeds = scalars.indices.filter { scalars[$0] == 0x0A }
      let ends = feeds + [scalars.count]
      return ([0] + feeds.map { $0 + 1 }).contains { start in
        ends.contains { end in start < end && isRight(scalars[start..<end]) }
      }
    default: return false
    }
  }

  // MARK: Length

  /// The length of a text.
  func length(_ text: String) -> Int {
    switch stance[Choices.lengthUnit] {
    case "utf-16": text.utf16.count
    case "utf-8": text.utf8.count
    case "graphemes": text.count
    default: text.unicodeScalars.count
    }
  }
}
