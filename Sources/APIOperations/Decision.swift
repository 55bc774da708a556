public import SchemaRules

/// A question that the source leaves open or answers in two ways, and the answer of this project.
public struct Decision: Hashable, Sendable, Identifiable {
  /// The stable name, such as `length-unit`.
  public let id: String
  /// The question.
  public let question: String
  /// The answer that the project gives.
  public let choice: String
  /// The reason for that answer.
  public let why: String
  /// Whether the source is silent or contradicts itself.
  public let status: Provenance.Status
  /// The behavior of other implementations, each from a run.
  public let observations: [Observation]
  /// The ids of the rules whose meaning depends on the answer; empty if the question is about the text of documents.
  public let rules: [String]
  /// The tags and folders of the test vectors that depend on the decision; folders end in a slash. The axis with the
  /// decision's id need not be named.
  public let selectors: [String]
  /// The answers that implementations give, starting with this project's; empty if no verdict or report depends on
  /// the answer. A test vector about the question has an expected result for each alternative.
  public let alternatives: [Alternative]

  /// Declares a decision.
  public init(
    id: String, question: String, choice: String, why: String,
    status: Provenance.Status = .chosen, observations: [Observation] = [], rules: [String] = [],
    selectors: [String] = [], alternatives: [Alternative] = []
  ) {
    self.id = id
    self.question = question
    self.choice = choice
    self.why = why
    self.status = status
    self.observations = observations
    self.rules = rules
    self.selectors = selectors
    self.alternatives = alternatives
  }

  /// One of the known answers.
  public struct Alternative: Hashable, Sendable {
    /// The answer's name.
    public let name: String
    /// The meaning of the answer and the implementations that give it.
    public let summary: String

    /// An answer.
    public init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// The name of the first alternative, which this project chose; empty if there is none.
  public var recommended: String { alternatives.first?.name ?? "" }

  /// The alternative with the given name; nil if there is none.
  public subscript(alternative name: String) -> Alternative? {
    alternatives.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The behavior of another implementation.
  public struct Observation: Hashable, Sendable {
    /// The implementation and its version.
    public let subject: String
    /// The input of the run.
    public let run: String
    /// The result.
    public let result: String

    /// Records a run of an implementation.
    public init(subject: String, run: String, result: String) {
      self.subject = subject
      self.run = run
      self.result = result
    }
  }
}
