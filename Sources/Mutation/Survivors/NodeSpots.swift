import ECMARegex
import JSONText
import SchemaEvaluation
import SchemaExamples
import SchemaRules
import Vectors

/// The values in documents that each node of a schema applies to, found by evaluating the documents.
struct NodeSpots: Sendable {
  /// A value of a document that a node applies to, or a place for one.
  struct Spot: Sendable {
    /// The document, as an index into `documents`.
    let document: Int
    /// The JSON Pointer's tokens.
    let tokens: [String]
    /// Whether the node applies to the names of the members of the object there.
    let isName: Bool
  }

  private(set) var documents: [JSONValue] = []
  private var spots: [NodeID: [Spot]] = [:]
  /// Whether the limit on examples prevented documents from being made.
  private(set) var isBounded = false
  private let graph: SchemaGraph
  private let evaluator: SchemaEvaluator
  private var examples: [NodeID: [JSONValue]] = [:]

  /// How many spots a node has at most, how many of them in valid documents, and how many at the same place of
  /// different documents.
  private static let (limit, validLimit, samePlaceLimit) = (10, 7, 3)
  /// The most nodes to compile for examples of single nodes: each example compiles the whole graph.
  private static let exampleLimit = 400_000

  /// - Parameters:
  ///   - valid: Valid documents, the best ones to change first; generated ones are added.
  ///   - others: Other documents, where alternatives may fail.
  init(
    _ schema: Schema, in valid: [JSONValue], _ others: [JSONValue]
  ) throws(SchemaError) {
    evaluator = try SchemaEvaluator(schema)
    graph = schema.graph
    for document in valid + examples(of: graph.root) { note(document, limit: Self.validLimit) }
    reachOthers()
    separateAlternatives()
    for document in others { note(document, limit: Self.limit) }
  }

  /// The spots of a node, the best ones first.
  subscript(node: NodeID) -> [Spot] { spots[node] ?? [] }

  /// The document with another value at a spot; where the node applies to names, with a member of that name.
  func document(with value: JSONValue, at spot: Spot) -> JSONValue? {
    let document = documents[spot.document]
    guard spot.isName else { return document.setting(value, at: spot.tokens) }
    guard let name = value.stringValue, let object = document.value(at: spot.tokens)?.objectValue,
      !object.contains(where: { $0.name.utf8.elementsEqual(name.utf8) })
    else { return nil }
    let member = JSONValue.Member(name: name, value: object.first?.value ?? .null)
    return document.setting(.object(object + [member]), at: spot.tokens)
  }

  /// Characters that programs drop from texts or confuse with others.
  static let unseen = RewritingTable.texts.cells("unseen").compactMap {
    (try? JSONValue(parsing: Array("\"\($0[0])\"".utf8)))?.stringValue
  }

  /// The document with the value at a spot changed in ways that careless programs miss.
  func variations(at spot: Spot) -> [JSONValue] {
    let document = documents[spot.document]
    // More members and elements than any program reports at once.
    let many = (0..<12).map { JSONValue.Member(name: "x\($0)", value: .null) }
    var values: [JSONValue] = []
    switch document.value(at: spot.tokens) {
    case .string(let text)?:
      let scalars = Array(text.unicodeScalars)
      let half = scalars.count / 2
      let (start, end) = (String(scalars: scalars[..<half]), String(scalars: scalars[half...]))
      values = ([text] + Self.unseen).map { .string(start + $0 + end) }
    case .number(let text)?: values = [.number(text + "e0"), .number(text + ".5")]
    case .array(let elements)?:
      values = [elements + elements, elements + many.map(\.value)].map { .array($0) }
    case .object(let members)?:
      values = [
        .object(members + many), .object(many + members),
        .object(members.map { .init(name: $0.name, value: .null) }),
      ]
      for member in members.prefix(8) {
        let rest = members.filter { $0 != member }
        for value in [member.value, .null] {
          let inner = JSONValue.object([.init(name: member.name, value: value)])
          values += [member.name, "__proto__", "foo"].map {
            .object(rest + [.init(name: $0, value: inner)])
          }
        }
      }
    default: break
    }
    return values.map { document.setting($0, at: spot.tokens) }
  }

  /// A short valid value of a node and a full one, as far as they were found.
  private mutating func examples(of node: NodeID) -> [JSONValue] {
    if let known = examples[node] { return known }
    let generator = try? ExampleGenerator(graph.schema(from: node))
    let made = ExampleGenerator.Extent.allCases.compactMap { try? generator?.document($0) }
    examples[node] = made
    return made
  }

  /// Every node with its best spot, in the order of the nodes.
  var all: [(node: NodeID, spot: Spot)] {
    spots.keys.sorted().flatMap { node in self[node].prefix(1).map { (node, $0) } }
  }

