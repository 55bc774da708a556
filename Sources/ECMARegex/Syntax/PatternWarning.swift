/// Advice on a pattern that was accepted.
public struct PatternWarning: Hashable, Sendable {
  /// What the advice is about.
  public enum Kind: String, Sendable {
    /// Some subjects make the engine try exponentially many ways to match.
    case explosiveBacktracking
    /// Some subjects make a backtracking engine take time that grows with the square of their length, or
    /// faster.
    case polynomialBacktracking
    /// The pattern is valid only without the `u` flag; it was read with Annex B's spelling.
    case annexBSpelling
  }

  /// What the advice is about.
  public let kind: Kind

  /// What can happen and what to write instead.
  public let message: String

  /// What the advice points at, in code points from the start of the author's pattern.
  public let offset: Int
}
