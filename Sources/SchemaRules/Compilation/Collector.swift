import JSONText

/// The members or elements of a value that a node evaluates, where these depend on the document.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#name-unevaluatedproperties
struct Collector: BitwiseCopyable {
  /// Whether the node evaluates every member or element.
  var isAll = false
  /// The names of members, a range of `texts`.
  var names = TableRange()
  /// The patterns of names, a range of `namePatterns`.
  var patterns = TableRange()
  /// The number of elements that the node evaluates at the start of the array.
  var prefixCount = 0
  /// The schemas of the elements that `contains` evaluates, a range of `nodeLists`.
  var contained = TableRange()
  /// A range of `collectorBranches`.
  var branches = TableRange()
}

/// A node that applies to the same value, with the members or elements that it then evaluates.
struct CollectorBranch: BitwiseCopyable {
  /// The node that the value must satisfy for `collector` to apply; -1 if it always applies.
  var node: Int32 = -1
  /// An index into `collectors` if the value satisfies `node`; -1 for none.
  var collector: Int32 = -1
  /// An index into `collectors` if the value does not satisfy `node`; -1 for none.
  var otherwise: Int32 = -1
  /// The member that must be present for `collector` to apply, an index into `texts`; -1 for none.
  var name: Int32 = -1
}

extension SchemaCompiler {
  struct CollectorKey: Hashable {
    let member: Member
    let kind: JSONKind
    let isSecret: Bool
    let isOutermost: Bool
  }

  /// Whether the members or elements that a node evaluates depend on the document: on alternatives or conditions.
  mutating func dependsOnDocument(_ member: Member, for kind: JSONKind) -> Bool {
    let closure = closure(of: [member], for: kind)
    if closure.hasDropped { return true }
    for open in closure.open where graph.nodes[open.member.node].keywords[open.use].keyword != .not
    {
      return true
    }
    return closure.members.contains { inner in
      graph.nodes[inner.node].keywords.contains { use in
        switch (use.keyword, use.parameter) {
        case (.dependentSchemas, _): kind == .object
        case (.dependencies, .dependencies(let dependencies)):
          kind == .object
            && dependencies.contains { if case .schema = $0.value { true } else { false } }
        case (.contains, _): kind == .array && containsCounts(inner)
        default: false
        }
      }
    }
  }

  /// Whether elements that satisfy `contains` count as evaluated, which they do since 2020-12.
  private func containsCounts(_ member: Member) -> Bool {
    let resource = graph.nodes[member.node].resource
    return !graph.resources.indices.contains(resource)
      || graph.resources[resource].dialect >= .draft2020
  }

  /// The index of the collector for a node. The `unevaluated…` keyword of the outermost node does not count.
  mutating func collector(
    for member: Member, _ kind: JSONKind, isSecret: Bool, isOutermost: Bool = false
  ) throws(SchemaError) -> Int32 {
    let key = CollectorKey(
      member: member, kind: kind, isSecret: isSecret, isOutermost: isOutermost)
    if let known = collectorIndices[key] { return known }
    let index = Int32(parts.collectors.count)
    parts.collectors.append(Collector())
    collectorIndices[key] = index
    pendingCollectors.append((index, key))
    return index
  }

  mutating func fill(_ index: Int32, _ key: CollectorKey) throws(SchemaError) {
    var collector = Collector()
    let node = graph.nodes[key.member.node]
    switch key.kind {
    case .object: try fillMembers(of: node, key, &collector)
    default: try fillElements(of: node, key, &collector)
    }
    var branches: [CollectorBranch] = []
    for use in node.keywords { branches += try self.branches(use, node, key) }
    collector.branches = TableRange(
      first: Int32(parts.collectorBranches.count), count: Int32(branches.count))
    parts.collectorBranches += branches
    parts.collectors[Int(index)] = collector
  }

