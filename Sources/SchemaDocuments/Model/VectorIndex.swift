/// Test vectors by the rule that they are about and by the decision that they depend on, as plain data: the
/// documents know nothing about how a corpus is stored.
public struct VectorIndex: Hashable, Sendable {
  /// No vectors.
  public static let empty = VectorIndex(folder: "", rules: [:], decisions: [:])

  /// The corpus's folder, as documents link to it.
  public let folder: String
  /// The vectors of each rule, by the rule's id.
  public let rules: [String: Vectors]
  /// The files with vectors that depend on each decision, by the decision's id; those with most come first.
  public let decisions: [String: [File]]

  /// Creates an index.
  public init(folder: String, rules: [String: Vectors], decisions: [String: [File]]) {
    self.folder = folder
    self.rules = rules
    self.decisions = decisions
  }

  /// A file of the corpus and how many of its vectors count.
  public struct File: Hashable, Sendable {
    /// The path below the corpus's folder.
    public var path: String
    /// The number of vectors.
    public var vectors: Int

    /// Creates a file's count.
    public init(path: String, vectors: Int) {
      self.path = path
      self.vectors = vectors
    }
  }

  /// The vectors of one rule.
  public struct Vectors: Hashable, Sendable {
    /// How many vectors satisfy the rule.
    public var accepting: Int
    /// How many vectors violate it.
    public var rejecting: Int
    /// The files that hold them, those with most first.
    public var files: [File]
    /// A few values of the field that satisfy the rule, the most telling first; none of a secret field.
    public var accepted: [Example]
    /// A few values of the field that violate it, the most telling first; none of a secret field.
    public var rejected: [Example]

    /// Creates the counts and samples of a rule.
    public init(
      accepting: Int = 0, rejecting: Int = 0, files: [File] = [], accepted: [Example] = [],
      rejected: [Example] = []
    ) {
      self.accepting = accepting
      self.rejecting = rejecting
      self.files = files
      self.accepted = accepted
      self.rejected = rejected
    }

    /// How many vectors there are.
    var count: Int { accepting + rejecting }
  }

  /// A value that shows what a rule means.
  public struct Example: Hashable, Sendable {
    /// The id of the vector that the value is taken from.
    public var vector: String
    /// The value as JSON text.
    public var value: String
    /// Why the vector exists.
    public var why: String

    /// Creates an example.
    public init(vector: String, value: String, why: String) {
      self.vector = vector
      self.value = value
      self.why = why
    }
  }
}
