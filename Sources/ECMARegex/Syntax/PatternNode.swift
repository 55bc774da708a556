/// A part of a parsed pattern: alternatives hold sequences, sequences hold quantified atoms.
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

  /// An atom and how often it may follow itself.
  public struct Repetition: Hashable, Sendable {
    /// The atom.
    public let body: PatternNode
    /// The least number of iterations.
    public let minimum: Int
    /// The greatest number of iterations; nil if there is none.
    public let maximum: Int?
    /// Whether fewer iterations are tried first: `*?`, `+?`, `??`, `{n,m}?`.
    public let isLazy: Bool
    /// Where the quantifier stands, in code points.
    public let offset: Int
  }

  /// A parenthesized part.
  public struct Group: Hashable, Sendable {
    /// What stands between the parentheses.
    public let body: PatternNode
    /// The capture's number from 1, counted by opening parentheses; nil for `(?:…)`.
    public let number: Int?
    /// The capture's name, escapes decoded.
    public let name: String?
    /// Where the opening parenthesis stands, in code points.
    public let offset: Int
  }

  /// A condition on a position, without width.
  public enum Anchor: String, Hashable, Sendable {
    /// `^`: nothing precedes.
    case start
    /// `$`: nothing follows, not even a line end.
    case end
    /// `\b`: exactly one of the two neighbours is a word character.
    case wordBoundary
    /// `\B`: both neighbours are word characters, or neither is.
    case notWordBoundary
  }

  /// A condition on the text that follows or precedes a position.
  public struct Lookaround: Hashable, Sendable {
    /// Which way it looks.
    public enum Direction: String, Hashable, Sendable {
      /// At what follows.
      case ahead
      /// At what precedes, matched from right to left.
      case behind
    }

    /// What must, or must not, be there.
    public let body: PatternNode
    /// Which way it looks.
    public let direction: Direction
    /// Whether the body must not be there.
    public let isNegative: Bool
    /// Where the opening parenthesis stands, in code points.
    public let offset: Int
  }

  /// The text that a capture holds, once more.
  public struct Backreference: Hashable, Sendable {
    /// How the capture is named.
    public enum Target: Hashable, Sendable {
      /// `\1`.
      case number(Int)
      /// `\k<name>`.
      case name(String)

      /// Whether two references are spelled alike, names code point by code point.
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

    /// The capture meant.
    public let target: Target
    /// Where the backslash stands, in code points.
    public let offset: Int
  }
}
