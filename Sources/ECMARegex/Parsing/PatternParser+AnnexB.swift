/// The rule for syntax that is valid only without the `u` flag.
///
/// Such syntax is accepted if it has only one meaning. Because the pattern is invalid with the flag, a reader may
/// interpret all of it without the flag, so no other part may depend on the flag.
///
/// https://tc39.es/ecma262/#sec-regular-expressions-patterns
extension PatternParser {
  /// Accepts the escape of a character that needs none, or throws an error with advice.
  mutating func checkIdentityEscape(
    of scalar: Unicode.Scalar, inClass: Bool, at start: Int
  ) throws(PatternError) {
    let isAlphanumeric = scalar.isASCIILetter || scalar.isASCIIDigit
    guard grammar == .annexB, !isAlphanumeric, scalar.value <= 0xFFFF else {
      throw syntax(escapeAdvice(for: scalar, inClass: inClass), at: start)
    }
    noteAnnexB(
      "`\\\(scalar)` is an error with the u flag; write `\(scalar)`.", at: start)
  }

  /// Records syntax that only Annex B accepts.
  mutating func noteAnnexB(_ message: String, at offset: Int) {
    annexBWarnings.append(PatternWarning(kind: .annexBSpelling, message: message, offset: offset))
  }

  /// Records syntax whose meaning depends on the `u` flag.
  mutating func noteModeDependence(_ spelling: String, at offset: Int) {
    if modeDependence == nil { modeDependence = (spelling, offset) }
  }

  /// Records a literal of two code units; only with the `u` flag does a quantifier repeat both.
  mutating func note(astral scalar: Unicode.Scalar, at offset: Int) {
    guard scalar.value > 0xFFFF, let next = peek else { return }
    if next == "*" || next == "+" || next == "?" || next == "{" {
      noteModeDependence(String(scalar), at: offset)
    }
  }

  /// Rejects a pattern that needs Annex B and has different meanings with and without the `u` flag.
  func checkAnnexB() throws(PatternError) {
    guard let first = annexBWarnings.first, let modeDependence else { return }
    throw syntax(
      "\(first.message) Annex B does not help either, because `\(modeDependence.spelling)` at "
        + "\(modeDependence.offset) has another meaning without the u flag.", at: first.offset)
  }

  private func escapeAdvice(for scalar: Unicode.Scalar, inClass: Bool) -> String {
    let advice: String
    switch scalar {
    case "A": advice = "the start of the text is `^`"
    case "z", "Z": advice = "the end of the text is `$`"
    case "h": advice = "spaces and tabs are `[ \\t]`"
    case "H": advice = "everything except spaces and tabs is `[^ \\t]`"
    case "N": advice = "everything except line ends is `.`"
    case "R": advice = "a line end is `(?:\\r\\n|[\\n\\r\\u2028\\u2029])`"
    case "V": advice = "everything except line ends is `.`"
    case "X": advice = "ECMA-262 does not match grapheme clusters"
    case "G", "K": advice = "ECMA-262 cannot reset or continue a match; use a lookbehind"
    case "Q", "E": advice = "ECMA-262 has no quoting; escape each character"
    case "e": advice = "the escape character is `\\x1B`"
    case "a": advice = "the bell is `\\x07`"
    case "o", "1"..."9": advice = "ECMA-262 has no octal escapes; write `\\xHH`"
    case "g": advice = "a reference is `\\1` or `\\k<name>`"
    case "C": advice = "ECMA-262 does not match bytes"
    case "B" where inClass, "k" where inClass: advice = "it has no meaning inside a class"
    case _ where scalar.isASCIILetter:
      advice = "it has no meaning; for the letter, drop the backslash"
    default:
      advice =
        "with the u flag, only ^ $ \\ . * + ? ( ) [ ] { } | / and, in a class, - may be escaped; "
        + "write `\(scalar)`"
    }
    return "`\\\(scalar)` is not an escape of ECMA-262: \(advice)."
  }
}
