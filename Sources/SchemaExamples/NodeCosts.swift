import SchemaRules

/// The minimum size of a value of each node, to distinguish alternatives that end from recursive ones.
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
