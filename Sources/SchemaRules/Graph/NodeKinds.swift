import JSONText

/// The kinds of values that the schemas of a graph allow, derived from types, lists of values and schemas for the same
/// value.
package struct NodeKinds {
  /// The maximum depth of schemas that apply one another; deeper ones count as allowing every kind.
  private static let depth = 64

  private let graph: SchemaGraph
  private var known: [NodeID: KindSet] = [:]
  private var depth = 0

  /// Creates an empty result; kinds are computed when needed.
  package init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  /// The kinds of values that a node may allow.
  package mutating func kinds(of node: NodeID) -> KindSet {
    if let known = known[node] { return known }
    guard depth < Self.depth else { return .all }
    depth += 1
    defer { depth -= 1 }
    // A schema that refers to itself excludes nothing in doing so.
    known[node] = .all
    var kinds = KindSet.all
    for use in graph.nodes[node].keywords { kinds.formIntersection(self.kinds(of: use)) }
    known[node] = kinds
    return kinds
  }

  /// The kinds of values that a keyword allows.
  package mutating func kinds(of use: KeywordUse) -> KindSet {
    switch (use.keyword, use.parameter) {
    case (.falseSchema, _): return []
    case (_, .types(let types)): return types.reduce(into: []) { $0.formUnion($1.kinds) }
    case (_, .values(let values)): return values.reduce(into: []) { $0.formUnion(KindSet($1.kind)) }
    case (.ref, .schema(let node)): return kinds(of: node)
    case (.allOf, .schemas(let nodes)):
      return nodes.reduce(into: .all) { $0.formIntersection(kinds(of: $1)) }
    case (.anyOf, .schemas(let nodes)), (.oneOf, .schemas(let nodes)):
      return nodes.reduce(into: []) { $0.formUnion(kinds(of: $1)) }
    default: return .all
    }
  }
}

extension KindSet {
  /// The kinds in a sentence, such as `a string or null`.
  package var text: String { types.map(\.withArticle).joined(separator: " or ") }
}
