public import Vectors

/// Every mutant asked about every vector.
public struct CertificateRun: Sendable {
  /// One mutant with the vectors that tell it from the right implementation.
  public struct Entry: Sendable, Identifiable {
    /// The mutant.
    public let mutant: Mutant
    /// The ids of the vectors, in the order of the corpus.
    public let killers: [String]

    /// The mutant's id.
    public var id: String { mutant.id }
  }

  /// How long a mutant may take for one vector; longer counts as killed.
  public static let timeLimit: Duration = .seconds(1)

  /// A mutant with its killers each, in the order of the mutants.
  public let entries: [Entry]
  /// The vectors that the right implementation fails: ids with what it says.
  public let failures: [(id: String, answer: Answer)]
  /// The corpus.
  public let corpus: Corpus
  /// How long the library takes for all vectors.
  public let libraryTime: Duration
  /// For each vector that kills, the indices of the entries that it kills.
  public let killsByVector: [String: [Int]]

  /// Documents beyond this are asked about only while a mutant has fewer than two killers.
  static let largeByteCount = 4_096

  private struct Question {
    var id: String
    var subject: Subject
    var expectation: Expectation
  }

  /// Asks every mutant about every vector of its target.
  public init(_ corpus: Corpus, _ mutants: [Mutant] = Mutant.all) {
    self.corpus = corpus
    let right = LibraryChecker.documented
    var questions = corpus.vectors.map { vector in
      Question(
        id: vector.id, subject: Subject(vector.input.bytes, as: Target(rawValue: vector.target) ?? .request, right: right),
        expectation: corpus.recommendedExpectation(of: vector))
    }
    // Large documents come last, so that they can be spared where others have told already.
    questions =
      questions.filter { $0.subject.bytes.count <= Self.largeByteCount }
      + questions.filter { $0.subject.bytes.count > Self.largeByteCount }
    libraryTime = ContinuousClock().measure {
      for question in questions {
        _ = right.check(question.subject.bytes, as: question.subject.target.rawValue)
      }
    }
    failures = questions.filter { !$0.expectation.isMet(by: $0.subject.answer) }
      .map { ($0.id, $0.subject.answer) }
    entries = mutants.map { mutant in
      Entry(mutant: mutant, killers: Self.killers(of: mutant, questions))
    }
    var kills: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for killer in entry.killers { kills[killer, default: []].append(index) }
    }
    killsByVector = kills
  }

  private static func killers(of mutant: Mutant, _ questions: [Question]) -> [String] {
    let answer = mutant.make()
    let clock = ContinuousClock()
    var killers: [String] = []
    for question in questions {
      if let target = mutant.target, target != question.subject.target { continue }
      if killers.count > 1, question.subject.bytes.count > largeByteCount { break }
      let start = clock.now
      let isMet = question.expectation.isMet(by: answer(question.subject))
      if !isMet || start.duration(to: clock.now) > timeLimit { killers.append(question.id) }
    }
    return killers
  }
}

extension CertificateRun {
  /// Entries without an equivalence note.
  public var distinct: [Entry] { entries.filter { $0.mutant.equivalence == nil } }

  /// Distinct mutants that no vector kills.
  public var survivors: [Entry] { distinct.filter(\.killers.isEmpty) }

  /// Distinct mutants that exactly one vector kills.
  public var killedOnce: [Entry] { distinct.filter { $0.killers.count == 1 } }

  /// Mutants with an equivalence note that some vector kills nevertheless.
  public var wronglyEquivalent: [Entry] {
    entries.filter { $0.mutant.equivalence != nil && !$0.killers.isEmpty }
  }

  /// What vectors should claim: of what each kills, the two mutants that the fewest others kill.
  public var claims: [String: [String]] {
    killsByVector.mapValues { indices in
      // The rarest first; of equally rare ones, the first in the order of the mutants.
      indices.sorted { (entries[$0].killers.count, $0) < (entries[$1].killers.count, $1) }
        .prefix(2).map { entries[$0].id }
    }
  }

  /// Claims of vectors that do not hold: the vector and the mutant.
  public var brokenClaims: [(vector: String, mutant: String)] {
    let known = Dictionary(
      entries.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return corpus.vectors.flatMap { vector in
      let kills = Set(killsByVector[vector.id] ?? [])
      return vector.kills.filter { mutant in known[mutant].map { !kills.contains($0) } ?? true }
        .map { (vector.id, $0) }
    }
  }

  /// What keeps the certificate from being given, in plain English; empty if nothing does.
  public var problems: [String] {
    var problems: [String] = []
    problems += failures.map { "the library fails \($0.id): \($0.answer)" }
    problems += survivors.map { "no vector kills \($0.id)" }
    problems += wronglyEquivalent.map {
      "\($0.id) is called equivalent, and \($0.killers[0]) kills it"
    }
    problems += brokenClaims.map { "\($0.vector) claims to kill \($0.mutant), and does not" }
    if entries.count < 1_000 { problems.append("there are fewer than 1,000 mutants") }
    if distinct.count - survivors.count - killedOnce.count < distinct.count * 95 / 100 {
      problems.append("fewer than 95 % are killed by two vectors or more")
    }
    let ids = entries.map(\.id)
    if Set(ids).count < ids.count { problems.append("two mutants have the same id") }
    return problems
  }
}
