public import SchemaRules

/// A question that the source leaves open or answers in two ways, and what the project does.
public struct Decision: Hashable, Sendable, Identifiable {
  /// The stable name, such as `length-unit`.
  public let id: String
  /// The question.
  public let question: String
  /// The answer that the project gives.
  public let choice: String
  /// Why it gives that one.
  public let why: String
  /// Whether the source is silent or contradicts itself.
  public let status: Provenance.Status
  /// What others do, each tried and not read about.
  public let observations: [Observation]
  /// The ids of the rules that mean something else under another answer; empty if the question is
  /// about the text of documents and not about a rule.
  public let rules: [String]
  /// By what a corpus of test vectors finds those that depend on the decision: tags, and folders,
  /// which end in a slash. An axis of the corpus has the decision's id and need not be named.
  public let selectors: [String]
  /// The answers that are known in the wild, ours first; empty where implementations do not differ in what
  /// they accept or report. Vectors about the question have the right answer under each.
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
    /// What it means and which implementations give it.
    public let summary: String

    /// An answer.
    public init(_ name: String, _ summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// The name of the first alternative, which this project takes; empty if there is none.
  public var recommended: String { alternatives.first?.name ?? "" }

  /// The alternative of a name.
  public subscript(alternative name: String) -> Alternative? {
    alternatives.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// What another implementation was seen to do.
  public struct Observation: Hashable, Sendable {
    /// The implementation and its version.
    public let subject: String
    /// What was run.
    public let run: String
    /// What came of it.
    public let result: String

    /// Records what an implementation did.
    public init(subject: String, run: String, result: String) {
      self.subject = subject
      self.run = run
      self.result = result
    }
  }
}
