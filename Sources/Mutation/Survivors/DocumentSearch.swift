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
  /// Documents for whatever mutant, changed in ways that no family of vectors has.
  private let spares: [Subject]
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
    spares = SpareDocuments(body.schema.graph, right, values, spots)
      .all(changing: valid.prefix(3) + full.reversed())
      .map { Subject($0, as: body.name, answer: Answer(right.validate($0))) }
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
    for subject in spares where found.count < count {
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
      case .different(let texts) = PatternLanguages.compare(right, wrong)
    {
      wanted += texts.map { .string($0) }
    }
    for use in different { wanted += values.around(use, among: old + change.keywords) }
    // Examples of the changed node tell most where it allows what the right one does not.
    let changed = NodeValues(change.changed.graph)
    wanted += changed.examples(of: node)
    wanted += NodeValues.usual + values.values(of: node)
    for inner in different.flatMap(\.parameter.nodes)
    where change.schema.graph.nodes.indices.contains(inner) {
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
            guard let changed = document.setting(.object(all), at: spot.tokens[...]) else { continue }
            guard visit(changed) else { return }
          }
        }
        continue
      }
      let variants = present.map { self.variants(of: $0, change, different) } ?? []
      for value in wanted + variants {
        guard let changed = document.setting(value, at: spot.tokens[...]) else { continue }
        guard visit(changed) else { return }
      }
    }
  }

  /// Values like one that is there: with fewer or more members and elements, with a length at a bound.
  private func variants(
    of value: JSONValue, _ change: SchemaChange, _ different: [KeywordUse]
  ) -> [JSONValue] {
    let uses = different + change.schema.graph.nodes[change.node].keywords
    let counts = Set(
      uses.flatMap { use -> [Int] in
        guard case .count(let bound) = use.parameter, bound < 10_000 else { return [] }
        return [bound - 1, bound, bound + 1].filter { $0 >= 0 }
      } + [0, 1, 2]
    ).sorted()
    switch value {
    case .string(let text):
      guard let last = text.unicodeScalars.last else { return [] }
      return counts.map { count in
        let scalars = Array(text.unicodeScalars.prefix(count))
        return .string(
          String(scalars: scalars + Array(repeating: last, count: count - scalars.count)))
      } + [text + " ", text + "\n", text + text, text.uppercased()].map { .string($0) }
    case .array(let elements):
      let filler = elements.last ?? .null
      let inner = uses.filter { $0.keyword.description.appliesTo == .array }
        .flatMap(\.parameter.nodes).flatMap { values.values(of: $0).prefix(40) }
      return (counts + [elements.count + 1]).map { count in
        .array(Array((elements + Array(repeating: filler, count: count)).prefix(count)))
      } + [.array([.number("1"), .number("2")])]
        + ([.null, .object([])] + inner).flatMap {
          [.array(elements + [$0]), .array([$0]), .array([$0, $0])]
        }
    case .object(let members): return variants(of: members, counts, uses)
    default: return []
    }
  }

  private func variants(
    of members: [JSONValue.Member], _ counts: [Int], _ uses: [KeywordUse]
  ) -> [JSONValue] {
    var variants: [JSONValue] = []
    func add(_ name: String, _ value: JSONValue) {
      let others = members.filter { !$0.name.utf8.elementsEqual(name.utf8) }
      variants.append(.object(others + [JSONValue.Member(name: name, value: value)]))
    }
    for use in uses {
      switch use.parameter {
      case .schemasByName(let named) where use.keyword == .patternProperties:
        for pattern in named.prefix(20) {
          let names = values.around(KeywordUse(.pattern, .pattern(pattern.name)), among: [])
          for name in names.compactMap(\.stringValue) {
            for value in values.values(of: pattern.value).prefix(20) { add(name, value) }
          }
        }
      case .schemasByName(let named):
        for property in named {
          for value in NodeValues.usual.prefix(9) { add(property.name, value) }
          for value in values.values(of: property.value).prefix(12) { add(property.name, value) }
        }
      case .names(let names): for name in names { add(name, .null) }
      case .namesByName(let named):
        for name in named.flatMap({ [$0.name] + $0.value }) { add(name, .string("x")) }
      case .dependencies(let named): for one in named { add(one.name, .string("x")) }
      case .schema(let node) where use.keyword.description.appliesTo == .object:
        for value in values.values(of: node).prefix(40) { add("other", value) }
      default: break
      }
    }
    for name in ["x", "foo"] { for value in NodeValues.usual { add(name, value) } }
    variants += members.indices.prefix(80).map { index in
      .object(members.enumerated().filter { $0.0 != index }.map(\.1))
    }
    for count in counts + [members.count + 1, members.count + 10] {
      let more = (0..<count).map { JSONValue.Member(name: "x\($0)", value: .null) }
      variants.append(.object(Array((members + more).prefix(count))))
    }
    return variants
  }
}
