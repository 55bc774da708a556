/// Test vectors by the rules that they test and the decisions on which they depend. The index is plain data, so the
/// documents do not depend on the storage of a corpus.
public struct VectorIndex: Hashable, Sendable {
  /// An index without vectors.
  public static let empty = VectorIndex(folder: "")

  /// The corpus's folder in links of documents.
  public var folder: String
  /// The vectors of each rule, by the UTF-8 of the rule's id.
  public var rules: [[UInt8]: Vectors] = [:]
  /// For each decision, by its id, the number of vectors in each file that depend on it.
  public var decisions: [String: [String: Int]] = [:]  // strings: the corpus's own

  /// Creates an index without vectors.
  public init(folder: String) { self.folder = folder }

  /// The vectors of one rule.
  public struct Vectors: Hashable, Sendable {
    /// The number of vectors that satisfy the rule.
    public var accepting = 0
    /// The number of vectors that violate it.
    public var rejecting = 0
    /// The number of these vectors in each file, by its path in the folder.
    public var files: [String: Int] = [:]  // strings: the corpus's own
    /// A few values of the field that satisfy the rule, the clearest first; empty for a secret field.
    public var accepted: [Example] = []
    /// A few values of the field that violate the rule, the clearest first; empty for a secret field.
    public var rejected: [Example] = []

    /// Creates a value without vectors.
    public init() {}
  }

  /// A value that illustrates a rule.
  public struct Example: Hashable, Sendable {
    /// The id of the vector that has the value; empty if the value has another source.
    public let vector: String
    /// The value as JSON text.
    public let value: String
    /// The reason for showing the value.
    public let why: String

    /// Creates an example.
    public init(vector: String = "", value: String, why: String) {
      self.vector = vector
      self.value = value
      self.why = why
    }
  }
}

extension [String: Int] {
  /// The path of the file with the most vectors, and the number of other files; nil if there is none.
  var mainFile: (path: String, others: String)? {
    guard let path = self.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return nil
    }
    let others = count == 1 ? "" : " and \(count - 1) more file\(count == 2 ? "" : "s")"
    return (path, others)
  }
}
