import JSONSchema
import JSONText
import SchemaRules

extension SchemaGraph {
  /// The graph without the requirements of members that the other side owns.
  ///
  /// A member whose schema has the annotation (`readOnly` in a request, `writeOnly` in a response) may be missing even
  /// if it is listed as required. It may also be present: the specification only says that it should not.
  ///
  /// https://spec.openapis.org/oas/v3.0.4#fixed-fields-20
  func droppingRequirements(ofMembersThatAre annotation: String) -> SchemaGraph {
    let marked = nodes.indices.map { node in
      nodes[referred(from: node)].annotations.contains {
        $0.name == annotation && $0.value == .boolean(true)  // strings: ASCII
      }
    }
    guard marked.contains(true) else { return self }
    let names = nodes.map { node -> Set<ByteString> in
      guard case .schemasByName(let properties) = node[.properties] else { return [] }
      return Set(properties.filter { marked[$0.value] }.map { ByteString($0.name) })
    }
    // One schema may require a member that another schema for the same value describes. A node knows the members of
    // the nodes that apply to the same value: those below it and, through its parents, those next to it.
    var parents: [NodeID: [NodeID]] = [:]
    for node in nodes.indices {
      for inner in nodesForSameValue(node) { parents[inner, default: []].append(node) }
    }
    var changed = nodes
    for node in nodes.indices {
      guard let use = nodes[node].keywords.firstIndex(where: { $0.keyword == .required }),
        case .names(let required) = nodes[node].keywords[use].parameter
      else { continue }
      let known = ([node] + (parents[node] ?? [])).reduce(into: Set<ByteString>()) {
        $0.formUnion(self.names(below: $1, names))
      }
      let kept = required.filter { !known.contains(ByteString($0)) }
      if kept.isEmpty {
        changed[node].keywords.remove(at: use)
      } else {
        changed[node].keywords[use].parameter = .names(kept)
      }
    }
    return SchemaGraph(
      origin: origin, nodes: changed, root: root, resources: resources, documents: documents)
  }

  private func nodesForSameValue(_ node: NodeID) -> [NodeID] {
    nodes[node].keywords.filter {
      [.ref, .dynamicRef, .allOf, .anyOf, .oneOf].contains($0.keyword)
    }
    .flatMap(\.parameter.nodes)
  }

  /// The marked members of a node and of the nodes that apply to the same value.
  private func names(below node: NodeID, _ names: [Set<ByteString>]) -> Set<ByteString> {
    var result: Set<ByteString> = []
    var seen: Set<NodeID> = [node]
    var pending = [node]
    while let next = pending.popLast() {
      result.formUnion(names[next])
      pending += nodesForSameValue(next).filter { seen.insert($0).inserted }
    }
    return result
  }
}
