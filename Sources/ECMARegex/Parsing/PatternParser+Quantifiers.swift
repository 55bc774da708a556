extension PatternParser {
  struct Quantifier {
    let minimum: Int
    let maximum: Int?
    var isLazy = false
  }

  /// Counts from here on mean "no limit", as they do in V8: no subject is that long.
  static let unboundedCount = Int(Int32.max)

  /// Reads the quantifier at the current position; nil if there is none.
  ///
  /// https://tc39.es/ecma262/#prod-Quantifier
  mutating func parseQuantifier() throws(PatternError) -> Quantifier? {
    let start = index
    var quantifier: Quantifier
    switch peek {
    case "*":
      index += 1
      quantifier = Quantifier(minimum: 0, maximum: nil)
    case "+":
      index += 1
      quantifier = Quantifier(minimum: 1, maximum: nil)
    case "?":
      index += 1
      quantifier = Quantifier(minimum: 0, maximum: 1)
    case "{":
      guard let counted = parseCounts() else { return nil }
      quantifier = counted
    default:
      return nil
    }
    if let maximum = quantifier.maximum, maximum < quantifier.minimum {
      throw syntax(
        "In `\(spelling(from: start))`, the first number is greater than the second; swap them.",
        at: start)
    }
    quantifier.isLazy = eat("?")
    return quantifier
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`. For anything else, returns nil and does not move.
  mutating func parseCounts() -> Quantifier? {
    let start = index
    index += 1
    guard let minimum = parseDigits() else {
      index = start
      return nil
    }
    var maximum: Int? = minimum
    if eat(",") { maximum = parseDigits() ?? Self.unboundedCount }
    guard eat("}") else {
      index = start
      return nil
    }
    if let bound = maximum, bound >= Self.unboundedCount { maximum = nil }
    return Quantifier(minimum: minimum, maximum: maximum)
  }

  /// Reads decimal digits, up to a value that means no limit; nil if there are no digits.
  mutating func parseDigits() -> Int? {
    var value: Int?
    while let digit = peek, digit.isASCIIDigit {
      value = min((value ?? 0) * 10 + Int(digit.value - 0x30), Self.unboundedCount)
      index += 1
    }
    return value
  }

  /// Reads a `{`, `}` or `]` without a counterpart: an error, or a literal according to Annex B.
  mutating func parseLoneBracket(_ scalar: Unicode.Scalar) throws(PatternError) {
    let start = index
    if scalar == "{" {
      if parseCounts() != nil {
        throw syntax(
          "There is nothing for `\(spelling(from: start))` to repeat; write `\\{` for the character.",
          at: start)
      }
      if grammar == .strict || looksLikeQuantifier(at: start) {
        throw syntax(
          "`{` does not start a quantifier here; a quantifier is `{n}`, `{n,}` or `{n,m}` without spaces. "
            + "Write `\\{` for the character.", at: start)
      }
    } else if grammar == .strict {
      throw syntax(
        "With the u flag, a `\(scalar)` on its own is an error; write `\\\(scalar)`.", at: start)
    }
    index += 1
    noteAnnexB(
      "`\(scalar)` is a literal character here; with the u flag, write `\\\(scalar)`.", at: start)
    try appendAtom(literal(scalar.value, from: start))
  }

  /// Whether other dialects read a quantifier here: `{,3}`, `{ 1, 2 }`.
  private func looksLikeQuantifier(at start: Int) -> Bool {
    var position = start + 1
    var hasDigit = false
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "}" { return hasDigit }
      guard scalar.isASCIIDigit || scalar == "," || scalar == " " || scalar == "\t" else {
        return false
      }
      hasDigit = hasDigit || scalar.isASCIIDigit
      position += 1
    }
    return false
  }

  /// Advice about a quantifier that follows another quantifier or nothing.
  static func repetitionAdvice(before preceding: ArraySlice<Unicode.Scalar>) -> String {
    switch preceding.last {
    case "*", "+", "?", "}":
      "; ECMA-262 has no possessive quantifiers. Drop it, or enclose what precedes in `(?:…)`."
    case "(" where preceding.dropLast().last != "\\":
      "; ECMA-262 has no `(*…)` and no quantifier at the start of a group."
    default:
      "; write a backslash before it for the character."
    }
  }
}
