/// The strictness of reading a domain name.
struct DomainSyntax: Sendable {
  /// Whether an ASCII label may have hyphens in the third and fourth position without being an A-label.
  var allowsReservedLabels = false
  /// Whether a label beyond ASCII must be in NFC.
  var requiresNFC = true
  /// Whether the ideographic full stops also separate labels.
  ///
  /// https://www.rfc-editor.org/rfc/rfc3490#section-3.1
  var hasIdeographicSeparators = false

  static let hostname = DomainSyntax(allowsReservedLabels: true)
  static let idnHostname = DomainSyntax(hasIdeographicSeparators: true)
  static let idnEmail = DomainSyntax(requiresNFC: false)

  func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".": true
    case "\u{3002}", "\u{FF0E}", "\u{FF61}": hasIdeographicSeparators
    default: false
    }
  }
}
