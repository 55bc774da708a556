import Dispatch
import JSONText
public import SchemaRules
import Synchronization
public import Vectors

/// The answers of every mutant of a corpus's schemas to every vector.
public struct CertificateRun: Sendable {
  /// What is known about a mutant.
  public enum Verdict: Hashable, Sendable {
    /// Vectors distinguish it from the right implementation.
    case killed
    /// No document does, by this argument.
    case equivalent(String)
    /// No vector does, but this document of its body would.
    case missed([UInt8])
    /// Neither a document nor an argument was found.
    case unknown
  }

  /// A document that was found, and the name of its body.
  struct Found: Hashable {
    let body: String
    let bytes: [UInt8]
  }

  /// One mutant with the vectors that distinguish it from the right implementation.
  public struct Entry: Sendable, Identifiable {
    /// The mutant.
    public let mutant: Mutant
    /// What is known about it.
    public let verdict: Verdict
    /// The vectors that kill it, as indices into the corpus's.
    let killers: [Int32]
    /// Documents that would kill it too, if fewer than two vectors do.
    let more: [Found]

    /// The mutant's id.
    public var id: String { mutant.id }
    /// How many vectors kill it.
    public var killCount: Int { killers.count }

    /// Why no document distinguishes it from the right implementation; nil if no argument was found.
    var argument: String? {
      if case .equivalent(let argument) = verdict { argument } else { nil }
    }

    /// Whether fewer than two vectors kill it, and no argument says that none can.
    fileprivate var needsDocuments: Bool { argument == nil && killers.count < 2 }
  }

  /// The corpus.
  public let corpus: Corpus
  /// The corpus's vectors.
  public let vectors: [Vector]
  /// Each mutant whose schema compiles, in the order of the mutants.
  public let entries: [Entry]
  /// The mutants whose schemas do not compile.
  public let uncompiled: [Mutant]
  /// Where the search for documents was bounded, so that more survivors than necessary may be unknown: as sentences.
  public let remarks: [String]
  /// The vectors that the right implementation fails, with what it says.
  public let failures: [(id: String, answer: Answer)]

  /// How long a mutant may take for one vector; longer counts as killed.
  static let timeLimit: Duration = .seconds(1)

  /// Asks mutants about every vector of their bodies, on every processor.
  ///
  /// - Parameters:
  ///   - earlier: A run with the same mutants, whose answers, by the ids of vectors, are used again.
  ///   - progress: Called from any thread, with the number of mutants that are done.
  /// - Throws: `SchemaError` if the schema of a body cannot be compiled.
  public init(
    _ corpus: Corpus, _ mutants: [Mutant], after earlier: CertificateRun? = nil,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws(SchemaError) {
    self.corpus = corpus
    let vectors = corpus.vectors
    self.vectors = vectors
    let right = try LibraryChecker(corpus.bodies)
    var questions: [Question] = []
    for (index, vector) in vectors.enumerated() {
      let bytes = vector.input.bytes
      questions.append(
        Question(
          id: vector.id, index: Int32(truncatingIfNeeded: index),
          subject: Subject(bytes, as: vector.target, answer: right.check(bytes, as: vector.target)),
          expectation: corpus.recommendedExpectation(of: vector), claims: Set(vector.kills)))
    }
    failures = questions.filter { !$0.expectation.isMet(by: $0.subject.answer) }
      .map { ($0.id, $0.subject.answer) }
    let examination = try Examination(questions, corpus.bodies, earlier)
    let steps = Steps(progress)
    let asked = Self.inParallel(mutants) { mutant in
      let entry = examination.entry(of: mutant)
      if entry?.needsDocuments != true { steps.advance() }
      return entry
    }
    uncompiled = zip(mutants, asked).filter { $1 == nil }.map(\.0)
    let entries = asked.compactMap(\.self)
    guard earlier == nil else {
      (self.entries, remarks) = (entries, earlier?.remarks ?? [])
      return
    }
    let attempts = examination.attempts(for: entries.count(where: \.needsDocuments))
    self.entries = Self.inParallel(entries) { entry in
      guard entry.needsDocuments else { return entry }
      defer { steps.advance() }
      return examination.searched(entry, attempts)
    }
    remarks = examination.remarks(on: attempts)
  }

  /// What a function makes of each element, on every processor.
  private static func inParallel<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex<[Int: Result]>([:])
    DispatchQueue.concurrentPerform(iterations: elements.count) { index in
      let result = transform(elements[index])
      results.withLock { $0[index] = result }
    }
    let known = results.withLock { $0 }
    return elements.indices.compactMap { known[$0] }
  }
}