  private mutating func fillMembers(
    of node: SchemaNode, _ key: CollectorKey, _ collector: inout Collector
  ) throws(SchemaError) {
    collector.isAll =
      node[.additionalProperties] != nil
      || (!key.isOutermost && node[.unevaluatedProperties] != nil)
    if case .schemasByName(let properties) = node[.properties] {
      let texts = properties.map { append($0.name) }
      collector.names = TableRange(first: Int32(parts.texts.count), count: Int32(texts.count))
      parts.texts += texts
    }
    if case .schemasByName(let patterns) = node[.patternProperties] {
      var compiled: [NamePattern] = []
      for named in patterns {
        let pattern = try pattern(named.name, at: key.member.node, .patternProperties)
        compiled.append(NamePattern(pattern: pattern, node: -1))
      }
      collector.patterns = TableRange(
        first: Int32(parts.namePatterns.count), count: Int32(compiled.count))
      parts.namePatterns += compiled
    }
  }

  private mutating func fillElements(
    of node: SchemaNode, _ key: CollectorKey, _ collector: inout Collector
  ) throws(SchemaError) {
    collector.isAll = evaluatesAllElements(key.member, butFor: key.isOutermost ? key.member : nil)
    switch (node[.prefixItems], node[.items]) {
    case (.schemas(let schemas), _), (_, .schemas(let schemas)):
      collector.prefixCount = schemas.count
    default: break
    }
    if case .schema(let target) = node[.contains], containsCounts(key.member) {
      let contained = try self.node(
        for: [enter(target, from: key.member.scope)], isSecret: key.isSecret)
      collector.contained = append(nodes: [contained])
    }
  }

  private mutating func branches(
    _ use: KeywordUse, _ node: SchemaNode, _ key: CollectorKey
  ) throws(SchemaError) -> [CollectorBranch] {
    let scope = key.member.scope
    switch (use.keyword, use.parameter) {
    case (.ref, let parameter), (.dynamicRef, let parameter), (.recursiveRef, let parameter):
      guard let target = target(of: parameter, from: key.member) else { return [] }
      return [CollectorBranch(collector: try collector(for: target, key))]
    case (.allOf, .schemas(let branches)):
      var all: [CollectorBranch] = []
      for branch in branches {
        all.append(CollectorBranch(collector: try collector(for: enter(branch, from: scope), key)))
      }
      return all
    case (.anyOf, .schemas(let branches)), (.oneOf, .schemas(let branches)):
      var all: [CollectorBranch] = []
      for branch in branches {
        let member = enter(branch, from: scope)
        all.append(
          CollectorBranch(
            node: try self.node(for: [member], isSecret: key.isSecret),
            collector: try collector(for: member, key)))
      }
      return all
    case (.if, .schema(let condition)):
      let member = enter(condition, from: scope)
      let verdict = try self.node(for: [member], isSecret: key.isSecret)
      var own = CollectorBranch(node: verdict, collector: try collector(for: member, key))
      var then = CollectorBranch(node: verdict)
      if case .schema(let branch) = node[.then] {
        then.collector = try collector(for: enter(branch, from: scope), key)
      }
      if case .schema(let branch) = node[.else] {
        own.otherwise = try collector(for: enter(branch, from: scope), key)
      }
      return [own, then]
    case (.dependentSchemas, .schemasByName(let dependencies)) where key.kind == .object:
      var all: [CollectorBranch] = []
      for dependency in dependencies {
        all.append(try branch(ifPresent: dependency.name, dependency.value, key))
      }
      return all
    case (.dependencies, .dependencies(let dependencies)) where key.kind == .object:
      var all: [CollectorBranch] = []
      for dependency in dependencies {
        guard case .schema(let target) = dependency.value else { continue }
        all.append(try branch(ifPresent: dependency.name, target, key))
      }
      return all
    default:
      return []
    }
  }

  private mutating func branch(
    ifPresent name: String, _ target: NodeID, _ key: CollectorKey
  ) throws(SchemaError) -> CollectorBranch {
    parts.texts.append(append(name))
    return CollectorBranch(
      collector: try collector(for: enter(target, from: key.member.scope), key),
      name: Int32(parts.texts.count - 1))
  }

  private mutating func collector(
    for member: Member, _ key: CollectorKey
  ) throws(SchemaError) -> Int32 {
    try collector(for: member, key.kind, isSecret: key.isSecret)
  }
}