  /// - Parameter isBest: Whether the document is better than those known.
  private mutating func note(_ document: JSONValue, limit: Int, isBest: Bool = false) {
    var isNew = false
    for (unit, isName) in evaluator.evaluate(document).all {
      let tokens = unit.instanceLocation.tokens
      let known = spots[unit.node] ?? []
      guard known.count < limit,
        isBest || known.count(where: { $0.tokens == tokens }) < Self.samePlaceLimit,
        !known.contains(where: { $0.document == documents.count && $0.tokens == tokens })
      else { continue }
      let spot = Spot(document: documents.count, tokens: tokens, isName: isName)
      spots[unit.node] = isBest ? [spot] + known : known + [spot]
      isNew = true
    }
    if isNew { documents.append(document) }
  }

  /// Makes documents for the nodes that no other document reaches, from documents that reach an enclosing node.
  private mutating func reachOthers() {
    var pending = graph.reachableNodes().filter { !self[$0].isEmpty }
    var tried: Set<NodeID> = []
    while let node = pending.popLast() {
      guard let spot = self[node].first, tried.insert(node).inserted else { continue }
      guard tried.count * graph.nodes.count < Self.exampleLimit else {
        isBounded = true
        return
      }
      let document = documents[spot.document]
      // The value may be one that another alternative is for; or nothing that has members or elements is allowed.
      func containing(_ values: [JSONValue]) -> [JSONValue] {
        values.map { document.setting($0, at: spot.tokens) }
      }
      let containers =
        containing(examples(of: node)) + [document] + containing([.object([]), .array([])])
      for use in graph.nodes[node].keywords {
        for (index, inner) in use.parameter.nodes.enumerated() {
          guard let tokens = Self.tokens(to: index, of: use, spot.tokens) else { continue }
          for value in examples(of: inner) + [.null] where self[inner].isEmpty {
            for container in containers where self[inner].isEmpty {
              note(container.setting(value, at: tokens), limit: Self.validLimit)
            }
          }
          if !self[inner].isEmpty { pending.append(inner) }
        }
      }
    }
  }

  /// Makes documents that only one of several alternatives allows, so that its rules decide.
  private mutating func separateAlternatives() {
    var cost = 0
    for node in graph.reachableNodes() {
      guard let spot = self[node].first else { continue }
      for use in graph.nodes[node].keywords where [.anyOf, .oneOf].contains(use.keyword) {
        for alternative in use.parameter.nodes where use.parameter.nodes.count > 1 {
          cost += graph.nodes.count
          guard cost < Self.exampleLimit else {
            isBounded = true
            return
          }
          let schema = graph.schema(
            of: [.init(.allOf, .schemas([alternative])), .init(.oneOf, use.parameter)])
          guard let value = try? ExampleGenerator(schema).document(.full) else { continue }
          note(
            documents[spot.document].setting(value, at: spot.tokens), limit: Self.limit,
            isBest: true)
        }
      }
    }
  }

  /// The place of a value that a schema of a keyword applies to.
  private static func tokens(to index: Int, of use: KeywordUse, _ place: [String]) -> [String]? {
    switch (use.keyword, use.parameter) {
    case (.properties, .schemasByName(let named)): place + [named[index].name]
    case (.patternProperties, .schemasByName(let named)):
      PatternSampler(source: named[index].name)?.text().map { place + [$0] }
    case (.additionalProperties, _), (.unevaluatedProperties, _): place + ["other"]
    case (.prefixItems, _), (.items, .schemas): place + [String(index)]
    case (.items, _), (.additionalItems, _), (.unevaluatedItems, _), (.contains, _):
      place + ["999"]
    default: use.keyword.isInPlace ? place : nil
    }
  }
}

extension JSONValue {
  /// The values inside, with the tokens that lead to them.
  private var entries: [(token: String, value: JSONValue)] {
    switch self {
    case .object(let members): members.map { ($0.name, $0.value) }
    case .array(let elements): elements.enumerated().map { (String($0), $1) }
    default: []
    }
  }

  /// The places of the value and of those inside it, the outermost first.
  var allPlaces: [[String]] {
    [[]] + entries.flatMap { child in child.value.allPlaces.map { [child.token] + $0 } }
  }

  /// The places that tokens lead to, `*` to any element or member.
  func places(of tokens: ArraySlice<String>) -> [[String]] {
    guard let token = tokens.first else { return [[]] }
    return entries.filter { token == "*" || $0.token.utf8.elementsEqual(token.utf8) }
      .flatMap { child in
        child.value.places(of: tokens.dropFirst()).map { [child.token] + $0 }
      }
  }
}
