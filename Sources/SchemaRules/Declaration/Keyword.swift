/// What a rule is about, by JSON Schema's names.
///
/// https://json-schema.org/draft/2020-12/json-schema-validation
public enum Keyword: String, Hashable, Sendable, CaseIterable {
  /// The value has the declared type.
  case type
  /// The member is there.
  case required
  /// The string has at least so many code points.
  case minLength
  /// The string has at most so many code points.
  case maxLength
  /// The pattern matches somewhere in the string.
  case pattern
  /// The value is one of those listed.
  case `enum`
  /// The object has no members but those named.
  case additionalProperties
}
