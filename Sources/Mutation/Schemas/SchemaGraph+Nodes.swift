import JSONText
import SchemaRules

extension SchemaGraph {
  /// The nodes that a value can reach, in the order of the nodes.
  ///
  /// - Parameter keywords: Keywords that lead nowhere, such as those whose schemas report no violation.
  func reachableNodes(without keywords: Set<Keyword> = []) -> [NodeID] {
    var reached: Set<NodeID> = [root]
    var pending = [root]
    while let node = pending.popLast() {
      for use in nodes[node].keywords where !keywords.contains(use.keyword) {
        var targets = use.parameter.nodes
        if case .dynamicReference(let anchor, _) = use.parameter {
          targets += resources.flatMap(\.dynamicAnchors).filter { $0.name == anchor }.map(\.value)
        }
        for target in targets where reached.insert(target).inserted { pending.append(target) }
      }
    }
    return reached.sorted()
  }

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

  /// The schema of the values that a node applies to.
  func schema(from node: NodeID) -> Schema {
    let graph = SchemaGraph(
      origin: origin, nodes: nodes, root: node, resources: resources, documents: documents)
    return Schema(id: "", title: "", graph: graph)
  }

  /// A schema of some keywords, which may apply nodes of the graph.
  func schema(of keywords: [KeywordUse]) -> Schema {
    let node = SchemaNode(pointer: .root, keywords: keywords)
    let graph = SchemaGraph(
      origin: origin, nodes: nodes + [node], root: nodes.count, resources: resources,
      documents: documents)
    return Schema(id: "", title: "", graph: graph)
  }
}

extension Set<Keyword> {
  /// Keywords whose schemas report no violations: only whether a value satisfies them counts.
  static let silent: Self = [.not, .if, .contains]
  /// These keywords, and those whose schemas can report any violation.
  static let open = silent.union([.anyOf, .oneOf])
}
