/// https://www.rfc-editor.org/rfc/rfc6570#section-2
extension TextScanner {
  mutating func takeURITemplate() -> Bool {
    while true {
      skip(Self.literals)
      guard take("{") else { return isAtEnd }
      take(Self.operators)
      repeat {
        guard takeVariable() else { return false }
      } while take(",")
      guard take("}") else { return false }
    }
  }

  private mutating func takeVariable() -> Bool {
    repeat {
      guard skip(Self.variableCharacters) > 0 else { return false }
    } while take(".")
    if take("*") { return true }
    guard take(":") else { return true }
    // A length below 10,000 without a leading zero.
    return !isNext("0") && skip(.digits, atMost: 4) > 0
  }

  private static let operators = ByteSet("+#./;?&=,!@|")
  private static let variableCharacters = CharacterRule(
    ascii: .alphanumerics + ByteSet("_"), allowsPercentEncoding: true)
  private static let literals = CharacterRule(
    ascii: .alphanumerics + ByteSet("!#$&'()*+,-./:;=?@[]_~"), nonASCII: .universalOrPrivate,
    allowsPercentEncoding: true)
}
