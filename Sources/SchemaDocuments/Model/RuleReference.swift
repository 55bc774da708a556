import APIOperations
import ECMARegex
import JSONText
public import SchemaRules

/// One rule of a field.
public struct RuleReference: Sendable {
  /// The rule.
  public let rule: Rule
  /// The place on the page that states the rule; nil if the operation does not say.
  public let place: String?
  /// The rule in plain English, a full sentence.
  public let statement: String
  /// The meaning of the pattern; nil for other keywords.
  public let pattern: PatternReference?
  /// The vectors that test the rule.
  public let vectors: VectorIndex.Vectors
  /// The anchor for links to the rule; nil if another field has it.
  var anchor: String?

  init(_ rule: Rule, of operation: APIOperation?, _ vectors: VectorIndex.Vectors) {
    self.rule = rule
    place = operation?.place(of: rule)
    self.vectors = vectors
    statement = Self.statement(rule)
    pattern =
      if case .pattern(let source) = rule.parameter { PatternReference(source) } else { nil }
  }

  /// The rule's parameter for tables; empty if the keyword needs none.
  public var parameterText: String {
    rule.keyword == .required ? "" : rule.parameter.text
  }

  /// A short text for a rule other than type and presence; nil for those.
  var bound: String? {
    switch rule.parameter {
    case .count, .number, .format: "\(rule.keyword.rawValue) \(parameterText)"
    case .flag where rule.isSchemaFalse:
      switch rule.keyword {
      case .additionalProperties, .unevaluatedProperties: "no other members"
      case .items, .additionalItems, .unevaluatedItems: "no other elements"
      default: nil
      }
    case .flag: rule.keyword.rawValue
    case .pattern(let source): source
    case .values(let values): values.map(\.compactText).joined(separator: " | ")
    case .namesByName, .dependencies:
      parameterText.isEmpty ? nil : "\(rule.keyword.rawValue) \(parameterText)"
    default: nil
    }
  }

  /// The members that the rule requires in its value.
  var requiredMembers: [String] {
    guard rule.subject == rule.node, rule.keyword == .required,
      case .names(let names) = rule.parameter
    else { return [] }
    return names
  }

  /// The pattern as a diagram; nil for other keywords and for a pattern that is not valid.
  var diagram: RailroadDiagram? {
    pattern.flatMap { pattern in
      pattern.syntax.map { RailroadDiagram($0, title: pattern.reading.text) }
    }
  }

  /// The name of the diagram's file.
  var diagramName: String { FileName.ofID(rule.id) + ".svg" }

  /// The origin of the rule, in a sentence; empty for a rule that was read from a schema's text.
  public var origin: String { rule.graph.isDeclared ? rule.provenance.sentence : "" }

  private static func statement(_ rule: Rule) -> String {
    switch rule.parameter {
    case .names(let names):
      rule.graph.isDeclared
        ? "The field is required." : "The object \(Rule.statement(missing: names))."
    case .types(let types):
      "The value must be \(types.map(\.withArticle).joined(separator: " or "))."
    case .unknownFields(let policy):
      switch policy {
      case .allow: "Undeclared members are allowed."
      case .report: "Undeclared members are allowed, with a warning."
      case .reject: "Undeclared members are rejected."
      }
    case .pattern: "The value must match the pattern."
    case .flag where rule.isSchemaFalse:
      switch rule.keyword {
      case .additionalProperties, .unevaluatedProperties: "Undeclared members are rejected."
      case .items, .additionalItems, .unevaluatedItems: "Further elements are rejected."
      default: "No value is allowed."
      }
    default: "The value \(rule.statement(of: .unspecified, withholdsName: false))."
    }
  }
}

extension Rule {
  /// Whether the rule is the schema `false`.
  fileprivate var isSchemaFalse: Bool { keywordUse.keyword == .falseSchema }
}

extension Provenance {
  /// The relation of the rule to the page, in a sentence.
  public var sentence: String {
    let status =
      switch status {
      case .documented: "Documented: the page states it."
      case .chosen: "Chosen: the page is silent."
      case .contradicted: "Contradicted: the page contradicts itself."
      }
    return note.isEmpty ? status : "\(status) \(note)"
  }
}
