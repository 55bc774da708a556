public import JSONText
public import SchemaRules

/// Makes valid documents for a schema, and checks each with the schema before it is given out.
///
/// The search makes a document top down, taking the first possibility at every choice: of several
/// alternatives, types or values. Where the validator finds an error, it takes the next possibility at the
/// closest choice. It may therefore miss a valid document of a schema whose rules depend on one another in
/// ways that no single choice settles.
public struct ExampleGenerator {
  /// How much a document has.
  public enum Extent: String, Hashable, Sendable, CaseIterable {
    /// What the schema requires, in as few and as short values as were found.
    case shortest
    /// Every member once, with values that the schema gives as examples.
    case full
  }

  private let schema: Schema
  private let validator: Validator
  private let costs: [Int]
  private let stringLength: Int

  /// How many documents are tried.
  public static let attempts = 400

  /// A generator of documents for a schema.
  ///
  /// - Throws: what compiling the schema throws.
  public init(_ schema: Schema) throws(SchemaError) {
    try self.init(schema, stringLength: 0)
  }

  /// - Parameter stringLength: The least number of code points in a string whose rules allow that many.
  package init(_ schema: Schema, stringLength: Int) throws(SchemaError) {
    self.schema = schema
    self.stringLength = stringLength
    validator = try Validator(schema, limits: ValidationLimits(errors: 8))
    costs = NodeCosts(schema.graph).costs
  }

  /// A valid document. Returns nil if the search does not find one.
  public func document(_ extent: Extent) -> JSONValue? {
    search(Self.attempts, for: [schema.graph.root], extent, 0) { value in
      var writer = JSONWriter()
      writer.value(value)
      let result = validator.validate(writer.bytes)
      return result.outcome == .valid ? nil : result.errors.map(\.pointer)
    }
  }

  /// A small value that nodes allow together, as far as their keywords show: nothing validates it. Values of
  /// different variants differ where they may. Returns nil if the search does not find one.
  package func value(_ nodes: [NodeID], variant: Int = 0) -> JSONValue? {
    search(Self.attempts / 8, for: nodes, .shortest, variant) { _ in nil }
  }

  /// The first value without faults, which are the places of mistakes; nil for none.
  private func search(
    _ attempts: Int, for nodes: [NodeID], _ extent: Extent, _ variant: Int,
    faults: (JSONValue) -> [JSONPointer]?
  ) -> JSONValue? {
    var choices = Choices()
    for _ in 0..<attempts {
      var construction = ExampleConstruction(
        schema.graph, costs, choices, stringLength: stringLength)
      let value = construction.value(nodes, at: .root, extent: extent, variant: variant)
      choices = construction.choices
      var places = construction.deadEnds
      if let value {
        guard let found = faults(value) else { return value }
        places += found
      }
      guard choices.advance(after: places) else { break }
    }
    return nil
  }
}

/// Which possibility to take at each choice.
struct Choices {
  /// Something to choose at a place of the document.
  struct Point: Hashable {
    let place: JSONPointer
    let topic: String
  }

  private var taken: [Point: (index: Int, count: Int)] = [:]
  private var order: [Point] = []

  /// The index of the possibility to take of some; 0 unless it has been tried.
  mutating func index(of count: Int, _ topic: String, at place: JSONPointer) -> Int {
    guard count > 1 else { return 0 }
    let point = Point(place: place, topic: topic)
    let index = taken[point]?.index ?? 0
    if taken[point] == nil { order.append(point) }
    taken[point] = (min(index, count - 1), count)
    return min(index, count - 1)
  }

  /// Takes the next possibility at the last choice that has one and is at, above or right below the place of
  /// a fault. Returns false if there is none.
  mutating func advance(after faults: [JSONPointer]) -> Bool {
    for fault in faults {
      let candidates = order.indices.filter { index in
        let place = order[index].place.tokens
        return place.count <= fault.tokens.count + 1
          && zip(place, fault.tokens).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
      }.sorted { (order[$0].place.tokens.count, $0) > (order[$1].place.tokens.count, $1) }
      for candidate in candidates {
        let point = order[candidate]
        guard let (index, count) = taken[point], index + 1 < count else { continue }
        taken[point] = (index + 1, count)
        // Choices below and after it start again.
        for other in candidates.prefix(while: { $0 != candidate }) {
          taken[order[other]]?.index = 0
        }
        return true
      }
    }
    return false
  }
}

/// How much a value of each node needs at least, to tell alternatives that end from those that recur.
struct NodeCosts {
  static let endless = 1 << 40
  private(set) var costs: [Int]

  init(_ graph: SchemaGraph) {
    costs = [Int](repeating: Self.endless, count: graph.nodes.count)
    for _ in 0..<64 {
      var isStable = true
      for node in graph.nodes.indices.reversed() {
        let cost = min(cost(of: graph.nodes[node]), Self.endless)
        if cost < costs[node] {
          costs[node] = cost
          isStable = false
        }
      }
      if isStable { break }
    }
  }

  private func cost(of node: SchemaNode) -> Int {
    if node.isFalse { return Self.endless }
    let required = node.requiredNames
    var total = 1
    for use in node.keywords {
      let inner = use.parameter.nodes.map { costs[$0] }
      switch (use.keyword, use.parameter) {
      case (.ref, _), (.dynamicRef, _), (.recursiveRef, _), (.allOf, _):
        total += inner.reduce(0) { min($0 + $1, Self.endless) }
      case (.anyOf, _), (.oneOf, _): total += inner.min() ?? 0
      case (.properties, .schemasByName(let named)):
        for property in named where required.contains(Array(property.name.utf8)) {
          total += costs[property.value]
        }
      case (.items, .schema(let element)):
        if case .count(let count) = node[.minItems], count > 0 { total += costs[element] }
      default: break
      }
      total = min(total, Self.endless)
    }
    return total
  }
}
