import ECMARegex
import JSONText
import SchemaEvaluation
import SchemaRules
import Synchronization
import VectorGenerator
import Vectors

/// Searches for documents of one body that distinguish mutants from the right implementation.
final class DocumentSearch: Sendable {
  private let body: CorpusBody
  private let right: Validator
  private let oracle: SchemaEvaluator
  private let spots: NodeSpots
  private let derived = Mutex<[NodeID: [JSONValue]]>([:])
  /// Documents that are tried for every mutant.
  private let spares: [Subject]
  private let relevant: Relevance
  /// The documents that already have vectors and are not searched for.
  private let known: Set<[UInt8]>

  /// - Parameters:
  ///   - valid: Valid documents of the body, in the order in which to change them.
  ///   - others: Other documents.
  ///   - known: Documents to leave out.
  init(
    _ body: CorpusBody, changing valid: [JSONValue], _ others: [JSONValue] = [],
    without known: Set<[UInt8]> = []
  ) throws(SchemaError) {
    self.body = body
    self.known = known
    let right = try Validator(body.schema)
    self.right = right
    oracle = try SchemaEvaluator(body.schema)
    let spots = try NodeSpots(body.schema, in: valid, others)
    self.spots = spots
    let some = Self.some(spots.all, Self.spareNodeLimit)
    let derived = some.flatMap { node, spot in
      Families.values(for: body.schema.graph.schema(from: node), places: Self.placeLimit)
        .compactMap { spots.document(with: $0, at: spot) }
    }
    let documents =
      some.flatMap { spots.variations(at: $0.spot) } + Self.some(derived, Self.spareLimit)
    var seen: Set<[UInt8]> = []
    spares = documents.map { Array($0.compactText.utf8) }
      .filter { $0.count < Relevance.byteLimit && seen.insert($0).inserted }
      .map { Subject($0, as: body.name, answer: Answer(right.validate($0))) }
    relevant = try Relevance(of: spares, as: body)
  }

  /// The most nodes that documents for every mutant are made for, and the most of these documents; of more, evenly
  /// spaced ones are taken. The most places of a node's values that are changed.
  private static let (spareNodeLimit, spareLimit, placeLimit) = (60, 3_000, 12)

  private static func some<Element>(_ elements: [Element], _ limit: Int) -> [Element] {
    elements.count <= limit
      ? elements : (0..<limit).map { elements[$0 * elements.count / limit] }
  }

  /// Finds documents that a mutant gets wrong.
  ///
  /// - Parameters:
  ///   - count: The most documents to find.
  ///   - attempts: The most documents to make for this mutant and to try.
  func documents(_ count: Int, for mutant: Mutant, attempts: Int) -> [[UInt8]] {
    guard let judge = mutant.judge() else { return [] }
    var found: [[UInt8]] = []
    if let change = mutant.change {
      var rest = attempts
      forEachCandidate(for: change) { document in
        let bytes = Array(document.compactText.utf8)
        let answer = Answer(right.validate(bytes))
        let subject = Subject(bytes, as: body.name, answer: answer, value: document)
        if !found.contains(bytes), isTold(judge, subject) { found.append(bytes) }
        rest -= 1
        return rest > 0 && found.count < count
      }
    }
    let own = mutant.change.map { relevant[$0.node].map { spares[$0] } } ?? spares
    for subject in own where found.count < count {
      if !found.contains(subject.bytes), isTold(judge, subject) { found.append(subject.bytes) }
    }
    return found
  }

  /// Whether a vector with a document would kill a mutant.
  private func isTold(_ judge: Mutant.Judge, _ subject: Subject) -> Bool {
    let answer = judge(subject)
    guard answer != subject.answer, !known.contains(subject.bytes) else { return false }
    if subject.answer.outcome == .malformed { return !Expectation.malformed.isMet(by: answer) }
    guard subject.answer.outcome != .unsupported, let value = subject.value,
      let violations = oracle.violations(of: value)
    else { return false }
    let findings = violations.map { Finding($0.pointer.description, $0.keyword.rawValue) }
    let expectation: Expectation = findings.isEmpty ? .valid : .invalid(findings)
    return expectation.isMet(by: subject.answer) && !expectation.isMet(by: answer)
  }

  /// Whether documents were made for only some parts of the schema.
  var isBounded: Bool { spots.isBounded }

  // MARK: Documents for a change of the schema

  /// The values that the generator derives for the schema of a node.
  private func derivedValues(of node: NodeID) -> [JSONValue] {
    if let known = derived.withLock({ $0[node] }) { return known }
    let values = Families.values(for: body.schema.graph.schema(from: node), places: Self.placeLimit)
    derived.withLock { $0[node] = values }
    return values
  }

  /// Calls a function with documents that have other values where the changed node applies, until it returns false.
  private func forEachCandidate(for change: SchemaChange, _ visit: (JSONValue) -> Bool) {
    func isWanted(_ value: JSONValue, _ spot: NodeSpots.Spot) -> Bool {
      spots.document(with: value, at: spot).map(visit) ?? true
    }
    var wanted: [JSONValue] = []
    if case let (old, new)? = change.changedUse, case .pattern(let right) = old.parameter,
      case .pattern(let wrong) = new.parameter,
      case .different(let texts) = PatternComparison(source: right, wrong)
    {
      wanted = texts.map { .string($0) }
    } else if change.differences.contains(where: { $0.keyword == .pattern }) {
      wanted = NodeSpots.unseen.map { .string($0) }
    }
    for value in wanted {
      for spot in spots[change.node] { guard isWanted(value, spot) else { return } }
    }
    // What is derived for one of both schemas alone is where they differ.
    let right = derivedValues(of: change.node)
    let wrong = Families.values(
      for: change.changed.graph.schema(from: change.node), places: Self.placeLimit)
    let (known, new) = (Set(right), Set(wrong))
    let told = wrong.filter { !known.contains($0) } + right.filter { !new.contains($0) }
    for value in told.prefix(300) {
      for spot in spots[change.node].prefix(3) { guard isWanted(value, spot) else { return } }
    }
    for spot in spots[change.node] {
      for value in told.dropFirst(300) + right.filter(new.contains) {
        guard isWanted(value, spot) else { return }
      }
    }
  }
}
