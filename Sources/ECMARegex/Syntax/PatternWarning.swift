/// Advice on a pattern that was accepted.
public struct PatternWarning: Hashable, Sendable {
  /// The topic of the advice.
  public enum Kind: String, Sendable {
    /// Some subjects make the engine try exponentially many ways to match.
    case explosiveBacktracking
    /// Some subjects make a backtracking engine take time that grows with the square of their length, or
    /// faster.
    case polynomialBacktracking
    /// The pattern is valid only without the `u` flag; it was read with the spellings of Annex B.
    case annexBSpelling
  }

  /// The topic of the advice.
  public let kind: Kind

  /// What can happen and what to write instead.
  public let message: String

  /// The position that the advice concerns, in code points from the start of the author's pattern.
  public let offset: Int
}
