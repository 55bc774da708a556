import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Synchronization

/// Values that tell something of the nodes of a schema: valid ones, and those around what keywords say.
final class NodeValues: Sendable {
  private let graph: SchemaGraph
  private let known = Mutex<[NodeID: [JSONValue]]>([:])
  private let knownExamples = Mutex<[NodeID: [JSONValue]]>([:])

  /// How many nodes that apply to the same value are looked at, and how many values a node has at most.
  private static let (nodeLimit, valueLimit) = (40, 240)

  init(_ graph: SchemaGraph) { self.graph = graph }

  /// Values of every type, and texts that rules are often about.
  static let usual: [JSONValue] =
    [
      .null, .boolean(true), .boolean(false), .number("0"), .number("1"), .number("-1"),
      .number("1.5"), .array([]), .object([]), .array([.null]),
    ]
    + [
      "", "a", "abc", "A", "a b", "1", "/", "é", "\n", "a:b", "2020-02-30T25:00:00Z",
      "https://example.com/a.b", "http:", "\u{0}", "<'\"\\>", "\u{1F600}",
    ].map { .string($0) }

  private static let formatted: [JSONValue] = [
    "2024-01-20T11:19:53Z", "2024-01-20", "11:19:53Z", "P1D", "a@example.com", "example.com",
    "192.0.2.1", "2001:db8::1", "https://example.com/a", "/a",
    "00000000-0000-4000-8000-000000000000",
  ].map { .string($0) }

  /// Values of interest where a node applies; none for one that only a changed schema has.
  func values(of node: NodeID) -> [JSONValue] {
    guard graph.nodes.indices.contains(node) else { return [] }
    if let values = known.withLock({ $0[node] }) { return values }
    var values = examples(of: node)
    let nodes = graph.inPlaceNodes(of: node).prefix(Self.nodeLimit)
    for inner in nodes.dropFirst().prefix(12) { values += examples(of: inner) }
    let uses = nodes.flatMap { graph.nodes[$0].keywords }
    for use in uses { values += around(use, among: uses) }
    values = values.withoutRepetitions(Self.valueLimit)
    known.withLock { $0[node] = values }
    return values
  }

  /// Valid values of a node, as small and as full as they were found.
  func examples(of node: NodeID) -> [JSONValue] {
    if let examples = knownExamples.withLock({ $0[node] }) { return examples }
    let generator = try? ExampleGenerator(graph.schema(from: node))
    let examples = ExampleGenerator.Extent.allCases.compactMap { try? generator?.document($0) }
    knownExamples.withLock { $0[node] = examples }
    return examples
  }

  /// Values around what a keyword says.
  ///
  /// - Parameter others: The keywords that apply to the same values.
  func around(_ use: KeywordUse, among others: [KeywordUse]) -> [JSONValue] {
    switch use.parameter {
    case .count(let bound) where use.keyword.description.appliesTo == .string && bound < 10_000:
      let samplers = others.compactMap { other -> PatternSampler? in
        if case .pattern(let source) = other.parameter {
          PatternSampler(source: source)
        } else {
          nil
        }
      }
      return Set(bound - 1...bound + 2).filter { $0 >= 0 }.sorted().flatMap { count in
        let texts = samplers.flatMap { $0.strings(lengths: count...count).prefix(1) }
        return (texts + [String(repeating: "a", count: count)]).map { JSONValue.string($0) }
      }
    case .number(let text):
      let near = KeywordVariants(use: use, graph: graph).all
        .compactMap { if case .number(let other)? = $0.use?.parameter { other } else { nil } }
      return ([text, text + (text.contains(".") ? "01" : ".01")] + near).map { .number($0) }
    case .values(let values):
      return values.prefix(60) + values.prefix(4).flatMap { KeywordVariants.nearMisses(of: $0) }
    case .pattern(let source):
      let samples = PatternSampler(source: source)?.strings(lengths: 0...200).prefix(4)
      return (samples ?? []).flatMap { [$0, $0 + "\n", "!" + $0, $0 + "!"] }.map { .string($0) }
    case .format: return Self.formatted
    default: return []
    }
  }

  /// A text that a pattern matches; nil if none was found.
  static func text(matching source: String) -> String? {
    guard let pattern = Pattern.read(source) else { return nil }
    return PatternSampler(pattern.syntax).strings(lengths: 0...200)
      .first { pattern.match($0) == .match }
  }
}

extension SchemaGraph {
  /// A node with those that it applies to the same value, under a condition or not.
  func inPlaceNodes(of node: NodeID) -> [NodeID] {
    var nodes = [node]
    var next = 0
    while next < nodes.count {
      for use in self.nodes[nodes[next]].keywords where use.keyword.isInPlace {
        nodes += use.parameter.nodes.filter { !nodes.contains($0) }
      }
      next += 1
    }
    return nodes
  }
}

extension Pattern {
  /// A pattern as schemas have them, in the grammar of Annex B too; nil if it is none.
  static func read(_ source: String) -> Pattern? {
    (try? Pattern(source)) ?? (try? Pattern(source, grammar: .annexB))
  }
}

extension PatternComparison {
  /// Compares two patterns as schemas have them.
  init(source one: String, _ other: String) {
    guard let one = Pattern.read(one), let other = Pattern.read(other) else {
      self = .unknown
      return
    }
    self.init(one, other)
  }
}

extension [JSONValue] {
  /// The first ones, each once.
  func withoutRepetitions(_ limit: Int) -> [JSONValue] {
    var seen: Set<JSONValue> = []
    return Array(filter { seen.insert($0).inserted }.prefix(limit))
  }
}
