import ECMARegex
import JSONText
import SchemaEvaluation
import SchemaRules
import Vectors

/// Looks for documents of one body that tell mutants from the right implementation.
struct DocumentSearch: Sendable {
  private let body: CorpusBody
  private let right: Validator
  private let oracle: SchemaEvaluator
  private let values: NodeValues
  private let spots: NodeSpots
  /// Documents for whatever mutant.
  private let spares: [Subject]
  private let relevant: Relevance
  /// The documents that there are vectors of, which are not looked for.
  private let known: Set<[UInt8]>

  /// - Parameters:
  ///   - valid: Valid documents of the body, those that are best to change first.
  ///   - others: Other documents.
  ///   - known: Documents that are not looked for.
  init(
    _ body: CorpusBody, changing valid: [JSONValue], _ others: [JSONValue] = [],
    without known: Set<[UInt8]> = []
  ) throws(SchemaError) {
    self.body = body
    self.known = known
    let right = try Validator(body.schema)
    self.right = right
    oracle = try SchemaEvaluator(body.schema)
    values = NodeValues(body.schema.graph)
    let full = values.examples(of: body.schema.graph.root)
    spots = try NodeSpots(body.schema, values, in: valid + full, others)
    spares = ValueChanges(values: values)
      .documents(changing: valid.prefix(1) + full.reversed() + spots.widest(6))
      .map { Subject($0, as: body.name, answer: Answer(right.validate($0))) }
    relevant = try Relevance(of: spares, as: body)
  }

  /// Documents that a mutant gets wrong.
  ///
  /// - Parameters:
  ///   - count: How many at most.
  ///   - attempts: How many documents are tried that are made for the mutant.
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

  /// Whether documents were made for some parts of the schema only.
  var isBounded: Bool { spots.isBounded }

  // MARK: Documents for a change of the schema

  /// Calls a function with documents that have values of interest where the changed node applies, until it
  /// returns false.
  private func forEachCandidate(for change: SchemaChange, _ visit: (JSONValue) -> Bool) {
    let node = change.node
    let old = change.schema.graph.nodes[node].keywords
    let different = change.differences
    var wanted: [JSONValue] = []
    if case let (old, new)? = change.changedUse, case .pattern(let right) = old.parameter,
      case .pattern(let wrong) = new.parameter,
      case .different(let texts) = PatternComparison(source: right, wrong)
    {
      wanted += texts.map { .string($0) }
    }
    for use in different { wanted += values.around(use, among: old + change.keywords) }
    // Examples of the changed node tell most where it allows what the right one does not.
    let changed = NodeValues(change.changed.graph)
    wanted += changed.examples(of: node)
    wanted += NodeValues.usual + values.values(of: node)
    for inner in different.flatMap(\.parameter.nodes) {
      wanted += values.values(of: inner).prefix(60)
    }
    wanted = wanted.withoutRepetitions(400)
    for spot in spots[node] {
      let document = spots.documents[spot.document]
      let present = document.value(at: spot.tokens)
      if spot.isName {
        let names = wanted.compactMap(\.stringValue)
        let members = present?.objectValue ?? []
        for name in names where !members.contains(where: { $0.name == name }) {
          let member = JSONValue.Member(name: name, value: members.first?.value ?? .null)
          for all in [members + [member], [member]] {
            guard visit(document.setting(.object(all), at: spot.tokens)) else { return }
          }
        }
        continue
      }
      let changes = present.map {
        ValueChanges(values: values).changes(
          of: $0, named: spot.tokens.last ?? "value", about: different + old)
      }
      for value in wanted + (changes ?? []) {
        guard visit(document.setting(value, at: spot.tokens)) else { return }
      }
    }
  }
}
