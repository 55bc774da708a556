/// Test vectors by the rule that they are about and by the decision that they depend on, as plain data: the
/// documents know nothing about how a corpus is stored.
public struct VectorIndex: Hashable, Sendable {
  /// No vectors.
  public static let empty = VectorIndex(folder: "")

  /// The corpus's folder, as documents link to it.
  public var folder: String
  /// The vectors of each rule, by the UTF-8 of the rule's id.
  public var rules: [[UInt8]: Vectors] = [:]
  /// How many vectors of each file depend on each decision, by the decision's id.
  public var decisions: [String: [String: Int]] = [:]  // strings: the corpus's own

  /// An index without vectors.
  public init(folder: String) { self.folder = folder }

  /// The vectors of one rule.
  public struct Vectors: Hashable, Sendable {
    /// How many vectors satisfy the rule.
    public var accepting = 0
    /// How many vectors violate it.
    public var rejecting = 0
    /// How many of them each file has, by its path in the folder.
    public var files: [String: Int] = [:]  // strings: the corpus's own
    /// A few values of the field that satisfy the rule, the most telling first; none of a secret field.
    public var accepted: [Example] = []
    /// A few values of the field that violate it, the most telling first; none of a secret field.
    public var rejected: [Example] = []

    /// No vectors.
    public init() {}
  }

  /// A value that shows what a rule means.
  public struct Example: Hashable, Sendable {
    /// The id of the vector that the value is taken from; empty if it is taken from elsewhere.
    public let vector: String
    /// The value as JSON text.
    public let value: String
    /// What the value shows.
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
  /// The path of the file with most vectors, and how many more files there are; nil if there is none.
  var mainFile: (path: String, others: String)? {
    guard let path = self.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return nil
    }
    let others = count == 1 ? "" : " and \(count - 1) more file\(count == 2 ? "" : "s")"
    return (path, others)
  }
}
