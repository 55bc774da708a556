import SchemaRules

extension Evaluation {
  /// The members or elements that no keyword has evaluated, whether in the schema itself or in one that applies to
  /// the same value.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-11
  func unevaluatedChildren(_ frame: Frame) -> [Int] {
    instance.children(of: frame.value).filter { !frame.evaluated.contains($0) }
  }

  /// Requires members or elements to satisfy the schema of an `unevaluated…` keyword.
  mutating func requireUnevaluated(
    _ children: [Int], _ target: NodeID, _ index: Int, _ frame: Frame
  ) {
    let keyword = graph.nodes[frame.node].keywords[index].keyword.rawValue
    var isOpen = false
    for child in children {
      let verdict = apply(target, to: child, by: [keyword], in: frame).verdict
      if verdict == .invalid, !frame.isCertain {
        // If a limit was exceeded, the child may already be evaluated.
        isOpen = true
      } else {
        frame.require(verdict)
      }
    }
    if isOpen { frame.leaveOpen(index, .unevaluated) }
  }
}
