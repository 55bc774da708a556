/// A mistake in an answer, or the reason why there is no answer.
public struct Failure: Error, Hashable, Sendable {
  /// The kinds of failures, from a wrong verdict to no answer.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A document was accepted that must be rejected.
    case accepted
    /// A document was rejected that must be accepted.
    case rejected
    /// The outcome is wrong, but not about accepting.
    case outcome
    /// The verdict is right, the errors are not.
    case errors
    /// The answer follows a different alternative from the other answers on its axis.
    case inconsistent
    /// The process ended.
    case crash
    /// No answer came in time.
    case timeOut = "time-out"
    /// The implementation sent something that the protocol does not allow.
    case breach
    /// The service failed.
    case service
    /// The answer is not a verdict on the document, such as an HTTP status of 401.
    case inconclusive
    /// The implementation cannot be run, or the run had ended.
    case notAsked = "not-asked"
  }

  /// The kind.
  public var kind: Kind
  /// The wrong answer, or what came instead of an answer, on one line.
  public var detail: String

  init(_ kind: Kind, _ detail: String) {
    self.kind = kind
    self.detail = detail
  }
}
