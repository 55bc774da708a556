import SchemaRules

extension SchemaCheck {
  /// Finds keywords that together allow no type, although each of them allows some.
  static func types(_ schema: Conjunction, _ kinds: inout NodeKinds) -> [Finding] {
    var common = KindSet.all
    var names: [String] = []
    for use in schema.graph.nodes[schema.node].keywords {
      let parts =
        use.keyword == .allOf
        ? use.parameter.nodes.map { kinds.kinds(of: $0) } : [kinds.kinds(of: use)]
      // The mistake is elsewhere.
      guard !parts.contains([]) else { return [] }
      for allowed in parts where allowed != .all {
        let name = "`\(use.keyword.rawValue)`"
        if names.last != name { names.append(name) }
        common.formIntersection(allowed)
        guard common.isEmpty else { continue }
        // Another check reports listed values in more detail.
        if case .values = use.parameter { return [] }
        return [
          Finding(
            .disjointTypes, [use.keyword.rawValue],
            "no value is valid: \(names.joined(separator: " and ")) allow no type in common")
        ]
      }
    }
    return []
  }

  /// Finds alternatives and conditions for types that the enclosing schema does not allow.
  static func alternatives(_ schema: Conjunction, _ kinds: inout NodeKinds) -> [Finding] {
    var findings: [Finding] = []
    let keywords = schema.graph.nodes[schema.node].keywords
    for use in keywords where [.anyOf, .oneOf, .if].contains(use.keyword) {
      var own = KindSet.all
      for other in keywords where other.keyword != use.keyword {
        own.formIntersection(kinds.kinds(of: other))
      }
      guard own != .all, !own.isEmpty else { continue }
      for (index, target) in use.parameter.nodes.enumerated() {
        let allowed = kinds.kinds(of: target)
        guard !allowed.isEmpty, allowed.isDisjoint(with: own) else { continue }
        let path = use.keyword == .if ? [] : [String(index)]
        findings.append(
          Finding(
            .impossibleAlternative, [use.keyword.rawValue] + path,
            "is never satisfied: it allows \(allowed.text), but the enclosing schema allows \(own.text)"
          ))
      }
    }
    return findings
  }

  /// Finds keywords for types that the schema does not allow, and conditions that decide nothing.
  static func ineffective(_ schema: Conjunction, _ kinds: inout NodeKinds) -> [Finding] {
    let graph = schema.graph
    let node = graph.nodes[schema.node]
    var findings: [Finding] = []
    var own = KindSet.all
    for use in node.keywords {
      switch use.parameter {
      case .types, .values: own.formIntersection(kinds.kinds(of: use))
      default: break
      }
    }
    // Code generators use formats of other types, so these are not reported.
    for use in node.keywords where use.keyword != .format && !own.isEmpty {
      let applies = use.keyword.description.appliesTo
      guard applies.isDisjoint(with: own) else { continue }
      findings.append(
        Finding(
          .ignoredKeyword, [use.keyword.rawValue],
          "has no effect: it applies to \(applies.text), and the schema only allows \(own.text)"))
    }
    for (keyword, reason) in idleKeywords(node, graph) where node[keyword] != nil {
      findings.append(Finding(.ignoredKeyword, [keyword.rawValue], "has no effect \(reason)"))
    }
    return findings
  }

  /// Finds keywords that have no effect in a schema.
  private static func idleKeywords(
    _ node: SchemaNode, _ graph: SchemaGraph
  ) -> [(Keyword, reason: String)] {
    var idle: [(Keyword, reason: String)] = []
    if case .schema(let condition) = node[.if] {
      // Members that a condition evaluates count as evaluated.
      let counts = node[.unevaluatedProperties] != nil || node[.unevaluatedItems] != nil
      if node[.then] == nil, node[.else] == nil, !counts {
        idle.append((.if, "without `then` or `else`"))
      }
      if graph.nodes[condition].isFalse { idle.append((.then, "next to `if: false`")) }
      if graph.nodes[condition].keywords.isEmpty {
        idle.append((.else, "next to an `if` that every value satisfies"))
      }
    }
    if case .schemas = node[.items] {
    } else {
      idle.append((.additionalItems, "without a list of schemas in `items`"))
    }
    if node[.additionalProperties] != nil {
      idle.append((.unevaluatedProperties, "next to `additionalProperties`"))
    }
    if case .schema = node[.items] { idle.append((.unevaluatedItems, "next to `items`")) }
    return idle
  }
}
