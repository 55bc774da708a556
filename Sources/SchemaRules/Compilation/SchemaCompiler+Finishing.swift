import ECMARegex
import JSONText

extension SchemaCompiler {
  /// Adds the parts that depend on all nodes.
  mutating func finish() {
    listDiscriminating()
    rememberVerdicts()
    // The presence of a forbidden member is reported whatever its value.
    for index in parts.properties.indices where parts.properties[index].refusal < 0 {
      let node = parts.properties[index].node
      parts.properties[index].fastPath = FastPath(for: node, in: &parts)
      guard node >= 0 else { continue }
      let compiled = parts.nodes[Int(node)]
      parts.properties[index].stringPlan = compiled.string
      if compiled.object >= 0, !compiled.isRemembered, parts.objects[Int(compiled.object)].isUsual {
        parts.properties[index].usualObject = compiled.object
      }
    }
  }

  /// Marks the nodes whose verdicts are remembered: those that read values again and are reached while a value is
  /// read again. Without remembering, each level of such nodes would double the work.
  private mutating func rememberVerdicts() {
    let edges = parts.nodes.indices.map { self.edges(from: $0) }
    // The targets of edges along which values are read again.
    var isReadAgain = [Bool](repeating: false, count: parts.nodes.count)
    var pending: [Int32] = edges.flatMap { $0.again }
    while let node = pending.popLast() {
      guard node >= 0, !isReadAgain[Int(node)] else { continue }
      isReadAgain[Int(node)] = true
      pending += edges[Int(node)].again + edges[Int(node)].inside
    }
    for index in parts.nodes.indices where isReadAgain[index] && !edges[index].again.isEmpty {
      parts.nodes[index].isRemembered = true
    }
  }

  /// The nodes that a node applies to the same value after it was read, and those that it applies while reading it.
  private func edges(from index: Int) -> (again: [Int32], inside: [Int32]) {
    var again: [Int32] = []
    var inside: [Int32] = []
    func add(_ applicators: TableRange) {
      for index in applicators.indices {
        let applicator = parts.applicators[Int(index)]
        again += [applicator.node, applicator.then, applicator.otherwise]
        if applicator.operation == .anyOf || applicator.operation == .oneOf {
          again += applicator.nodes.indices.map { parts.nodeLists[Int($0)] }
        }
      }
    }
    let node = parts.nodes[index]
    for plan in [node.string, node.number, node.boolean, node.null] where plan >= 0 {
      add(parts.scalars[Int(plan)].applicators)
    }
    if node.array >= 0 {
      let plan = parts.arrays[Int(node.array)]
      add(plan.applicators)
      inside += plan.prefix.indices.map { parts.properties[Int($0)].node }
      if plan.rest >= 0 { inside.append(parts.properties[Int(plan.rest)].node) }
    }
    if node.object >= 0 {
      let plan = parts.objects[Int(node.object)]
      add(plan.applicators)
      inside += plan.properties.indices.map { parts.properties[Int($0)].node }
      if plan.undeclared.property >= 0 {
        inside.append(parts.properties[Int(plan.undeclared.property)].node)
      }
      for group in plan.undeclared.groups.indices {
        let group = parts.memberGroups[Int(group)]
        inside.append(group.otherwise)
        inside += group.patterns.indices.map { parts.namePatterns[Int($0)].node }
      }
      inside += decidedNodes(of: plan)
    }
    return (again.filter { $0 >= 0 }, inside.filter { $0 >= 0 })
  }
}
