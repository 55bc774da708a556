public import Vectors

/// An implementation's answer about a document.
public struct Observation: Hashable, Sendable {
  /// The outcomes that can be observed.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The document satisfies every rule.
    case valid
    /// The document violates a rule.
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
  /// The violated rules; nil for an implementation that only reports verdicts.
  public var findings: [Finding]?
  /// The fields at fault as JSON Pointers, for an implementation that names no rules; otherwise nil, and always nil
  /// unless the outcome is `rejected`.
  public var pointers: [String]?
  /// The reason why the implementation's errors could not be read. It does not affect the score and contains no control
  /// characters.
  public var note: String?

  init(
    _ outcome: Outcome, _ findings: [Finding]? = nil, pointers: [String]? = nil,
    note: String? = nil
  ) {
    (self.outcome, self.findings, self.pointers, self.note) = (outcome, findings, pointers, note)
  }

  /// An answer of this library.
  init(_ answer: Answer) {
    let outcome: Outcome =
      switch answer.outcome {
      case .valid: .valid
      case .invalid: .invalid
      case .malformed: .malformed
      case .unsupported: .unsupported
      }
    self.init(outcome, answer.findings)
  }
}

extension Observation: CustomStringConvertible {
  /// The outcome, with the findings or pointers in brackets.
  public var description: String {
    let list: [String]
    if outcome == .invalid, let findings {
      list = findings.sorted().map { "\($0.pointer) \($0.keyword)" }
    } else if let pointers {
      list = pointers
    } else {
      return outcome.rawValue
    }
    return "\(outcome.rawValue) [\(list.joined(separator: ", "))]"
  }
}

extension Expectation {
  /// Whether what was observed meets the expectation, findings or pointers included where there are
  /// any.
  func isMet(by observation: Observation) -> Bool {
    guard let answer = observation.answer else {
      if case .invalid(let findings) = self, let pointers = observation.pointers {
        // As bytes: String's equality merges NFC and NFD spellings.
        return Set(findings.map { Array($0.pointer.utf8) }) == Set(pointers.map { Array($0.utf8) })
      }
      return self != .valid
    }
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
