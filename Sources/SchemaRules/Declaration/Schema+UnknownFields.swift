extension Schema {
  /// Returns the schema with another policy for undeclared members in every object.
  ///
  /// The rules keep their ids; their provenance states that the caller chose the policy.
  public func withUnknownFields(_ policy: UnknownFieldPolicy) -> Schema {
    var nodes = graph.nodes
    for node in nodes.indices {
      for use in nodes[node].keywords.indices {
        guard case .unknownFields = nodes[node].keywords[use].parameter else { continue }
        nodes[node].keywords[use].parameter = .unknownFields(policy)
        nodes[node].keywords[use].provenance = .chosen(
          "The caller chose to \(policy.rawValue) them.")
      }
    }
    let changed = SchemaGraph(
      origin: graph.origin, nodes: nodes, root: graph.root, resources: graph.resources,
      documents: graph.documents)
    return Schema(id: id, title: title, graph: changed)
  }
}
