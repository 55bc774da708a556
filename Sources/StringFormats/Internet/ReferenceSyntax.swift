/// The characters allowed in the parts of a URI or an IRI.
struct ReferenceSyntax: Sendable {
  let userInfo: CharacterRule
  let registeredName: CharacterRule
  /// The segments of a path with the slashes between them.
  let path: CharacterRule
  /// The first segment of a relative path, which must not look like a scheme.
  let segmentWithoutColon: CharacterRule
  let query: CharacterRule
  let fragment: CharacterRule

  private init(nonASCII: CharacterRule.NonASCII, nonASCIIInQuery: CharacterRule.NonASCII) {
    let name = Self.unreserved + Self.subDelimiters
    func rule(_ ascii: ByteSet, _ nonASCII: CharacterRule.NonASCII) -> CharacterRule {
      CharacterRule(ascii: ascii, nonASCII: nonASCII, allowsPercentEncoding: true)
    }
    userInfo = rule(name + ByteSet(":"), nonASCII)
    registeredName = rule(name, nonASCII)
    path = rule(name + ByteSet(":@/"), nonASCII)
    segmentWithoutColon = rule(name + ByteSet("@"), nonASCII)
    query = rule(name + ByteSet(":@/?"), nonASCIIInQuery)
    fragment = rule(name + ByteSet(":@/?"), nonASCII)
  }

  /// https://www.rfc-editor.org/rfc/rfc3986#section-2.3
  static let unreserved = ByteSet.alphanumerics + ByteSet("-._~")
  /// https://www.rfc-editor.org/rfc/rfc3986#section-2.2
  static let subDelimiters = ByteSet("!$&'()*+,;=")

  /// https://www.rfc-editor.org/rfc/rfc3986#appendix-A
  static let uri = ReferenceSyntax(nonASCII: .none, nonASCIIInQuery: .none)
  /// https://www.rfc-editor.org/rfc/rfc3987#section-2.2
  static let iri = ReferenceSyntax(nonASCII: .universal, nonASCIIInQuery: .universalOrPrivate)
}
