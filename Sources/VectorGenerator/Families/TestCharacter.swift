import ECMARegex

/// A character that an implementation may take for another one.
struct TestCharacter {
  let scalar: Unicode.Scalar
  /// The kind of character, and what is at stake; empty for a printable character of ASCII.
  let stake: String

  init(_ scalar: Unicode.Scalar, _ stake: String) {
    self.scalar = scalar
    self.stake = stake
  }

  /// The characters of a table: code points in hexadecimal digits, each with its stake.
  private init?(_ row: (why: String, text: String)) {
    guard let scalar = UInt32(row.why, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
    self.init(scalar, row.text)
  }

  /// The label of the character and what is at stake, in a sentence.
  var text: String { stake.isEmpty ? scalar.label : "\(scalar.label) (\(stake))" }

  /// ASCII, character by character.
  static let ascii: [TestCharacter] = (0..<128 as Range<UInt8>).map { value in
    let stake =
      switch value {
      case 0: "the character that ends strings in C"
      case 9, 10, 13: "white space in every dialect"
      case 0x0B, 0x0C: "white space in most dialects"
      case 0x1C...0x1F: "white space in Python only"
      case 1..<32, 127: "a control character that is not white space"
      default: ""
      }
    return TestCharacter(Unicode.Scalar(value), stake)
  }

  /// The characters that some dialect counts as white space, and those that only look like it.
  static let spaces =
    Table.characters.rows("spaces").compactMap { TestCharacter($0) }
    + (0x2000...0x200A as ClosedRange<UInt32>).compactMap { Unicode.Scalar($0) }.map {
      TestCharacter($0, "a space of another width")
    }

  /// Characters that Unicode, case folding or normalization relates to ASCII.
  static let traps = Table.characters.rows("traps").compactMap { TestCharacter($0) }
}

extension Unicode.Scalar {
  /// `U+0041 (A)`, with the character itself where it shows.
  var label: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return value > 0x20 && value < 0x7F ? "\(code) \"\(self)\"" : code
  }

  /// The character as four hexadecimal digits after `\u`; only for those up to U+FFFF.
  var escape: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}

extension Int {
  /// The number with a noun, such as `no code points`, `1 code point` or `10,000 code points`.
  func counted(_ noun: String) -> String {
    let thousands = self / 1_000
    let rest = String(self % 1_000)
    let padding = String(repeating: "0", count: 3 - rest.utf8.count)
    let number = self < 10_000 ? String(self) : "\(thousands),\(padding)\(rest)"
    return "\(self == 0 ? "no" : number) \(noun)\(self == 1 ? "" : "s")"
  }
}

extension String {
  /// The text in a sentence: quoted, without what does not show, and cut where it is long.
  var quoted: String {
    let shown = unicodeScalars.prefix(60).map { scalar in
      scalar.value >= 0x20 && scalar.value < 0x7F ? String(scalar) : "<\(scalar.label)>"
    }
    return "\"\(shown.joined())\(unicodeScalars.count > 60 ? "…" : "")\""
  }

  /// The text in fullwidth letters.
  var fullwidth: String {
    mapped { $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value - 0x20 + 0xFF00) : nil }
  }

  /// The text with some letters replaced by those of other scripts that look like them.
  var replacingLookAlikes: String {
    let others: [Unicode.Scalar: Unicode.Scalar] = [
      "a": "\u{430}", "e": "\u{435}", "o": "\u{43E}", "p": "\u{440}", "c": "\u{441}",
      "x": "\u{445}", "i": "\u{456}", "s": "\u{17F}", "k": "\u{212A}", "3": "\u{B3}",
      "2": "\u{B2}", "1": "\u{B9}",
    ]
    return mapped { others[$0] }
  }

  /// The text with its last character some code points further on.
  func shifted(by distance: Int) -> String {
    guard let last = unicodeScalars.last,
      let other = Unicode.Scalar(UInt32(max(0, Int(last.value) + distance)))
    else { return self }
    return String(scalars: unicodeScalars.dropLast()) + String(other)
  }

  private func mapped(_ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    String(scalars: unicodeScalars.map { change($0) ?? $0 })
  }
}
