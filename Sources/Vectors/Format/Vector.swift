/// A document with its right answer.
public struct Vector: Hashable, Sendable, Identifiable {
  /// The opaque, stable name; never reused.
  public var id: String
  /// The name of the body that the document is checked as.
  public var target: String
  /// The reason why the vector exists.
  public var why: String
  /// The document.
  public var input: VectorInput
  /// The right answer, or the right answers.
  public var judgement: Judgement
  /// Alternatives on other axes that the right answer presumes. The vector does not apply to an implementation that
  /// follows another one.
  public var given: [Given]
  /// The rules that the vector is about.
  public var rules: [String]
  /// Words to select vectors by.
  public var tags: [String]
  /// The source of the right answer.
  public var basis: Basis
  /// Mutants that give another answer, each checked when the corpus is certified.
  public var kills: [String]

  /// Creates a vector.
  public init(
    id: String, target: String, why: String, input: VectorInput, judgement: Judgement,
    given: [Given] = [], rules: [String] = [], tags: [String] = [], basis: Basis,
    kills: [String] = []
  ) {
    self.id = id
    self.target = target
    self.why = why
    self.input = input
    self.judgement = judgement
    self.given = given
    self.rules = rules
    self.tags = tags
    self.basis = basis
    self.kills = kills
  }
}

extension Vector: CustomStringConvertible {
  /// The id, and why the vector exists.
  public var description: String { "\(id): \(why)" }
}

/// One right answer, or several that depend on an open question.
public enum Judgement: Hashable, Sendable {
  /// The one right answer.
  case fixed(Expectation)
  /// The right answer under each alternative of an axis, in the order of `choices.json`.
  case choice(axis: String, [Alternative])

  /// An alternative of an axis and the right answer under it.
  public struct Alternative: Hashable, Sendable {
    /// The alternative's name.
    public var name: String
    /// The right answer of an implementation that has picked it.
    public var expectation: Expectation

    /// Creates an alternative.
    public init(_ name: String, _ expectation: Expectation) {
      self.name = name
      self.expectation = expectation
    }
  }
}

/// The presumed alternatives on an axis that the vector does not test.
public struct Given: Hashable, Sendable {
  /// The axis.
  public var axis: String
  /// The alternatives under which the vector's judgement holds.
  public var alternatives: [String]

  /// Creates a condition.
  public init(axis: String, alternatives: [String]) {
    self.axis = axis
    self.alternatives = alternatives
  }
}

/// The source of the right answer to a vector.
public enum Basis: String, Hashable, Sendable, CaseIterable {
  /// The documentation page states it.
  case documented
  /// The page is silent; the choice lists the answers.
  case chosen
  /// The page states it and shows an example that contradicts it.
  case contradicted
  /// The standard of JSON text, RFC 8259, states it.
  case rfc8259
}
