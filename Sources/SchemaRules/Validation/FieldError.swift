public import JSONText

/// One broken rule of a schema, at one place of a document.
///
/// It never holds the value of a field, so that no rendering of it can show a secret.
public struct FieldError: Hashable, Sendable {
  /// What was found instead, where the rule does not say it already.
  public enum Actual: Hashable, Sendable {
    /// The rule says it all.
    case unspecified
    /// The string's length in code points.
    case length(Int)
    /// The value's type.
    case kind(JSONKind)
    /// A number that is not whole, where an integer is asked for.
    case fractionalNumber
  }

  /// The rule that is broken.
  public let rule: Rule
  /// The field at fault; for a missing field its own place, although nothing is there.
  ///
  /// An unknown member of a secret object is an exception: its name may itself be secret, so that
  /// the pointer is the object's, and only `byteRange` tells the member.
  public let pointer: JSONPointer
  /// What was found.
  public let actual: Actual
  /// Where the value stands in the document: a string with its quotes, the opening brace or
  /// bracket of a container, the name of an unknown member; for a missing field the opening brace
  /// of the object that lacks it.
  public let byteRange: Range<Int>

  /// What the rule is about.
  public var keyword: Keyword { rule.keyword }
}

extension FieldError: CustomStringConvertible {
  /// The message with the keyword.
  public var description: String { "\(message) [\(keyword.rawValue)]" }

  /// What is wrong, in plain English; starts with the pointer.
  public var message: String {
    let field = pointer == .root ? "the document" : pointer.description
    switch (rule.parameter, actual) {
    case (.type(let type), .kind(let kind)):
      return "\(field) must be \(type.withArticle), not \(kind.withArticle)"
    case (.type(let type), _):
      return "\(field) must be \(type.withArticle), not a number with a fractional part"
    case (.length(let bound), .length(let length)):
      let side = keyword == .minLength ? "at least" : "at most"
      let unit = bound == 1 ? "code point" : "code points"
      return "\(field) must have \(side) \(bound) \(unit); it has \(length)"
    case (.pattern(let source), _):
      return "\(field) must match the pattern \(source)"
    case (.allowed(let values), _):
      let list = values.map { "\"\($0)\"" }
      return list.count == 1
        ? "\(field) must be \(list.joined())"
        : "\(field) must be one of \(list.joined(separator: ", "))"
    case (.unknownFields, _):
      return pointer == rule.pointer && rule.isSecret
        ? "\(field) has a member that is not a known field; its name is withheld"
        : "\(field) is not a known field"
    default:
      return "\(field) is required"
    }
  }

  /// A parameter's value, for renderings that programs read.
  public enum ParameterValue: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Several texts.
    case list([String])
  }

  /// The parameters by name, in a fixed order: `expected` and `actual` of a type, `limit` and
  /// `actual` of a length in code points, `pattern`, `allowed`.
  public var parameters: [(name: String, value: ParameterValue)] {
    switch (rule.parameter, actual) {
    case (.type(let type), .kind(let kind)):
      [("expected", .text(type.rawValue)), ("actual", .text(kind.rawValue))]
    case (.type(let type), _):
      [("expected", .text(type.rawValue)), ("actual", .text(JSONKind.number.rawValue))]
    case (.length(let bound), .length(let length)):
      [("limit", .number(bound)), ("actual", .number(length))]
    case (.length(let bound), _): [("limit", .number(bound))]
    case (.pattern(let source), _): [("pattern", .text(source))]
    case (.allowed(let values), _): [("allowed", .list(values))]
    case (.none, _), (.unknownFields, _): []
    }
  }
}

extension ValueType {
  /// The type in a sentence.
  public var withArticle: String {
    self == .integer || self == .object || self == .array ? "an \(rawValue)" : "a \(rawValue)"
  }
}

extension JSONKind {
  /// The kind in a sentence.
  public var withArticle: String {
    switch self {
    case .object, .array: "an \(rawValue)"
    case .string, .number, .boolean: "a \(rawValue)"
    case .null: rawValue
    }
  }
}
