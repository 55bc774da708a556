/// The rules for code points that are valid only next to certain others.
///
/// https://www.rfc-editor.org/rfc/rfc5892#appendix-A
extension DomainLabel {
  func isAllowedInContext(at index: Int) -> Bool {
    let before = index > 0 ? scalars[index - 1] : nil
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalars[index] {
    case "\u{200C}":  // ZERO WIDTH NON-JOINER
      return isVirama(before) || isBetweenJoiningLetters(index)
    case "\u{200D}":  // ZERO WIDTH JOINER
      return isVirama(before)
    case "\u{B7}":  // MIDDLE DOT
      return before == "l" && after == "l"
    case "\u{375}":  // GREEK LOWER NUMERAL SIGN
      return after.map(ScalarRanges.greek.contains) ?? false
    case "\u{5F3}", "\u{5F4}":  // HEBREW PUNCTUATION GERESH and GERSHAYIM
      return before.map(ScalarRanges.hebrew.contains) ?? false
    case "\u{30FB}":  // KATAKANA MIDDLE DOT
      return scalars.contains(where: ScalarRanges.japanese.contains)
    case "\u{660}"..."\u{669}":  // ARABIC-INDIC DIGITS
      return !scalars.contains { "\u{6F0}"..."\u{6F9}" ~= $0 }
    case "\u{6F0}"..."\u{6F9}":  // EXTENDED ARABIC-INDIC DIGITS
      return !scalars.contains { "\u{660}"..."\u{669}" ~= $0 }
    default:
      return false
    }
  }

  private func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass == .virama
  }

  /// Whether the nearest letters that are not transparent join across `index`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5892#appendix-A.1
  private func isBetweenJoiningLetters(_ index: Int) -> Bool {
    guard let before = scalars[..<index].last(where: { !$0.isTransparent }),
      let after = scalars[(index + 1)...].first(where: { !$0.isTransparent })
    else { return false }
    return ScalarRanges.joiningForward.contains(before)
      && ScalarRanges.joiningBackward.contains(after)
  }
}

extension Unicode.Scalar {
  /// Whether the joining type of a valid code point is Transparent.
  fileprivate var isTransparent: Bool {
    properties.generalCategory == .nonspacingMark || ScalarRanges.transparentLetters.contains(self)
  }
}
