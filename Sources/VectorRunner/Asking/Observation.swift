public import Vectors

/// What an implementation said of a document, as far as it can say it.
public struct Observation: Hashable, Sendable {
  /// The outcomes that can be observed.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The document satisfies every rule.
    case valid
    /// The document breaks a rule.
    case invalid
    /// The document is not JSON.
    case malformed
    /// The implementation does not judge the document.
    case unsupported
    /// The document is invalid or malformed; which of them, an exit status or an HTTP status does
    /// not tell.
    case rejected
  }

  /// The outcome.
  public var outcome: Outcome
  /// The broken rules; nil from an implementation that gives verdicts only.
  public var findings: [Finding]?

  /// An observation by its parts.
  public init(_ outcome: Outcome, _ findings: [Finding]? = nil) {
    self.outcome = outcome
    self.findings = findings
  }

  /// An answer of this library.
  init(_ answer: Answer) {
    switch answer.outcome {
    case .valid: outcome = .valid
    case .invalid: outcome = .invalid
    case .malformed: outcome = .malformed
    case .unsupported: outcome = .unsupported
    }
    findings = answer.findings
  }
}

extension Observation: CustomStringConvertible {
  /// The outcome, with the findings in brackets.
  public var description: String {
    guard outcome == .invalid, let findings else { return outcome.rawValue }
    let list = findings.sorted().map { "\($0.pointer) \($0.keyword)" }
    return "\(outcome.rawValue) [\(list.joined(separator: ", "))]"
  }
}

extension Expectation {
  /// Whether what was observed meets the expectation, findings included where there are any.
  func isMet(by observation: Observation) -> Bool {
    guard let answer = observation.answer else { return self != .valid }
    return observation.findings == nil ? isMet(by: answer.outcome) : isMet(by: answer)
  }

  /// Whether the outcome meets the expectation, whatever was found.
  func isMet(byOutcomeOf observation: Observation) -> Bool {
    guard let answer = observation.answer else { return self != .valid }
    return isMet(by: answer.outcome)
  }
}

extension Observation {
  /// The same as an answer. Returns nil for `rejected`, which no answer can say.
  fileprivate var answer: Answer? {
    switch outcome {
    case .valid: Answer(.valid)
    case .invalid: Answer(.invalid, findings ?? [])
    case .malformed: Answer(.malformed)
    case .unsupported: Answer(.unsupported)
    case .rejected: nil
    }
  }
}
