/// https://www.rfc-editor.org/rfc/rfc3986#appendix-A
extension TextScanner {
  mutating func takeReference(_ syntax: ReferenceSyntax, requiresScheme: Bool) -> Bool {
    let start = position
    let hasScheme = takeScheme()
    if !hasScheme {
      guard !requiresScheme else { return false }
      position = start
    }
    if isNext("/"), byte(ahead: 1) == UInt8(ascii: "/") {
      position += 2
      guard takeAuthority(syntax), isAtEnd || isNext(Self.authorityEnds) else { return false }
    } else if !hasScheme {
      skip(syntax.segmentWithoutColon)
      guard !isNext(":") else { return false }
    }
    skip(syntax.path)
    if take("?") { skip(syntax.query) }
    if take("#") { skip(syntax.fragment) }
    return true
  }

  private static let authorityEnds = ByteSet("/?#")
  private static let schemeCharacters = ByteSet.alphanumerics + ByteSet("+-.")

  private mutating func takeScheme() -> Bool {
    guard take(.letters) else { return false }
    skip(Self.schemeCharacters)
    return take(":")
  }

  private mutating func takeAuthority(_ syntax: ReferenceSyntax) -> Bool {
    let start = position
    skip(syntax.userInfo)
    // Without an at sign, these characters are the host and possibly the port.
    if !take("@") { position = start }
    if take("[") {
      guard takeIPLiteral(), take("]") else { return false }
    } else {
      skip(syntax.registeredName)
    }
    if take(":") { skip(.digits) }
    return true
  }

  private mutating func takeIPLiteral() -> Bool {
    guard take("V") || take("v") else { return takeIPv6Address() }
    return skip(.hexadecimalDigits) > 0 && take(".") && skip(Self.futureAddressCharacters) > 0
  }

  private static let futureAddressCharacters =
    ReferenceSyntax.unreserved + ReferenceSyntax.subDelimiters + ByteSet(":")
}
