public import APIOperations
public import SchemaRules

/// Why a rule is there and what it asks, in a few lines, for those whose document breaks it.
public struct RuleExplanation: Hashable, Sendable {
  /// The rule's id.
  public let rule: String
  /// What the field is for.
  public let summary: String
  /// What the rule asks, in plain English; of a pattern, its reading.
  public let reason: String
  /// Whether the page states the rule, and what else to know of where it comes from.
  public let provenance: String
  /// The place on the page; nil if the rule belongs to no operation, or if the operation does not say.
  public let place: String?

  /// Explains a rule, with its place where it is one of an operation's rules.
  public init(_ rule: Rule, of operation: APIOperation? = nil) {
    let reference = RuleReference(rule, of: operation, .init())
    self.rule = rule.id
    summary = rule.summary
    reason = reference.pattern?.reading.text ?? reference.statement
    provenance = rule.provenance.sentence
    place = reference.place
  }

  /// The explanation as lines of text.
  public var lines: [String] { ["\(summary) \(reason)", origin, rule] }

  /// The provenance, with the place in parentheses if there is one.
  public var origin: String { place.map { "\(provenance) (\($0))" } ?? provenance }
}
