/// What the right answer to a vector is.
public enum Expectation: Hashable, Sendable {
  /// Every rule is satisfied.
  case valid
  /// Exactly these rules are broken, in document order, missing fields after those that are there.
  case invalid([Finding])
  /// The bytes are not JSON.
  case malformed
  /// The document is not judged: called malformed or unsupported. Only in alternatives of choices.
  case refused

  /// Whether an answer meets the expectation.
  ///
  /// Findings are compared as a set.
  public func isMet(by answer: Answer) -> Bool {
    switch (self, answer.outcome) {
    case (.valid, .valid), (.malformed, .malformed): true
    case (.refused, .malformed), (.refused, .unsupported): true
    case (.invalid(let findings), .invalid):
      answer.findings.count == findings.count && Set(answer.findings) == Set(findings)
    default: false
    }
  }

  /// Whether an outcome without findings meets the expectation.
  public func isMet(by outcome: Answer.Outcome) -> Bool {
    if case .invalid = self { return outcome == .invalid }
    return isMet(by: Answer(outcome))
  }

  /// The broken rules; empty unless the expectation is `invalid`.
  public var findings: [Finding] {
    if case .invalid(let findings) = self { findings } else { [] }
  }
}

extension Expectation: CustomStringConvertible {
  /// The outcome, with the findings in brackets.
  public var description: String {
    switch self {
    case .valid: "valid"
    case .malformed: "malformed"
    case .refused: "refused"
    case .invalid(let findings): Answer(.invalid, findings).description
    }
  }
}
