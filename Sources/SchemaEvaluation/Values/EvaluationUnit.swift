public import JSONText
public import SchemaRules

/// The result of evaluating one schema on one value: an output unit.
///
/// It never contains the value, or a member name that may be secret.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#section-12
public struct EvaluationUnit: Sendable {
  /// Whether a value satisfies a schema.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The value satisfies the schema.
    case valid
    /// The value violates a rule.
    case invalid
    /// A limit was exceeded before the verdict was known. Never treat it as valid.
    case indeterminate
  }

  /// Whether the value satisfies the schema.
  public let verdict: Verdict
  /// The path of keywords, including references, from the root of the schema to this schema.
  public let evaluationPath: JSONPointer
  /// The location of the schema: the URI of its resource, with a JSON Pointer as the fragment.
  public let schemaLocation: String
  /// The path to the value. Inside a secret object, the path ends before the first name that the schema does not
  /// declare. For the name of a member, it is the path to the object.
  public let instanceLocation: JSONPointer
  /// The errors, at most one per keyword; the schema `false` has an error with an empty name. Failures of subschemas
  /// are in `details`.
  public let errors: [Named<String>]
  /// The annotations of a value that satisfies the schema, at most one per keyword.
  public let annotations: [Named<JSONValue>]
  /// The units of the subschemas. If the same schema applies to the same value repeatedly, only
  /// `EvaluationLimits.repeatedUnits` of the repetitions have details.
  public let details: [EvaluationUnit]

  /// The node of the schema's graph.
  public let node: NodeID
  /// Whether a failure counts against the enclosing schema.
  let isDecisive: Bool
}

extension EvaluationUnit.Verdict {
  /// The verdict for a value that must satisfy two schemas.
  func and(_ other: Self) -> Self {
    if self == .invalid || other == .invalid { return .invalid }
    return self == .indeterminate ? self : other
  }
}

/// One failure of a keyword, before it becomes a message.
struct Finding: Hashable, Sendable {
  /// What is wrong.
  enum Reason: Hashable, Sendable {
    /// The value violates the rule.
    case broken(FieldError.Actual)
    /// The object lacks members; another member may be the cause.
    case missing([String], because: String?)
    /// Matching a pattern gave up.
    case matching(limit: String)
    /// The evaluation exceeded one of its limits.
    case evaluation(EvaluationLimits.Limit, bound: Int)
    /// A limit left open whether other keywords evaluate a member or an element.
    case unevaluated
    /// The schema applies endlessly to the same value.
    case endlessReference
  }

  /// The index of the keyword among those of the node; nil if the schema itself could not be evaluated.
  let use: Int?
  let reason: Reason
}
