public import ECMARegex
public import JSONText

/// What came of checking one document.
public struct ValidationResult: Sendable {
  /// The possible outcomes.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The document satisfies every rule.
    case valid
    /// The document breaks a rule.
    case invalid
    /// The document is not strict JSON.
    case malformed
    /// A limit was hit before the document could be judged; never to be taken for valid.
    case indeterminate
  }

  /// The outcome. A malformed document is called that whatever else is wrong with it; of the
  /// others, one in which a limit was hit is indeterminate.
  public var outcome: Outcome {
    switch obstacle {
    case .fault: .malformed
    case .limit: .indeterminate
    case nil: errors.isEmpty && omittedErrorCount == 0 ? .valid : .invalid
    }
  }

  /// The broken rules, in document order, those of missing fields after those of the fields that
  /// are there in their object. Empty for a malformed document.
  public internal(set) var errors: [FieldError] = []
  /// Unknown fields, where the policy is to report them. They do not change the outcome.
  public internal(set) var warnings: [FieldError] = []
  /// How many errors were found beyond `ValidationLimits.errors`.
  public internal(set) var omittedErrorCount = 0
  /// How many warnings were found beyond `ValidationLimits.errors`.
  public internal(set) var omittedWarningCount = 0
  /// What kept the document from being judged by the rules alone.
  private var obstacle: Obstacle?

  /// Indirect, so that a result without one stays small.
  private indirect enum Obstacle {
    case fault(JSONFault)
    case limit(ExceededLimit)
  }

  init() {}

  init(fault: JSONFault) {
    obstacle = .fault(fault)
  }

  /// Why the document is malformed. Nil for any other outcome.
  public var fault: JSONFault? {
    guard case .fault(let fault) = obstacle else { return nil }
    return fault
  }

  /// The first limit that was hit. Nil unless the outcome is `indeterminate`.
  public var limit: ExceededLimit? {
    guard case .limit(let limit) = obstacle else { return nil }
    return limit
  }

  /// Whether the document could not be judged by the rules alone.
  var hasObstacle: Bool {
    if case nil = obstacle { false } else { true }
  }

  mutating func noteFirst(_ limit: ExceededLimit) {
    guard case nil = obstacle else { return }
    obstacle = .limit(limit)
  }
}

/// A limit that was hit, so that a document could not be judged.
public struct ExceededLimit: Hashable, Sendable {
  /// The kinds of limits.
  public enum Name: Hashable, Sendable {
    /// A limit of the reader.
    case document(JSONLimits.Limit, bound: Int)
    /// A limit of matching, at the field that the rule is about.
    case matching(MatchLimit, Rule)
  }

  /// Which limit was hit.
  public let name: Name
  /// The field whose pattern was not decided; the whole document for a limit of the reader.
  public let pointer: JSONPointer
  /// Where it was hit.
  public let byteRange: Range<Int>

  /// A stable name for programs, such as `depth`.
  public var code: String {
    switch name {
    case .document(let limit, _): limit.rawValue
    case .matching(let limit, _): limit.rawValue
    }
  }

  /// What happened, in plain English.
  public var message: String {
    switch name {
    case .document(.depth, let bound):
      "containers are nested more than \(bound) deep, the limit \"depth\""
    case .document(.documentBytes, let bound):
      "the document has more than \(bound) bytes, the limit \"documentBytes\""
    case .matching(let limit, let rule):
      "\(pointer): matching the pattern of \(rule.id) hit the limit \"\(limit.rawValue)\""
    }
  }
}

/// The bounds within which a validator works.
public struct ValidationLimits: Hashable, Sendable {
  /// The reader's bounds.
  public var json: JSONLimits
  /// The bounds of each match of a pattern.
  public var matching: MatchLimits
  /// How many errors, and how many warnings, a result holds at most; the rest is counted.
  public var errors: Int

  /// The defaults of each part, and 100 errors.
  public init(
    json: JSONLimits = JSONLimits(), matching: MatchLimits = MatchLimits(), errors: Int = 100
  ) {
    self.json = json
    self.matching = matching
    self.errors = errors
  }
}