/// Counts completed work on any thread.
private final class Steps: Sendable {
  private let count = Mutex(0)
  private let report: @Sendable (Int) -> Void

  init(_ report: @escaping @Sendable (Int) -> Void) { self.report = report }

  func advance() {
    report(
      count.withLock {
        $0 += 1
        return $0
      })
  }
}

/// A vector as a question to mutants.
private struct Question: Sendable {
  let id: String
  let index: Int32
  let subject: Subject
  let expectation: Expectation
  /// The mutants that the vector claims to kill.
  let claims: Set<String>
}

/// What every mutant is asked.
private struct Examination: Sendable {
  /// Large documents come last, so that they can be spared where others have told already.
  private let questions: [Question]
  /// By body, the questions that a change of a node is about.
  private let relevant: [String: Relevance]
  private let searches: [(body: String, search: DocumentSearch)]
  private static let baseLimit = 400
  /// How many documents are made for a mutant of the schema at most, and for all of them together: as many as a
  /// minute of one processor is enough for. A number rather than a time, so that the results are the same everywhere.
  private static let (mostAttempts, allAttempts) = (4_000, 1_500_000)
  /// What is known of each mutant.
  private let known: [String: (killers: [Int32], verdict: CertificateRun.Verdict)]

  init(
    _ questions: [Question], _ bodies: [CorpusBody], _ earlier: CertificateRun?
  ) throws(SchemaError) {
    let earlierIDs = earlier?.vectors.map(\.id) ?? []
    let places = Dictionary(
      questions.map { ($0.id, $0.index) }, uniquingKeysWith: { one, _ in one })
    self.known = Dictionary(
      (earlier?.entries ?? []).map { entry in
        (entry.id, (entry.killers.compactMap { places[earlierIDs[Int($0)]] }, entry.verdict))
      }, uniquingKeysWith: { one, _ in one })
    let known = Set(earlierIDs)
    let isSmall = { (question: Question) in
      question.subject.bytes.count <= Relevance.byteLimit
    }
    let new = questions.filter { !known.contains($0.id) }
    self.questions = new.filter(isSmall) + new.filter { !isSmall($0) }
    let subjects = self.questions.map(\.subject)
    var relevant: [String: Relevance] = [:]
    for body in bodies { relevant[body.name] = try Relevance(of: subjects, as: body) }
    self.relevant = relevant
    let asked = Set(questions.map(\.subject.bytes))
    var searches: [(body: String, search: DocumentSearch)] = []
    for body in bodies where earlier == nil {
      let own = questions.filter { $0.subject.body == body.name && isSmall($0) }
        .sorted { $0.subject.bytes.count < $1.subject.bytes.count }
      func values(_ outcome: Answer.Outcome) -> [JSONValue] {
        own.filter { $0.subject.answer.outcome == outcome }.prefix(Self.baseLimit / 2)
          .compactMap(\.subject.value)
      }
      let valid = [body.example].compactMap(\.self) + values(.valid)
      searches.append(
        (body.name, try DocumentSearch(body, changing: valid, values(.invalid), without: asked)))
    }
    self.searches = searches
  }

  /// What becomes of a mutant; nil if its schema does not compile.
  func entry(of mutant: Mutant) -> CertificateRun.Entry? {
    guard let judge = mutant.judge() else { return nil }
    let killers = killers(of: mutant, judge)
    func entry(_ verdict: CertificateRun.Verdict) -> CertificateRun.Entry {
      CertificateRun.Entry(mutant: mutant, verdict: verdict, killers: killers, more: [])
    }
    if killers.count > 1 { return entry(.killed) }
    if let earlier = known[mutant.id] {
      // Neither an argument nor a document was found before.
      return entry(killers.isEmpty ? earlier.verdict : .killed)
    }
    if killers.isEmpty, let argument = mutant.equivalence?() { return entry(.equivalent(argument)) }
    return entry(killers.isEmpty ? .unknown : .killed)
  }

  /// How many documents to make for each of some mutants.
  func attempts(for count: Int) -> Int { min(Self.mostAttempts, Self.allAttempts / max(1, count)) }

