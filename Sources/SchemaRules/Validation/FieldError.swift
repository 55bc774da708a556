public import JSONText

/// A violation of one rule of a schema, at one place in a document.
///
/// It never contains the value of a field, so no rendering of it can reveal a secret.
public struct FieldError: Hashable, Sendable {
  /// What the document contains, unless the rule implies it.
  public enum Actual: Hashable, Sendable {
    /// The rule implies it.
    case unspecified
    /// The string's length in code points, or the number of elements or members.
    case length(Int)
    /// The value's type.
    case kind(JSONKind)
    /// A number with a fractional part, where an integer is required.
    case fractionalNumber
    /// Two elements are equal, by their indices.
    case equalElements(Int, Int)
    /// None of several alternatives is satisfied, or more than one.
    case noAlternative
    case severalAlternatives
    /// Another member requires this one.
    case dependent
  }

  /// The violated rule.
  public let rule: Rule
  /// The field at fault; for a missing field, the pointer that it would have.
  ///
  /// An undeclared member of a secret object is an exception: its name may itself be secret, so the
  /// pointer is the object's, and only `byteRange` identifies the member.
  public internal(set) var pointer: JSONPointer
  /// What the document contains.
  public let actual: Actual
  /// The position of the value in the document: a string with its quotes, the opening brace or
  /// bracket of a container, the name of an undeclared member; for a missing field, the opening
  /// brace of the object that should contain it.
  public internal(set) var byteRange: Range<Int>
  /// The sort key of errors: the place where the error was found.
  let order: Int

  /// The keyword of the rule.
  public var keyword: Keyword { rule.keyword }
}

extension FieldError: CustomStringConvertible {
  /// The message with the keyword.
  public var description: String { "\(message) [\(keyword.rawValue)]" }

  /// What is wrong, in plain English. It starts with the pointer.
  public var message: String {
    let field = pointer == .root ? "the document" : pointer.description
    return "\(field) \(rule.statement(of: actual, withholdsName: isNameWithheld))"
  }

  /// Whether the error is about a member of a secret object.
  var isNameWithheld: Bool {
    rule.isSecret && rule.graph.nodes[rule.node].isSecret && pointer == rule.pointer
  }
}

extension Rule {
  /// The requirement of the rule, in plain English, without the value's pointer. Every message about the rule is
  /// derived from it.
  ///
  /// - Parameter withholdsName: Whether to omit the name of the member at fault, because it may be secret.
  package func statement(of actual: FieldError.Actual, withholdsName: Bool) -> String {
    switch (keyword, parameter, actual) {
    case (_, .types(let types), .kind(let kind)):
      return "must be \(Self.list(types.map(\.withArticle), "or")), not \(kind.withArticle)"
    case (_, .types(let types), _):
      return
        "must be \(Self.list(types.map(\.withArticle), "or")), not a number with a fractional part"
    case (.contains, _, _):
      return "must have an element that satisfies \"contains\""
    case (let keyword, .count(let bound), let actual):
      let isLeast = [.minLength, .minItems, .minProperties, .minContains].contains(keyword)
      let unit = bound == 1 ? keyword.unit.one : keyword.unit.many
      let found = if case .length(let count) = actual { "; it has \(count)" } else { "" }
      return "must have \(isLeast ? "at least" : "at most") \(bound) \(unit)\(found)"
    case (.minimum, .number(let bound), _): return "must be at least \(bound)"
    case (.maximum, .number(let bound), _): return "must be at most \(bound)"
    case (.exclusiveMinimum, .number(let bound), _): return "must be greater than \(bound)"
    case (.exclusiveMaximum, .number(let bound), _): return "must be less than \(bound)"
    case (.multipleOf, .number(let bound), _): return "must be a multiple of \(bound)"
    case (_, .pattern(let source), _): return "must match the pattern \(source)"
    case (_, .format(let name, _), _): return "must have the format \(name)"
    case (_, .values(let values), _):
      if values.isEmpty { return "cannot have any value, because the enumeration is empty" }
      let list = values.prefix(Self.maximumListedValues).map(\.compactText)
      let rest = values.count - list.count
      return list.count == 1 && rest == 0
        ? "must be \(list.joined())"
        : "must be one of \(list.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "")"
    case (.uniqueItems, _, .equalElements(let first, let second)):
      return "must have no equal elements; elements \(first) and \(second) are equal"
    case (.uniqueItems, _, _): return "must have no equal elements"
    case (.additionalProperties, _, _), (.unevaluatedProperties, _, _):
      return withholdsName
        ? "has a member that is not a known field; its name is withheld" : "is not a known field"
    case (.items, .flag, _), (.additionalItems, _, _), (.unevaluatedItems, _, _):
      return "is one element too many"
    case (.falseSchema, _, _): return "is not allowed"
    case (.not, _, _): return "must not satisfy the schema of \"not\""
    case (.anyOf, .schemas(let schemas), _):
      return "must satisfy at least one of \(schemas.count) alternatives\(actual.found)"
    case (.oneOf, .schemas(let schemas), _):
      return "must satisfy exactly one of \(schemas.count) alternatives\(actual.found)"
    case (_, _, .dependent): return "is required because another member is present"
    default: return "is required"
    }
  }

