/// An implementation's answer about one document.
public struct Answer: Hashable, Sendable {
  /// The possible outcomes.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The document satisfies every rule.
    case valid
    /// The document violates a rule.
    case invalid
    /// The document is not JSON.
    case malformed
    /// The implementation gives no verdict, for instance because a limit was exceeded.
    case unsupported
    /// The document is invalid or malformed; an exit status or an HTTP status does not tell which.
    case rejected
  }

  /// The outcome.
  public var outcome: Outcome
  /// The violated rules, in the implementation's order; empty unless the outcome is `invalid`.
  public var findings: [Finding]

  /// Creates an answer.
  public init(_ outcome: Outcome, _ findings: [Finding] = []) {
    self.outcome = outcome
    self.findings = findings
  }
}

extension Answer: CustomStringConvertible {
  /// The outcome, with the findings in brackets.
  public var description: String {
    guard !findings.isEmpty else { return outcome.rawValue }
    let list = findings.map { "\($0.pointer) \($0.keyword)" }
    return "\(outcome.rawValue) [\(list.joined(separator: ", "))]"
  }
}
