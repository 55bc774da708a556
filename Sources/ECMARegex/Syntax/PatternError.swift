/// Why a pattern was not accepted, and where.
public struct PatternError: Error, Hashable, Sendable {
  /// Whose limit the pattern meets.
  public enum Kind: String, Sendable {
    /// ECMA-262 does not accept the pattern: no JavaScript engine compiles it with the `u` flag.
    case syntax
    /// ECMA-262 accepts the pattern, but it cannot be matched here with exactly its meaning.
    case unsupported
  }

  /// Whose limit the pattern meets.
  public let kind: Kind

  /// What is wrong and what to write instead, one or two sentences.
  public let message: String

  /// Where it is wrong, in code points from the start of the author's pattern.
  public let offset: Int
}

extension PatternError: CustomStringConvertible {
  /// The message with its offset, for a log or a terminal.
  public var description: String { "\(kind.rawValue) at \(offset): \(message)" }
}