  /// What bounds the search.
  func remarks(on attempts: Int) -> [String] {
    let bounded = searches.filter(\.search.isBounded).map {
      "The schema of the \($0.body) is so large that documents were made for some of its parts only."
    }
    return attempts == Self.mostAttempts
      ? bounded
      : bounded + [
        "For each mutant, \(attempts) documents were tried instead of \(Self.mostAttempts)."
      ]
  }

  /// A mutant with documents that would kill it.
  func searched(_ entry: CertificateRun.Entry, _ attempts: Int) -> CertificateRun.Entry {
    let count = 2 - entry.killers.count
    var more: [CertificateRun.Found] = []
    for (body, search) in searches where entry.mutant.body == nil || entry.mutant.body == body {
      more += search.documents(count - more.count, for: entry.mutant, attempts: attempts)
        .map { CertificateRun.Found(body: body, bytes: $0) }
    }
    let missed = more.first.map { CertificateRun.Verdict.missed($0.bytes) } ?? .unknown
    return CertificateRun.Entry(
      mutant: entry.mutant, verdict: entry.killers.isEmpty ? missed : .killed,
      killers: entry.killers, more: more)
  }

  private func killers(of mutant: Mutant, _ judge: Mutant.Judge) -> [Int32] {
    let clock = ContinuousClock()
    var killers = known[mutant.id]?.killers ?? []
    var asked = Array(questions.indices)
    if let change = mutant.change, let body = mutant.body {
      asked = relevant[body]?[change.node] ?? []
    }
    var isSlow = false
    for question in asked.lazy.map({ questions[$0] }) {
      if let body = mutant.body, body != question.subject.body { continue }
      // Only while the mutant has fewer than two killers; but every claim is checked.
      let isCostly = isSlow || question.subject.bytes.count > Relevance.byteLimit
      if isCostly, killers.count > 1, !question.claims.contains(mutant.id) { continue }
      let start = clock.now
      let isMet = question.expectation.isMet(by: judge(question.subject))
      let isLate = start.duration(to: clock.now) > CertificateRun.timeLimit
      if !isMet || isLate { killers.append(question.index) }
      isSlow = isSlow || isLate
    }
    return killers.sorted()
  }
}

extension CertificateRun {
  /// The mutants that are not proved equivalent.
  public var distinct: [Entry] {
    entries.filter { $0.argument == nil }
  }

  /// The mutants that a vector kills.
  public var killed: [Entry] { entries.filter { $0.verdict == .killed } }

  /// The mutants that exactly one vector kills.
  public var killedOnce: [Entry] { entries.filter { $0.killers.count == 1 } }

  /// The claims that vectors should have, by id: of the mutants that each kills, the two that the fewest others kill.
  public var claims: [String: [String]] {
    var kills: [Int32: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for killer in entry.killers { kills[killer, default: []].append(index) }
    }
    var claims: [String: [String]] = [:]
    for (vector, indices) in kills {
      // The rarest first; of equally rare ones, the first in the order of the mutants.
      let rarest = indices.sorted {
        (entries[$0].killers.count, $0) < (entries[$1].killers.count, $1)
      }
      claims[vectors[Int(vector)].id] = rarest.prefix(2).map { entries[$0].id }
    }
    return claims
  }

  /// Documents that would kill mutants that fewer than two vectors kill, each with its body and the mutant's mistake.
  public var missing: [(target: String, bytes: [UInt8], why: String)] {
    entries.flatMap { entry in
      entry.more.map { ($0.body, $0.bytes, "Kills a mutant: \(entry.mutant.summary).") }
    }
  }

  /// Claims of vectors that do not hold: the vector and the mutant.
  public var brokenClaims: [(vector: String, mutant: String)] {
    let known = Dictionary(
      entries.map { ($0.id, Set($0.killers)) }, uniquingKeysWith: { one, _ in one })
    return vectors.enumerated().flatMap { index, vector in
      vector.kills.filter { known[$0]?.contains(Int32(truncatingIfNeeded: index)) != true }
        .map { (vector.id, $0) }
    }
  }

  /// The reasons why the corpus cannot be certified, as sentences; empty if it can.
  ///
  /// - Parameter share: The percentage of distinct mutants that vectors must kill.
  public func problems(share: Int = 95) -> [String] {
    var problems = failures.map { "the library fails \($0.id): it says \($0.answer)" }
    problems += brokenClaims.map { "\($0.vector) claims to kill \($0.mutant), but does not" }
    if killed.count * 100 < distinct.count * share {
      problems.append("the vectors kill fewer than \(share) % of the mutants")
    }
    return problems
  }
}
