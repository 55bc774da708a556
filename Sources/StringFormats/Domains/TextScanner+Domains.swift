extension TextScanner {
  /// Moves past a host name; each label that starts with `xn--` must be an A-label.
  mutating func takeHostname() -> Bool {
    let start = position
    guard let hasALabel = takeLDHName() else { return false }
    guard hasALabel else { return true }
    position = start
    return takeDomainName(.hostname)
  }

  /// Moves past labels of letters, digits and inner hyphens. Returns whether one of them starts with
  /// `xn--`, or nil if there is no label, or if a label or the name is too long.
  ///
  /// https://www.rfc-editor.org/rfc/rfc1123#section-2.1
  mutating func takeLDHName() -> Bool? {
    let start = position
    var hasALabel = false
    repeat {
      hasALabel = hasALabel || isAtALabel
      let length = takeLDHLabel()
      guard length > 0, length <= DomainLabel.maximumLength,
        position - start <= DomainLabel.maximumNameLength
      else { return nil }
    } while take(".")
    return hasALabel
  }

  private var isAtALabel: Bool {
    guard isNext("x") || isNext("X"), let second = byte(ahead: 1) else { return false }
    return second | 0x20 == UInt8(ascii: "n") && byte(ahead: 2) == UInt8(ascii: "-")
      && byte(ahead: 3) == UInt8(ascii: "-")
  }

  /// Moves past letters, digits and inner hyphens. Returns their number, or 0 if the label is empty or ends with a
  /// hyphen.
  mutating func takeLDHLabel() -> Int {
    let start = position
    repeat {
      guard skip(.alphanumerics) > 0 else { return 0 }
    } while skip(Self.hyphen) > 0
    return position - start
  }

  private static let hyphen = ByteSet("-")

  /// Moves past a domain name of IDNA 2008.
  ///
  /// https://www.rfc-editor.org/rfc/rfc5891#section-5
  mutating func takeDomainName(_ syntax: DomainSyntax) -> Bool {
    var labels: [DomainLabel] = []
    var length = -1  // There is one dot less than there are labels.
    repeat {
      guard let label = takeDomainLabel(syntax) else { return false }
      length += 1 + label.lengthInOctets
      guard length <= DomainLabel.maximumNameLength else { return false }
      labels.append(label)
    } while takeSeparator(syntax)
    return !labels.contains { $0.isRightToLeft } || labels.allSatisfy { $0.followsBidiRule }
  }

  private mutating func takeDomainLabel(_ syntax: DomainSyntax) -> DomainLabel? {
    var scalars: [Unicode.Scalar] = []
    while let (value, length) = nextScalar, let scalar = Unicode.Scalar(value),
      !syntax.isSeparator(scalar)
    {
      // A scalar takes at least one octet in every form of the label.
      guard scalars.count < DomainLabel.maximumLength else { return nil }
      scalars.append(scalar)
      position += length
    }
    return DomainLabel(scalars, syntax: syntax)
  }

  private mutating func takeSeparator(_ syntax: DomainSyntax) -> Bool {
    guard let (value, length) = nextScalar, let scalar = Unicode.Scalar(value),
      syntax.isSeparator(scalar)
    else { return false }
    position += length
    return true
  }
}
