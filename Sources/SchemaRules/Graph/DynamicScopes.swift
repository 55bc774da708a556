/// A node of the graph with the scope that gives its dynamic references a meaning.
package struct Member: Hashable {
  package var node: NodeID
  /// An index into the scopes.
  package var scope: Int
}

/// The scopes of dynamic references: for each scope, the targets of the anchors that are in effect in it.
package struct DynamicScopes {
  private let hasReferences: Bool
  /// The first scope has no anchors.
  private var scopes: [[Named<NodeID>]] = [[]]
  private var indices: [[Named<NodeID>]: Int] = [:]

  /// The scopes of a graph before evaluation has entered any.
  package init(_ graph: SchemaGraph) {
    hasReferences = graph.nodes.contains { node in
      node.keywords.contains { if case .dynamicReference = $0.parameter { true } else { false } }
    }
  }

  /// The member for a node that evaluation enters from a scope. From here on, the dynamic anchors of the node's
  /// resource are in effect, unless an outer resource has the same ones.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-7.1
  package mutating func enter(_ node: NodeID, from scope: Int, in graph: SchemaGraph) -> Member {
    let resource = graph.nodes[node].resource
    guard hasReferences, graph.resources.indices.contains(resource) else {
      return Member(node: node, scope: 0)
    }
    var anchors = scopes[scope]
    for anchor in graph.resources[resource].dynamicAnchors
    where !anchors.contains(where: { $0.name.utf8.elementsEqual(anchor.name.utf8) }) {
      anchors.append(anchor)
    }
    if anchors.count == scopes[scope].count { return Member(node: node, scope: scope) }
    if let known = indices[anchors] { return Member(node: node, scope: known) }
    scopes.append(anchors)
    indices[anchors] = scopes.count - 1
    return Member(node: node, scope: scopes.count - 1)
  }

  /// The target of a reference; nil if the parameter is not a reference.
  package mutating func target(
    of parameter: Parameter, from member: Member, in graph: SchemaGraph
  ) -> Member? {
    switch parameter {
    case .schema(let node):
      return enter(node, from: member.scope, in: graph)
    case .dynamicReference(let anchor, let initial):
      let outermost = scopes[member.scope].first { $0.name.utf8.elementsEqual(anchor.utf8) }
      return enter(outermost?.value ?? initial, from: member.scope, in: graph)
    default:
      return nil
    }
  }
}
