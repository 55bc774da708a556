import APIOperations
import ECMARegex
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

  private static func statement(_ rule: Rule) -> String {
    switch rule.parameter {
    case .names: return "The field must be there."
    case .types(let types):
      return "The value is \(types.map(\.withArticle).joined(separator: " or "))."
    case .count(let bound):
      let side = rule.keyword == .minLength ? "at least" : "at most"
      return "The text has \(side) \(bound) code point\(bound == 1 ? "" : "s")."
    case .pattern: return "The text matches the pattern."
    case .values(let values):
      let list = values.map(\.compactText)
      return list.count == 1
        ? "The text is \(list.joined())." : "The text is one of \(list.joined(separator: ", "))."
    case .unknownFields(.allow): return "Members of other names are allowed."
    case .unknownFields(.report): return "Members of other names are allowed, with a warning."
    case .unknownFields(.reject): return "There are no members of other names."
    default: return "The value satisfies \(rule.keyword.rawValue) \(rule.parameter.text)."
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
