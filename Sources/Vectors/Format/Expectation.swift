/// The right answer to a vector.
public enum Expectation: Hashable, Sendable {
  /// Every rule is satisfied.
  case valid
  /// Exactly these rules are violated, in document order; missing members come last.
  case invalid([Finding])
  /// The bytes are not JSON.
  case malformed
  /// The implementation gives no verdict, or reports the document as malformed. Only in alternatives of choices.
  case refused

  /// Whether an answer meets the expectation.
  ///
  /// Findings are compared as a set. Implementations report violations inside `anyOf` and `oneOf` in different ways: if
  /// one of these keywords is violated, any findings at its pointer or below it are accepted.
  public func isMet(by answer: Answer) -> Bool {
    switch (self, answer.outcome) {
    case (.valid, .valid), (.malformed, .malformed): true
    case (.refused, .malformed), (.refused, .unsupported): true
    case (_, .rejected): self != .valid
    case (.invalid(let findings), .invalid):
      Self.areMet(findings, by: answer.findings)
    default: false
    }
  }

  private static func areMet(_ expected: [Finding], by actual: [Finding]) -> Bool {
    let open = expected.filter { $0.keyword == "anyOf" || $0.keyword == "oneOf" }
    guard !open.isEmpty else {
      return actual.count == expected.count && Set(actual) == Set(expected)
    }
    func isWithin(_ finding: Finding, _ place: Finding) -> Bool {
      finding.pointer.utf8.elementsEqual(place.pointer.utf8)
        || finding.pointer.utf8.starts(with: (place.pointer + "/").utf8)
    }
    let exact = Set(expected).subtracting(open)
    return exact.subtracting(actual).isEmpty
      && open.allSatisfy { place in actual.contains { isWithin($0, place) } }
      && actual.allSatisfy { finding in
        exact.contains(finding) || open.contains { isWithin(finding, $0) }
      }
  }

  /// Whether an outcome without findings meets the expectation.
  public func isMet(by outcome: Answer.Outcome) -> Bool {
    if case .invalid = self { return outcome == .invalid || outcome == .rejected }
    return isMet(by: Answer(outcome))
  }

  /// The violated rules; empty unless the expectation is `invalid`.
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
