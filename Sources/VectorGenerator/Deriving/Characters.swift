/// A character with the reason why an implementation may take it for another one.
struct TestCharacter {
  let scalar: Unicode.Scalar
  /// The kind of character, and what is at stake.
  let stake: String

  init(_ value: UInt32, _ stake: String) {
    scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    self.stake = stake
  }

  /// The label of the character and what is at stake, in a sentence.
  var text: String { stake.isEmpty ? scalar.label : "\(scalar.label), \(stake)," }

  /// ASCII, character by character.
  static let ascii: [TestCharacter] = (UInt32(0)..<128).map { value -> TestCharacter in
    switch value {
    case 0: .init(value, "which ends strings in C")
    case 9, 10, 13: .init(value, "white space in every dialect")
    case 0x0B, 0x0C: .init(value, "white space in most dialects")
    case 0x1C...0x1F: .init(value, "white space in Python alone")
    case 1..<32, 127: .init(value, "a control character that is not white space")
    default: .init(value, "")
    }
  }

  /// The characters that some dialect counts as white space, and those that only look like it.
  static let spaces: [TestCharacter] =
    firstSpaces
    + (UInt32(0x2000)...0x200A).map { TestCharacter($0, "a space of another width") } + otherSpaces

  private static let firstSpaces: [TestCharacter] =
    [
      .init(0x85, "white space in Unicode, not in ECMA-262"),
      .init(0xA0, "the no-break space"), .init(0xAD, "the soft hyphen, which does not show"),
      .init(0x1680, "the Ogham space mark"),
      .init(0x180E, "white space before Unicode 6.3 only"),
    ]

  private static let otherSpaces: [TestCharacter] = [
    .init(0x200B, "the zero-width space, which is not white space"),
    .init(0x200C, "the zero-width non-joiner"), .init(0x200D, "the zero-width joiner"),
    .init(0x200E, "the left-to-right mark"), .init(0x2028, "the line separator"),
    .init(0x2029, "the paragraph separator"), .init(0x202F, "the narrow no-break space"),
    .init(0x205F, "the mathematical space"), .init(0x2060, "the word joiner"),
    .init(0x2061, "an invisible operator"), .init(0x2800, "the blank Braille pattern"),
    .init(0x3000, "the ideographic space"), .init(0x3164, "the Hangul filler"),
    .init(0x115F, "a Hangul filler"),
    .init(0xFEFF, "the byte order mark: white space in ECMA-262, not in Unicode"),
    .init(0xFFA0, "the halfwidth Hangul filler"), .init(0xFFF9, "an annotation mark"),
  ]

  /// Characters that Unicode, case folding or normalization relates to ASCII.
  static let traps: [TestCharacter] = [
    .init(0xE9, "a Latin-1 letter"), .init(0xC0, "a Latin-1 capital"), .init(0xDF, "sharp s"),
    .init(0xB5, "the micro sign"), .init(0xAA, "the feminine ordinal"),
    .init(0xB2, "superscript two"), .init(0xBC, "one quarter"),
    .init(0xD7, "the multiplication sign, amid the letters of Latin-1"),
    .init(0x212A, "the Kelvin sign, which folds to k"), .init(0x17F, "long s, which folds to s"),
    .init(0x131, "dotless i"), .init(0x130, "dotted capital I"), .init(0x3B1, "Greek alpha"),
    .init(0x430, "Cyrillic a"), .init(0x5D0, "a Hebrew letter"), .init(0xFF41, "fullwidth a"),
    .init(0xFF11, "a fullwidth digit"), .init(0x661, "an Arabic-Indic digit"),
    .init(0x967, "a Devanagari digit"), .init(0x1D41A, "mathematical a, beyond U+FFFF"),
    .init(0x1D7CF, "a mathematical digit, beyond U+FFFF"), .init(0x2160, "a Roman numeral"),
    .init(0x2460, "a circled digit"), .init(0x4E2D, "a CJK ideograph"),
    .init(0x3042, "a Hiragana letter"), .init(0xAC00, "a Hangul syllable"),
    .init(0x1F600, "an emoji, beyond U+FFFF"), .init(0x301, "a combining mark"),
    .init(0x2010, "the hyphen of Unicode"), .init(0x2011, "the non-breaking hyphen"),
    .init(0x2012, "the figure dash"), .init(0x2013, "the en dash"), .init(0x2014, "the em dash"),
    .init(0x2212, "the minus sign"), .init(0xFF0D, "the fullwidth hyphen"),
    .init(0xFE63, "the small hyphen"), .init(0x203F, "the undertie, which joins words"),
    .init(0x200F, "the right-to-left mark"), .init(0xFE0F, "a variation selector"),
    .init(0xFFFD, "the replacement character"), .init(0xFFFF, "a noncharacter"),
    .init(0xE000, "a private character"), .init(0x10FFFF, "the last code point"),
    .init(0x80, "the first code point beyond ASCII"), .init(0x9F, "a C1 control character"),
    .init(0xFF, "the last code point of Latin-1"), .init(0x100, "the first one beyond Latin-1"),
    .init(0xB7, "the middle dot"), .init(0x10400, "a letter beyond U+FFFF"),
    .init(0x2019, "the right single quotation mark"),
    .init(0x201C, "the left double quotation mark"),
    .init(0x2026, "the ellipsis"), .init(0xFF0C, "the fullwidth comma"),
    .init(0xFF1F, "the fullwidth question mark"), .init(0x3002, "the ideographic full stop"),
    .init(0xBF, "the inverted question mark"), .init(0x2044, "the fraction slash"),
    .init(0x2215, "the division slash"), .init(0xFF0F, "the fullwidth slash"),
    .init(0x2022, "the bullet"), .init(0x37E, "canonically a semicolon"),
    .init(0x1FEF, "canonically a grave accent"), .init(0x20AC, "the euro sign"),
    .init(0x2122, "the trade mark sign"), .init(0xFFFC, "the object replacement character"),
    .init(0xE0020, "an invisible tag character"),
  ]

  /// What ends a line in some dialect.
  static let lineTerminators: [(name: String, text: String)] = [
    ("a line feed", "\n"), ("a carriage return", "\r"), ("CRLF", "\r\n"),
    ("a vertical tab", "\u{B}"), ("a form feed", "\u{C}"), ("U+0085", "\u{85}"),
    ("U+2028", "\u{2028}"), ("U+2029", "\u{2029}"), ("two line feeds", "\n\n"), ("LFCR", "\n\r"),
  ]
}

extension Unicode.Scalar {
  /// `U+0041 (A)`, with the character itself where it shows.
  var label: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return value > 0x20 && value < 0x7F ? "\(code) (\(self))" : code
  }
}

extension Int {
  /// The number with a noun, such as `1 code point` or `3 code points`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension String {
  /// The text in a sentence: quoted, without what does not show, and cut where it is long.
  var quoted: String {
    let shown = unicodeScalars.prefix(60).map { scalar in
      scalar.value >= 0x20 && scalar.value < 0x7F ? String(scalar) : "<\(scalar.label)>"
    }
    return "\"\(shown.joined())\(unicodeScalars.count > 60 ? "…" : "")\""
  }
}
