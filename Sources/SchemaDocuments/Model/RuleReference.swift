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
  /// What its pattern means, if it asks for one.
  public let pattern: PatternReference?
  /// The vectors that pin the rule.
  public let vectors: VectorIndex.Vectors

  init(_ rule: Rule, of operation: APIOperation?, _ vectors: VectorIndex.Vectors) {
    self.rule = rule
    place = operation?.place(of: rule)
    self.vectors = vectors
    statement = Self.statement(rule)
    if case .pattern(let source) = rule.parameter {
      pattern = PatternReference(source)
    } else {
      pattern = nil
    }
  }

  /// The rule's parameter as it stands in tables; empty if the keyword says it all.
  public var parameterText: String {
    rule.keyword == .required ? "" : rule.parameter.text
  }

  /// Where the rule comes from, in a sentence.
  public var origin: String {
    rule.graph.isDeclared ? rule.provenance.sentence : "The schema states it."
  }

  private static func statement(_ rule: Rule) -> String {
    switch (rule.keyword, rule.parameter) {
    case (_, .names(let names)):
      return rule.graph.isDeclared
        ? "The field must be there." : "The object \(Rule.statement(missing: names))."
    case (_, .types(let types)):
      return "The value is \(types.map(\.withArticle).joined(separator: " or "))."
    case (.minLength, .count(let bound)), (.maxLength, .count(let bound)):
      let side = rule.keyword == .minLength ? "at least" : "at most"
      return "The text has \(side) \(bound) code point\(bound == 1 ? "" : "s")."
    case (_, .pattern): return "The text matches the pattern."
    case (_, .values(let values)):
      let list = values.map(\.compactText)
      let subject = values.allSatisfy { $0.stringValue != nil } ? "text" : "value"
      return list.count == 1
        ? "The \(subject) is \(list.joined())."
        : "The \(subject) is one of \(list.joined(separator: ", "))."
    case (_, .unknownFields(.allow)): return "Members of other names are allowed."
    case (_, .unknownFields(.report)):
      return "Members of other names are allowed, with a warning."
    case (_, .unknownFields(.reject)): return "There are no members of other names."
    default: return "The value \(rule.statement(of: .unspecified, withholdsName: false))."
    }
  }
}

extension Provenance {
  /// The relation to the page in a sentence.
  public var sentence: String {
    let status =
      switch status {
      case .documented: "Documented: the page says so."
      case .chosen: "Chosen: the page is silent."
      case .contradicted: "Contradicted: the page disagrees with itself."
      }
    return note.isEmpty ? status : "\(status) \(note)"
  }
}
