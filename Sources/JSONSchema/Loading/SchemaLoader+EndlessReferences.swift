import SchemaRules

extension SchemaLoader {
  /// Reports schemas that apply themselves endlessly to the same value.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-9.4.1
  mutating func findEndlessReferences() {
    enum Progress { case new, open, done }
    var progress = [Progress](repeating: .new, count: nodes.count)
    var path: [(node: NodeID, next: [NodeID])] = []
    for start in nodes.indices where progress[start] == .new {
      progress[start] = .open
      path.append((start, nodesForSameValue(start)))
      while let last = path.last {
        guard let next = last.next.last else {
          progress[last.node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next.removeLast()
        switch progress[next] {
        case .new:
          progress[next] = .open
          path.append((next, nodesForSameValue(next)))
        case .open:
          report(
            "the schema applies itself to the same value endlessly; let a reference lead back "
              + "only from inside a keyword such as `properties` or `items`",
            at: pending[next], kind: .endlessReference)
        case .done: break
        }
      }
    }
  }

  /// The nodes that a node applies to the same value.
  private func nodesForSameValue(_ node: NodeID) -> [NodeID] {
    var result: [NodeID] = []
    for use in nodes[node].keywords {
      switch use.keyword {
      case .ref, .dynamicRef, .recursiveRef, .allOf, .anyOf, .oneOf, .not, .if, .then, .else,
        .dependentSchemas, .dependencies:
        result += use.parameter.nodes
      default: break
      }
    }
    return result
  }
}
