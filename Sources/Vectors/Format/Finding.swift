/// One violated rule, in a form that implementations in any language can report.
///
/// Pointers are compared code point by code point: the equality of `String` would merge canonically equivalent names.
public struct Finding: Hashable, Sendable, Comparable {
  /// The JSON Pointer of the field at fault; for a missing field, the pointer that it would have.
  public var pointer: String
  /// JSON Schema's name of the rule.
  public var keyword: String

  /// Creates a finding.
  public init(_ pointer: String, _ keyword: String) {
    self.pointer = pointer
    self.keyword = keyword
  }

  /// Whether pointer and keyword are the same.
  public static func == (one: Finding, other: Finding) -> Bool {
    one.pointer.utf8.elementsEqual(other.pointer.utf8) && one.keyword == other.keyword
  }

  /// Hashes the pointer and the keyword.
  public func hash(into hasher: inout Hasher) {
    for byte in pointer.utf8 { hasher.combine(byte) }
    hasher.combine(keyword)
  }

  /// Orders by pointer, then keyword.
  public static func < (one: Finding, other: Finding) -> Bool {
    if one.pointer.utf8.elementsEqual(other.pointer.utf8) { return one.keyword < other.keyword }
    return one.pointer.utf8.lexicographicallyPrecedes(other.pointer.utf8)
  }
}
