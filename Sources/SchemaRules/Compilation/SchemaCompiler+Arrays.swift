import JSONText

extension SchemaCompiler {
  /// The requirements of one node of a closure for elements: one for each of the first elements, and one for the
  /// rest.
  private struct Elements {
    var prefix: [Member] = []
    var rest: Member?
  }

  mutating func arrayPlan(
    _ closure: Closure, _ checks: Checks, isSecret: Bool
  ) throws(SchemaError) -> Int32 {
    var plan = ArrayPlan(isSecret: isSecret)
    plan.refusals = append(checks.refusals)
    if checks.isFinal {
      plan.ignoresElements = true
    } else {
      try addElements(of: closure, isSecret: isSecret, to: &plan)
      let applicators = try applicators(of: closure, isSecret: isSecret) { _ in -1 }
      plan.checks = append(checks.others)
      plan.applicators = append(applicators)
      if plan.prefix.isEmpty, parts.properties[Int(plan.rest)].node < 0, checks.others.isEmpty,
        applicators.isEmpty
      {
        guard !checks.refusals.isEmpty else { return -1 }
        plan.ignoresElements = true
      }
    }
    parts.arrays.append(plan)
    return Int32(parts.arrays.count - 1)
  }

  private mutating func addElements(
    of closure: Closure, isSecret: Bool, to plan: inout ArrayPlan
  ) throws(SchemaError) {
    var all: [Elements] = []
    for member in closure.members {
      let elements = elements(of: member)
      if elements.rest != nil || !elements.prefix.isEmpty { all.append(elements) }
      if let unevaluated = unevaluatedElements(of: member) { all.append(unevaluated) }
    }
    let prefixCount = all.map(\.prefix.count).max() ?? 0
    var prefix: [Int32] = []
    for place in 0..<prefixCount {
      let targets = all.compactMap {
        place < $0.prefix.count ? $0.prefix[place] : $0.rest
      }
      prefix.append(try node(for: targets.filter { $0.scope >= 0 }, isSecret: isSecret))
    }
    plan.prefix = TableRange(
      first: Int32(parts.properties.count), count: Int32(prefix.count))
    parts.properties += prefix.map { CompiledProperty(unnamed: $0) }
    plan.rest = unnamedProperty(try node(for: all.compactMap(\.rest), isSecret: isSecret))
  }

  private mutating func elements(of member: Member) -> Elements {
    let node = graph.nodes[member.node]
    var elements = Elements()
    switch node[.items] {
    case .schemas(let schemas):
      elements.prefix = schemas.map { enter($0, from: member.scope) }
      if case .schema(let rest) = node[.additionalItems] {
        elements.rest = enter(rest, from: member.scope)
      }
    case .schema(let rest):
      elements.rest = enter(rest, from: member.scope)
    default: break
    }
    if case .schemas(let schemas) = node[.prefixItems] {
      elements.prefix = schemas.map { enter($0, from: member.scope) }
    }
    return elements
  }

  /// The requirements of `unevaluatedItems` for elements that nothing else evaluates, in any document; nil if the
  /// node does not have the keyword, or if the document decides which elements are unevaluated.
  private mutating func unevaluatedElements(of member: Member) -> Elements? {
    guard case .schema(let target) = graph.nodes[member.node][.unevaluatedItems],
      !isTrivial(target), !dependsOnDocument(member, for: .array)
    else { return nil }
    var prefixCount = 0
    for inner in closure(of: [member], for: .array).members {
      let node = graph.nodes[inner.node]
      if evaluatesAllElements(inner, butFor: member) { return nil }
      switch (node[.prefixItems], node[.items]) {
      case (.schemas(let schemas), _), (_, .schemas(let schemas)):
        prefixCount = max(prefixCount, schemas.count)
      default: break
      }
    }
    let anything = Member(node: member.node, scope: -1)
    return Elements(
      prefix: Array(repeating: anything, count: prefixCount),
      rest: enter(target, from: member.scope))
  }

  /// Whether some keyword of a node evaluates every element; `unevaluatedItems` of `outer` does not count.
  func evaluatesAllElements(_ member: Member, butFor outer: Member?) -> Bool {
    let node = graph.nodes[member.node]
    if member != outer, node[.unevaluatedItems] != nil { return true }
    switch node[.items] {
    case .schema: return true
    case .schemas: return node[.additionalItems] != nil
    default: return false
    }
  }
}
