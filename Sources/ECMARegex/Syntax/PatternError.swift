/// The reason why a pattern was rejected, and the position of the mistake.
public struct PatternError: Error, Hashable, Sendable {
  /// Whether ECMA-262 or this library rejects the pattern.
  public enum Kind: String, Sendable {
    /// ECMA-262 does not accept the pattern: no JavaScript engine compiles it with the `u` flag.
    case syntax
    /// ECMA-262 accepts the pattern, but it cannot be matched here with exactly its meaning.
    case unsupported
  }

  /// Whether ECMA-262 or this library rejects the pattern.
  public let kind: Kind

  /// What is wrong and what to write instead, in one or two sentences.
  public let message: String

  /// The position of the mistake, in code points from the start of the author's pattern.
  public let offset: Int
}

extension PatternError: CustomStringConvertible {
  /// The message with its offset, for a log or a terminal.
  public var description: String { "\(kind.rawValue) at \(offset): \(message)" }
}
