/// One broken rule, as implementations in any language can name it.
public struct Finding: Hashable, Sendable, Comparable {
  /// The JSON Pointer of the field at fault; of a missing field its own.
  public var pointer: String
  /// JSON Schema's name of the rule.
  public var keyword: String

  /// A finding by its parts.
  public init(_ pointer: String, _ keyword: String) {
    self.pointer = pointer
    self.keyword = keyword
  }

  /// Orders by pointer, then keyword.
  public static func < (one: Finding, other: Finding) -> Bool {
    (one.pointer, one.keyword) < (other.pointer, other.keyword)
  }
}
