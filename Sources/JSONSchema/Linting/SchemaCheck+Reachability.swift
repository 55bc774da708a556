import SchemaRules

extension SchemaCheck {
  /// Keywords that together allow no type, although each of them allows some.
  static func types(
    _ graph: SchemaGraph, _ node: NodeID, _ kinds: inout NodeKinds
  ) -> [Finding] {
    var common = KindSet.all
    var names: [String] = []
    for use in graph.nodes[node].keywords {
      let parts =
        use.keyword == .allOf
        ? use.parameter.nodes.map { kinds.kinds(of: $0) } : [kinds.kinds(of: use)]
      // The fault is elsewhere.
      guard !parts.contains([]) else { return [] }
      for allowed in parts where allowed != .all {
        let name = "`\(use.keyword.rawValue)`"
        if names.last != name { names.append(name) }
        common.formIntersection(allowed)
        guard common.isEmpty else { continue }
        // Of listed values, another check says more.
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

  /// Alternatives and conditions of other types than the schema around them.
  static func alternatives(
    _ graph: SchemaGraph, _ node: NodeID, _ kinds: inout NodeKinds
  ) -> [Finding] {
    var findings: [Finding] = []
    let keywords = graph.nodes[node].keywords
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
            "is never satisfied: it allows \(allowed.text), the schema around it \(own.text)"))
      }
    }
    return findings
  }

  /// Keywords about other types than the schema allows, and conditions that decide nothing.
  static func ineffective(
    _ graph: SchemaGraph, _ node: NodeID, _ kinds: inout NodeKinds
  ) -> [Finding] {
    let schema = graph.nodes[node]
    var findings: [Finding] = []
    var own = KindSet.all
    for use in schema.keywords {
      switch use.parameter {
      case .types, .values: own.formIntersection(kinds.kinds(of: use))
      default: break
      }
    }
    // Code generators read formats of other types.
    for use in schema.keywords where use.keyword != .format && !own.isEmpty {
      let applies = use.keyword.description.appliesTo
      guard applies.isDisjoint(with: own) else { continue }
      findings.append(
        Finding(
          .ignoredKeyword, [use.keyword.rawValue],
          "has no effect: it applies to \(applies.text), and the schema only allows \(own.text)"))
    }
    // Members that a condition has looked at count as evaluated.
    let counts = schema[.unevaluatedProperties] != nil || schema[.unevaluatedItems] != nil
    if schema[.if] != nil, schema[.then] == nil, schema[.else] == nil, !counts {
      findings.append(
        Finding(.ignoredKeyword, [Keyword.if.rawValue], "has no effect without `then` or `else`"))
    }
    return findings
  }
}
