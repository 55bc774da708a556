import JSONText
import SchemaRules
public import Vectors

/// An implementation that is wrong in one way.
public struct Mutant: Sendable, Identifiable {
  /// Judges a document; one per thread.
  typealias Judge = (Subject) -> Answer

  /// The stable name, such as `schema/request/name/minLength/2`.
  public let id: String
  /// What kind of mistake it is: the first part of the id.
  public let family: String
  /// What is wrong, in a few words.
  public let summary: String
  /// The name of the body whose documents it judges differently; nil for every body.
  public let body: String?
  /// The changed schema, if that is what is wrong.
  let change: SchemaChange?
  /// Argues that no document tells the mutant from the right implementation; nil without such an argument.
  let equivalence: (@Sendable () -> String?)?
  private let makeJudge: @Sendable () -> Judge?

  /// An implementation that reports a document wrongly, or reads another one in its place.
  init(
    id: String, family: String, summary: String, body: String? = nil,
    equivalence: (@Sendable () -> String?)? = nil, judge: @escaping @Sendable () -> Judge
  ) {
    self.id = id
    self.family = family
    self.summary = summary
    self.body = body
    self.equivalence = equivalence
    change = nil
    makeJudge = judge
  }

  /// The engine with a changed schema.
  init(id: String, family: String, summary: String, body: String, change: SchemaChange) {
    self.id = id
    self.family = family
    self.summary = summary
    self.body = body
    self.change = change
    equivalence = { Equivalence.argument(for: change) }
    // A pattern that backtracks without end is a mistake that the shortcuts would hide.
    let usesShortcuts = if case .pattern? = change.changedUse?.new.parameter { false } else { true }
    makeJudge = {
      guard let validator = try? Validator(change.changed, usesPatternShortcuts: usesShortcuts)
      else {
        return nil
      }
      return { Answer(validator.validate($0.bytes)) }
    }
  }

  /// What judges documents as the mutant does; nil if its schema does not compile.
  func judge() -> Judge? { makeJudge() }
}

extension Mutant {
  /// How many mutants a run has, and which ones of more.
  public struct Limits: Hashable, Sendable {
    /// How many mutants there are at most.
    public var count: Int
    /// Decides which ones are drawn.
    public var seed: UInt64

    /// Limits.
    public init(count: Int = 6_000, seed: UInt64 = 1) {
      self.count = count
      self.seed = seed
    }

    /// As many mutants as a minute of two processors is enough for, 6,000 at most: estimated, so that they are the same
    /// ones everywhere.
    public init(for corpus: Corpus, seed: UInt64 = 1) {
      let keywords = corpus.bodies.flatMap { $0.schema.graph.nodes }.reduce(0) {
        $0 + $1.keywords.count
      }
      let vectors = corpus.files.reduce(0) { $0 + $1.vectors.count }
      let microseconds = (vectors * 3 + keywords * 20) / max(1, corpus.bodies.count)
      self.init(count: min(6_000, max(500, 65_000_000 / max(1, microseconds))), seed: seed)
    }
  }

  /// The mutants of some bodies' schemas, of the reader, of the values and of the report, each id once.
  public static func all(of bodies: [CorpusBody], limits: Limits = Limits()) -> [Mutant] {
    let others =
      ReaderMutants.all(of: bodies) + ValueMutants.all(of: bodies) + ReportMutants.all(of: bodies)
    let schemas = Sampling.draw(
      SchemaMutants.all(of: bodies, seed: limits.seed), max(0, limits.count - others.count),
      seed: limits.seed, by: \.id)
    var seen: Set<String> = []
    return (schemas + others).filter { seen.insert($0.id).inserted }
  }
}
