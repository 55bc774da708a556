/// A part of a parsed pattern: alternatives contain sequences, and sequences contain quantified atoms.
///
/// https://tc39.es/ecma262/#sec-patterns
public indirect enum PatternNode: Hashable, Sendable {
  /// One scalar of a class; a literal is a class of one.
  case characters(CharacterClass)
  /// Parts one after another; the empty sequence matches the empty string.
  case sequence([PatternNode])
  /// Two or more alternatives, tried in order.
  case alternation([PatternNode])
  /// A quantified atom.
  case repetition(Repetition)
  /// `(…)`, `(?<name>…)` or `(?:…)`.
  case group(Group)
  /// `^`, `$`, `\b` or `\B`.
  case anchor(Anchor)
  /// `(?=…)`, `(?!…)`, `(?<=…)` or `(?<!…)`.
  case lookaround(Lookaround)
  /// `\1` or `\k<name>`.
  case backreference(Backreference)

  /// An atom with a quantifier.
  public struct Repetition: Hashable, Sendable {
    /// The atom.
    public let body: PatternNode
    /// The minimum number of iterations.
    public let minimum: Int
    /// The maximum number of iterations; nil if there is none.
    public let maximum: Int?
    /// Whether fewer iterations are tried first: `*?`, `+?`, `??`, `{n,m}?`.
    public let isLazy: Bool
    /// The position of the quantifier, in code points.
    public let offset: Int
  }

  /// A parenthesized part.
  public struct Group: Hashable, Sendable {
    /// The part between the parentheses.
    public let body: PatternNode
    /// The capture's number, starting at 1 and counted by opening parentheses; nil for `(?:…)`.
    public let number: Int?
    /// The capture's name, with escapes decoded.
    public let name: String?
    /// The position of the opening parenthesis, in code points.
    public let offset: Int
  }

  /// A zero-width condition on a position.
  public enum Anchor: String, Hashable, Sendable {
    /// `^`: nothing precedes.
    case start
    /// `$`: nothing follows, not even a line end.
    case end
    /// `\b`: exactly one of the two neighbors is a word character.
    case wordBoundary
    /// `\B`: both neighbors are word characters, or neither is.
    case notWordBoundary
  }

  /// A condition on the text that follows or precedes a position.
  public struct Lookaround: Hashable, Sendable {
    /// The direction in which it looks.
    public enum Direction: String, Hashable, Sendable {
      /// At the following text.
      case ahead
      /// At the preceding text, matched from right to left.
      case behind
    }

    /// The part that must match there or, in a negative lookaround, must not.
    public let body: PatternNode
    /// The direction in which it looks.
    public let direction: Direction
    /// Whether the body must not match.
    public let isNegative: Bool
    /// The position of the opening parenthesis, in code points.
    public let offset: Int
  }

  /// A reference to the text of a capture.
  public struct Backreference: Hashable, Sendable {
    /// The number or name of a capture.
    public enum Target: Hashable, Sendable {
      /// `\1`.
      case number(Int)
      /// `\k<name>`.
      case name(String)

      /// Whether two references have the same number, or the same name code point by code point.
      public static func == (one: Target, other: Target) -> Bool {
        switch (one, other) {
        case (.number(let one), .number(let other)): one == other
        case (.name(let one), .name(let other)): one.utf8.elementsEqual(other.utf8)
        default: false
        }
      }

      /// Feeds the number, or the name's UTF-8, to a hasher.
      public func hash(into hasher: inout Hasher) {
        switch self {
        case .number(let number): hasher.combine(number)
        case .name(let name): for byte in name.utf8 { hasher.combine(byte) }
        }
      }
    }

    /// The capture that it refers to.
    public let target: Target
    /// The position of the backslash, in code points.
    public let offset: Int
  }
}
