public import JSONText
public import SchemaRules

/// What evaluating one schema on one value gave: an output unit.
///
/// It never holds the value, nor a member's name that may be secret.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#section-12
public struct EvaluationUnit: Sendable {
  /// Whether a value satisfies a schema.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The value satisfies the schema.
    case valid
    /// The value breaks a rule.
    case invalid
    /// A limit was hit before that was known; never to be taken for valid.
    case indeterminate
  }

  /// Whether the value satisfies the schema.
  public let verdict: Verdict
  /// The keywords followed from the root of the schema to this schema, references included.
  public let evaluationPath: JSONPointer
  /// The place of the schema: the URI of its resource, and a JSON Pointer into it as the fragment.
  public let schemaLocation: String
  /// The place of the value. Below a secret object, a place stops in front of the first name that the
  /// schema does not declare; for a member's name it is the place of the object.
  public let instanceLocation: JSONPointer
  /// What is wrong, by keyword, each keyword once; under the empty name for the schema `false`, which has
  /// no keyword. Failures of subschemas are in `details`.
  public let errors: [Named<String>]
  /// What the schema says of a value that satisfies it, by keyword, each keyword once.
  public let annotations: [Named<JSONValue>]
  /// The units of the subschemas. Where the same schema applies to the same value in many ways, all but
  /// `EvaluationLimits.repeatedUnits` of the repetitions are without details.
  public let details: [EvaluationUnit]

  /// The node of the schema's graph.
  public let node: NodeID
  /// Whether a failure counts against the schema around it.
  let isDecisive: Bool
}

extension EvaluationUnit.Verdict {
  /// The verdict on a value that must satisfy two schemas.
  func and(_ other: Self) -> Self {
    if self == .invalid || other == .invalid { return .invalid }
    return self == .indeterminate ? self : other
  }
}

/// One failure of a keyword, before it is put into words.
struct Finding: Hashable, Sendable {
  /// What is wrong.
  enum Reason: Hashable, Sendable {
    /// The value breaks the rule.
    case broken(FieldError.Actual)
    /// The object lacks members; another member may be the cause.
    case missing([String], because: String?)
    /// Matching a pattern gave up.
    case matching(limit: String)
    /// The evaluation hit one of its own limits.
    case evaluation(EvaluationLimits.Limit, bound: Int)
    /// Whether other keywords evaluate a member or an element was left open by a limit.
    case unevaluated
    /// The schema applies to the same value again, without end.
    case endlessReference
  }

  /// The index of the keyword among those of the node; nil where the schema itself could not be evaluated.
  let use: Int?
  let reason: Reason
}
