/// https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2
extension TextScanner {
  mutating func takeMailbox(_ syntax: MailboxSyntax) -> Bool {
    guard isNext("\"") ? takeQuotedString(syntax) : takeDotString(syntax), take("@") else {
      return false
    }
    if take("[") { return takeAddressLiteral() && take("]") }
    let start = position
    if takeDomain(), isAtEnd { return true }
    position = start
    return syntax.allowsUnicode && takeDomainName(.idnEmail)
  }

  private mutating func takeDotString(_ syntax: MailboxSyntax) -> Bool {
    repeat {
      guard skip(syntax.atom) > 0 else { return false }
    } while take(".")
    return true
  }

  private mutating func takeQuotedString(_ syntax: MailboxSyntax) -> Bool {
    guard take("\"") else { return false }
    while true {
      skip(syntax.quoted)
      if take("\"") { return true }
      // A backslash escapes itself, a quotation mark, and any other printable ASCII character.
      guard take("\\"), let next, 0x20...0x7E ~= next else { return false }
      position += 1
    }
  }

  private mutating func takeAddressLiteral() -> Bool {
    guard isNext("I") || isNext("i") else { return takeIPv4Address() }
    for (upper, lower) in [("I", "i"), ("P", "p"), ("V", "v")] as [(Unicode.Scalar, Unicode.Scalar)]
    {
      guard take(upper) || take(lower) else { return false }
    }
    return take("6") && take(":") && takeIPv6Address()
  }

  /// Moves past labels of letters, digits and inner hyphens, of any length.
  private mutating func takeDomain() -> Bool {
    repeat {
      guard takeLDHLabel() > 0 else { return false }
    } while take(".")
    return true
  }
}
