extension Schema {
  /// The schema with another answer to members that it does not name, in every object of it.
  ///
  /// The rules keep their ids; their provenance says that the answer was chosen.
  public func withUnknownFields(_ policy: UnknownFieldPolicy) -> Schema {
    var nodes = graph.nodes
    for node in nodes.indices {
      for use in nodes[node].keywords.indices {
        guard case .unknownFields = nodes[node].keywords[use].parameter else { continue }
        nodes[node].keywords[use].parameter = .unknownFields(policy)
        nodes[node].keywords[use].provenance = .chosen(
          "Whoever checks asked to \(policy.rawValue) them.")
      }
    }
    let changed = SchemaGraph(
      origin: graph.origin, nodes: nodes, root: graph.root, resources: graph.resources,
      documents: graph.documents)
    return Schema(id: id, title: title, graph: changed)
  }
}
