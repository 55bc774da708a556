/// The characters of a mailbox.
struct MailboxSyntax: Sendable {
  let atom: CharacterRule
  let quoted: CharacterRule
  let allowsUnicode: Bool

  private init(allowsUnicode: Bool) {
    let nonASCII: CharacterRule.NonASCII = allowsUnicode ? .all : .none
    atom = CharacterRule(
      ascii: .alphanumerics + ByteSet("!#$%&'*+-/=?^_`{|}~"), nonASCII: nonASCII)
    quoted = CharacterRule(
      ascii: .alphanumerics + ByteSet(" !#$%&'()*+,-./:;<=>?@[]^_`{|}~"), nonASCII: nonASCII)
    self.allowsUnicode = allowsUnicode
  }

  /// https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2
  static let ascii = MailboxSyntax(allowsUnicode: false)
  /// https://www.rfc-editor.org/rfc/rfc6531#section-3.3
  static let unicode = MailboxSyntax(allowsUnicode: true)
}
