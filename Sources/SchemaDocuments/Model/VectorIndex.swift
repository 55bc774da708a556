/// Test vectors by the rule that they pin and by the decision that they depend on, as plain data: the
/// documents know nothing of how a corpus is stored.
public struct VectorIndex: Hashable, Sendable {
  /// No vector at all.
  public static let empty = VectorIndex(corpus: "", rules: [:], decisions: [:])

  /// The corpus and its version, such as `vectors/ 1.0`; empty if there is none.
  public let corpus: String
  /// What there is of each rule, by its id.
  public let rules: [String: Vectors]
  /// The ids of the vectors that depend on a decision, by its id.
  public let decisions: [String: [String]]

  /// By its parts.
  public init(corpus: String, rules: [String: Vectors], decisions: [String: [String]]) {
    self.corpus = corpus
    self.rules = rules
    self.decisions = decisions
  }

  /// The vectors of one rule.
  public struct Vectors: Hashable, Sendable {
    /// The ids of the vectors that satisfy the rule.
    public var accepting: [String]
    /// The ids of the vectors that break it.
    public var rejecting: [String]
    /// Values of the field that satisfy the rule, a few; none of a secret field.
    public var accepted: [Example]
    /// Values of the field that break the rule, a few; none of a secret field.
    public var rejected: [Example]

    /// By its parts.
    public init(
      accepting: [String] = [], rejecting: [String] = [], accepted: [Example] = [],
      rejected: [Example] = []
    ) {
      self.accepting = accepting
      self.rejecting = rejecting
      self.accepted = accepted
      self.rejected = rejected
    }
  }

  /// A value that shows what a rule means.
  public struct Example: Hashable, Sendable {
    /// The vector that it is taken from.
    public var vector: String
    /// The value as JSON text.
    public var value: String
    /// Why the vector exists.
    public var why: String

    /// By its parts.
    public init(vector: String, value: String, why: String) {
      self.vector = vector
      self.value = value
      self.why = why
    }
  }
}
