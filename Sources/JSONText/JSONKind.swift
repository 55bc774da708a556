/// The six types of JSON values (RFC 8259 section 3), named as JSON Schema names them.
@frozen public enum JSONKind: String, Hashable, Sendable, CaseIterable {
  /// Members in braces.
  case object
  /// Elements in brackets.
  case array
  /// Text in double quotes.
  case string
  /// A decimal number, whole or not.
  case number
  /// `true` or `false`.
  case boolean
  /// `null`.
  case null
}