  /// The maximum number of values of an enumeration in a message.
  private static let maximumListedValues = 20

  /// The requirement of an object with missing members, in plain English.
  ///
  /// - Parameter cause: The member that requires them; nil if the object itself does.
  package static func statement(missing names: [String], because cause: String? = nil) -> String {
    let quoted = names.map { JSONValue.string($0).compactText }
    let beside = cause.map { " if it has \(JSONValue.string($0).compactText)" } ?? ""
    return
      "must have the \(names.count == 1 ? "member" : "members") \(list(quoted, "and"))\(beside)"
  }

  /// Words as a list in a sentence.
  private static func list(_ words: [String], _ conjunction: String) -> String {
    guard words.count > 1, let last = words.last else { return words.joined() }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}

extension FieldError {
  /// The value of a parameter, for machine-readable formats.
  public enum ParameterValue: Hashable, Sendable {
    /// Text.
    case text(String)
    /// A whole number.
    case number(Int)
    /// Any value of a schema.
    case value(JSONValue)
    /// Several values of a schema.
    case list([JSONValue])
  }

  /// The parameters by name, in a fixed order: `expected` and `actual` of a type, `limit` and
  /// `actual` of a count, `limit` of a number, `pattern`, `format`, `allowed`, `first` and `second` of
  /// equal elements.
  public var parameters: [(name: String, value: ParameterValue)] {
    switch (rule.parameter, actual) {
    case (.types(let types), _):
      let actual: JSONKind = if case .kind(let kind) = actual { kind } else { .number }
      let expected: ParameterValue =
        types.count == 1
        ? .text(types[0].rawValue) : .list(types.map { .string($0.rawValue) })
      return [("expected", expected), ("actual", .text(actual.rawValue))]
    case (.count(let bound), .length(let count)):
      return [("limit", .number(bound)), ("actual", .number(count))]
    case (.count(let bound), _): return [("limit", .number(bound))]
    case (.number(let bound), _): return [("limit", .value(.number(bound)))]
    case (.pattern(let source), _): return [("pattern", .text(source))]
    case (.format(let name, _), _): return [("format", .text(name))]
    case (.values(let values), _): return [("allowed", .list(values))]
    case (.schemas(let schemas), _): return [("alternatives", .number(schemas.count))]
    case (_, .equalElements(let first, let second)):
      return [("first", .number(first)), ("second", .number(second))]
    default: return []
    }
  }
}

extension FieldError.Actual {
  /// The number of alternatives that were found to be satisfied, as the end of a sentence.
  fileprivate var found: String {
    switch self {
    case .unspecified: ""
    case .severalAlternatives: " but satisfies more than one"
    default: " but satisfies none"
    }
  }
}

extension Keyword {
  /// The unit of a count, in singular and plural.
  package var unit: (one: String, many: String) {
    switch self {
    case .minItems, .maxItems: ("element", "elements")
    case .minProperties, .maxProperties: ("member", "members")
    case .minContains, .maxContains:
      ("element that satisfies \"contains\"", "elements that satisfy \"contains\"")
    default: ("code point", "code points")
    }
  }
}

extension JSONValue {
  /// The value as text on one line.
  package var compactText: String {
    var writer = JSONWriter()
    writer.value(self)
    return writer.text
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
