public import APIOperations
public import SchemaRules

/// The requirement and the origin of a rule, in a few lines.
public struct RuleExplanation: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// The purpose of the field; empty if the schema does not say.
  public let summary: String
  /// The requirement of the rule in plain English; for a pattern, its reading.
  public let reason: String
  /// Whether the page states the rule, with a note if there is one; empty for a rule that was read from a
  /// schema's text.
  public let provenance: String
  /// The place on the page; nil if the rule belongs to no operation, or if the operation does not say.
  public let place: String?

  /// Explains a rule, with its place on the page if it belongs to the operation.
  public init(_ rule: Rule, of operation: APIOperation? = nil) {
    let reference = RuleReference(rule, of: operation, .init())
    self.rule = rule.id
    summary = rule.summary
    let parameter = rule.parameter.text
    reason =
      reference.pattern?.reading.text
      ?? (rule.graph.isDeclared
        ? reference.statement
        : "Requires `\(rule.keyword.rawValue)\(parameter.isEmpty ? "" : ": \(parameter)")`.")
    provenance = rule.graph.isDeclared ? rule.provenance.sentence : ""
    place = reference.place
  }

  /// The explanation as lines of text.
  public var lines: [String] {
    (provenance.isEmpty ? [summary, reason, rule] : ["\(summary) \(reason)", origin, rule])
      .filter { !$0.isEmpty }
  }

  /// The provenance, with the place in parentheses if there is one.
  public var origin: String { place.map { "\(provenance) (\($0))" } ?? provenance }
}
