public import ECMARegex
public import JSONText

/// The result of validating one document.
public struct ValidationResult: Hashable, Sendable {
  /// The outcome with its details, for code that handles every case.
  public enum Verdict: Hashable, Sendable {
    /// The document satisfies every rule.
    case valid
    /// The document violates rules: the errors in document order; an object's missing members come last.
    case invalid([FieldError])
    /// The document is not strict JSON.
    case malformed(JSONFault)
    /// A limit was exceeded before the verdict was known. Never treat the document as valid.
    case indeterminate(ExceededLimit)
  }

  /// The outcomes by name.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The document satisfies every rule.
    case valid
    /// The document violates a rule.
    case invalid
    /// The document is not strict JSON.
    case malformed
    /// A limit was exceeded before the verdict was known. Never treat the document as valid.
    case indeterminate
  }

  /// The outcome. `malformed` takes precedence over all others, and `indeterminate` over `invalid`.
  public let outcome: Outcome
  /// The number of errors beyond `ValidationLimits.errors`.
  public let omittedErrorCount: Int

  // Nil if there are no errors: the result for a valid document owns no memory and needs no reference counting.
  private let foundErrors: [FieldError]?
  private let remarks: Remarks?

  /// The details that few results have.
  private final class Remarks: Hashable, Sendable {
    let warnings: [FieldError]
    let omittedWarningCount: Int
    let obstacle: Findings.Obstacle?

    static func == (one: Remarks, other: Remarks) -> Bool {
      one.warnings == other.warnings && one.omittedWarningCount == other.omittedWarningCount
        && one.obstacle == other.obstacle
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(obstacle)
      hasher.combine(warnings)
    }

    init(_ warnings: [FieldError], _ omittedWarningCount: Int, _ obstacle: Findings.Obstacle?) {
      self.warnings = warnings
      self.omittedWarningCount = omittedWarningCount
      self.obstacle = obstacle
    }
  }

  /// Creates the result for a valid document without remarks.
  init() {
    outcome = .valid
    omittedErrorCount = 0
    foundErrors = nil
    remarks = nil
  }

  /// Creates the result from the findings, and empties them. For an incomplete document, the rules give no verdict.
  init(taking findings: inout Findings) {
    outcome = findings.outcome
    let isMalformed = outcome == .malformed
    omittedErrorCount = isMalformed ? 0 : findings.omittedErrorCount
    findings.omittedErrorCount = 0
    // An empty list keeps its memory for the next document.
    if findings.errors.isEmpty {
      foundErrors = nil
    } else {
      let errors = exchange(&findings.errors, for: [])
      foundErrors = isMalformed ? nil : errors
    }
    guard findings.hasRemarks else {
      remarks = nil
      return
    }
    remarks =
      isMalformed
      ? Remarks([], 0, findings.obstacle)
      : Remarks(findings.warnings, findings.omittedWarningCount, findings.obstacle)
    findings = Findings()
  }

  /// The outcome with its details.
  public var verdict: Verdict {
    switch remarks?.obstacle {
    case .fault(let fault): .malformed(fault)
    case .limit(let limit): .indeterminate(limit)
    case nil: outcome == .valid ? .valid : .invalid(errors)
    }
  }

  /// The violations in document order; an object's missing members come last. Empty for a malformed document. For an
  /// indeterminate one, the violations found until the limit was exceeded.
  public var errors: [FieldError] { foundErrors ?? [] }

  /// The undeclared members, if the policy is to report them. They do not change the outcome.
  public var warnings: [FieldError] { remarks?.warnings ?? [] }

  /// The number of warnings beyond `ValidationLimits.errors`.
  public var omittedWarningCount: Int { remarks?.omittedWarningCount ?? 0 }

  /// The reason why the document is malformed; nil for any other outcome.
  public var fault: JSONFault? {
    guard case .fault(let fault) = remarks?.obstacle else { return nil }
    return fault
  }

  /// The first limit that was exceeded; nil unless the outcome is `indeterminate`.
  public var limit: ExceededLimit? {
    guard case .limit(let limit) = remarks?.obstacle else { return nil }
    return limit
  }
}

/// A limit that a document exceeded, so its outcome is indeterminate.
public struct ExceededLimit: Hashable, Sendable {
  /// The kinds of limits.
  public enum Kind: Hashable, Sendable {
    /// A limit of the reader.
    case document(JSONLimits.Limit, bound: Int)
    /// A limit of matching, at the field of the rule, or at the member name that was matched.
    case matching(MatchLimit, Rule?)
    /// A limit of the evaluation.
    case evaluation(EvaluationLimit, bound: Int)
  }

  /// The limits of the evaluation by name.
  public enum EvaluationLimit: String, Hashable, Sendable, CaseIterable {
    /// `ValidationLimits.evaluationDepth`.
    case depth = "evaluationDepth"
    /// `SchemaLimits.comparedDepth`.
    case comparedDepth
  }

  /// The limit that was exceeded.
  public let kind: Kind
  /// The field whose pattern was not decided; the root for a limit of the reader.
  public let pointer: JSONPointer
  /// The range of bytes in the document where the limit was exceeded.
  public let byteRange: Range<Int>

  /// A stable name for programs, such as `depth`.
  public var code: String {
    switch kind {
    case .document(let limit, _): limit.rawValue
    case .matching(let limit, _): limit.rawValue
    case .evaluation(let limit, _): limit.rawValue
    }
  }

  /// The exceeded limit, in plain English.
  public var message: String {
    switch kind {
    case .document(.depth, let bound):
      "containers are nested more than \(bound) levels deep, the limit \"depth\""
    case .document(.documentBytes, let bound):
      "the document has more than \(bound) bytes, the limit \"documentBytes\""
    case .matching(let limit, let rule):
      "\(pointer): matching the pattern of \(rule?.id ?? "member names") exceeded the limit "
        + "\"\(limit.rawValue)\""
    case .evaluation(let limit, let bound):
      "\(pointer): evaluation is nested more than \(bound) levels deep, the limit \"\(limit.rawValue)\""
    }
  }
}

/// Replaces a value and returns the old one.
private func exchange<Value>(_ place: inout Value, for value: Value) -> Value {
  let old = place
  place = value
  return old
}
