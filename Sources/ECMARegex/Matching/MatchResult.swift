/// The result of a match. A match that gave up is neither a match nor a mismatch.
public enum MatchResult: Hashable, Sendable {
  /// The pattern matches somewhere in the subject.
  case match
  /// The pattern matches nowhere in the subject.
  case noMatch
  /// The limit was exceeded before the result was known.
  case gaveUp(MatchLimit)
}

/// The limit that made a match give up.
public enum MatchLimit: String, Hashable, Sendable, CaseIterable {
  /// `MatchLimits.matchSteps`.
  case matchSteps
  /// `MatchLimits.depth`.
  case depth
  /// `MatchLimits.heapInKibibytes`.
  case heap
  /// There was not enough memory.
  case memory
  /// The engine reported a fault that no subject should cause.
  case engine
}
