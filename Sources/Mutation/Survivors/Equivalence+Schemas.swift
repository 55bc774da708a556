import JSONText
import SchemaRules

extension Equivalence {
  /// Why a change at one node of a schema changes no answer; nil if it may change one.
  static func structuralArgument(for change: SchemaChange) -> String? {
    let facts = SchemaFacts(change.schema.graph)
    if facts.allowsTheSameValues(change) {
      return "Only which values are allowed counts there, and the change allows the same ones."
    }
    // Which alternatives hold decides what is evaluated.
    guard !facts.hasUnevaluated else { return nil }
    if let (old, _) = change.changedUse, old.keyword == .properties,
      facts.hasFreeMembers(of: change)
    {
      return "The members may have any value, with the change and without it."
    }
    if facts.isAbsorbed(change.node, facts.kinds(of: change), facts.members(of: change)) {
      return
        "Where the schema is an alternative, or part of one, another alternative, or a schema that applies together with it, decides about every value that the change is about."
    }
    return nil
  }
}

extension Equivalence {
  /// Why no answer changes if the values of members with a name change; nil if one may.
  static func argument(forMembers name: String, in graph: SchemaGraph) -> String? {
    let facts = SchemaFacts(graph)
    return !facts.hasUnevaluated && facts.ignoresValues(ofMembers: name)
      ? "Another alternative allows every value of the member." : nil
  }
}

/// Facts about a schema's graph that need no document.
private struct SchemaFacts {
  let graph: SchemaGraph
  /// The keywords that refer to each node, with the nodes that they belong to.
  private let referring: [NodeID: [(outer: NodeID, use: KeywordUse)]]
  private let dynamicAnchors: Set<NodeID>
  /// The nodes whose violations are reported; of other nodes, only the verdict counts.
  private let reporting: Set<NodeID>

  init(_ graph: SchemaGraph) {
    self.graph = graph
    var referring: [NodeID: [(outer: NodeID, use: KeywordUse)]] = [:]
    for (outer, node) in graph.nodes.enumerated() {
      for use in node.keywords {
        for inner in Set(use.parameter.nodes) { referring[inner, default: []].append((outer, use)) }
      }
    }
    self.referring = referring
    dynamicAnchors = Set(graph.resources.flatMap { $0.dynamicAnchors.map(\.value) })
    reporting = Set(graph.reachableNodes(without: .open))
  }

  /// The only member of an object.
  enum Member: Hashable {
    case named(String)
    case other(than: [String])

    func mayBe(_ name: String) -> Bool {
      switch self {
      case .named(let own): own.utf8.elementsEqual(name.utf8)
      case .other(let names): !names.contains { $0.utf8.elementsEqual(name.utf8) }
      }
    }
  }

  /// Whether the keywords of a node show that it allows every value of some kinds, or every object with one member alone.
  private func allows(
    _ node: NodeID, _ kinds: KindSet, with member: Member? = nil, depth: Int = 0
  ) -> Bool {
    guard depth < 16 else { return false }
    return graph.nodes[node].keywords.allSatisfy { use in
      let inner = use.parameter.nodes
      switch (use.keyword, use.parameter, member) {
      case (_, .types(let types), _): return KindSet(types).isSuperset(of: kinds)
      case (.ref, _, _), (.allOf, _, _):
        return inner.allSatisfy { allows($0, kinds, with: member, depth: depth + 1) }
      case (.anyOf, _, _):
        return inner.contains { allows($0, kinds, with: member, depth: depth + 1) }
      case (.properties, .schemasByName(let named), let member?):
        return named.allSatisfy { !member.mayBe($0.name) || allows($0.value, .all) }
      case (.required, .names(let names), .named(let name)?):
        return names.allSatisfy { $0.utf8.elementsEqual(name.utf8) }
      case (.minProperties, .count(let least), .some): return least <= 1
      case (.additionalProperties, .schema(let other), .some): return allows(other, .all)
      default:
        let isAboutNone = !use.canBeBroken && inner.isEmpty
        return isAboutNone || use.keyword.description.appliesTo.isDisjoint(with: kinds)
      }
    }
  }

  /// The only members that an object can have if a change affects it; nil if it can have others.
  func members(of change: SchemaChange) -> [Member?] {
    let node = graph.nodes[change.node]
    guard case .count(...1)? = node[.maxProperties] else { return [nil] }
    var declared: [String] = []
    if case .schemasByName(let named)? = node[.properties] { declared = named.map(\.name) }
    return change.differences.flatMap { use -> [Member?] in
      switch (use.keyword, use.parameter) {
      case (.properties, .schemasByName(let named)): return named.map { .named($0.name) }
      case (.additionalProperties, _): return [.other(than: declared)]
      case (.required, .names([])): return []
      case (.required, .names(let names)):
        // Where objects without members are allowed, these are affected too.
        guard names.count == 1, case .count(1...)? = node[.minProperties] else { return [nil] }
        let others = declared.filter { !$0.utf8.elementsEqual(names[0].utf8) }
        return others.map { .named($0) } + [.other(than: declared + names)]
      default: return [nil]
      }
    }
  }

  /// Whether no verdict depends on the values of members with a name.
  func ignoresValues(ofMembers name: String) -> Bool {
    graph.nodes.flatMap(\.keywords).allSatisfy { use in
      var nodes: [NodeID] = []
      switch (use.keyword, use.parameter) {
      case (.properties, .schemasByName(let named)):
        nodes = named.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
      case (.patternProperties, _), (.additionalProperties, .schema), (.unevaluatedProperties, _):
        nodes = use.parameter.nodes
      case (.uniqueItems, .flag(true)): return false
      case (_, .values(let values)): return !values.contains { $0.has([.array, .object]) }
      default: break
      }
      return nodes.allSatisfy {
        graph.nodes[$0].isFalse || allows($0, .all) || isAbsorbed($0, .all)
      }
    }
  }

  /// The only members that an object can have if the schema of a member affects its verdict; nil if it can have others.
  private func onlyMembers(_ node: NodeID, _ use: KeywordUse, for inner: NodeID) -> [Member?] {
    guard case .count(...1)? = graph.nodes[node][.maxProperties] else { return [nil] }
    switch (use.keyword, use.parameter) {
    case (.properties, .schemasByName(let named)):
      return named.filter { $0.value == inner }.map { .named($0.name) }
    case (.additionalProperties, _):
      guard case .schemasByName(let named)? = graph.nodes[node][.properties] else { return [nil] }
      return [.other(than: named.map(\.name))]
    default: return [nil]
    }
  }

  /// The kinds of values that a change can affect: allowed with it and not without it, or the reverse.
  func kinds(of change: SchemaChange) -> KindSet {
    func types(_ uses: [KeywordUse]) -> KindSet {
      uses.reduce(into: .all) { kinds, use in
        if case .types(let types) = use.parameter { kinds.formIntersection(KindSet(types)) }
      }
    }
    let old = graph.nodes[change.node].keywords
    var kinds: KindSet = []
    for use in change.differences {
      switch use.parameter {
      case .types: kinds.formUnion(types(old).symmetricDifference(types(change.keywords)))
      case .values(let values)
      where old.contains { $0.keyword == use.keyword }
        && change.keywords.contains { $0.keyword == use.keyword }:
        for value in values { kinds.formUnion(KindSet(value.kind)) }
      default: kinds.formUnion(use.keyword.description.appliesTo)
      }
    }
    return kinds.intersection(types(old).union(types(change.keywords)))
  }

  /// Whether a schema depends on what others have evaluated.
  var hasUnevaluated: Bool {
    graph.nodes.contains { $0[.unevaluatedProperties] != nil || $0[.unevaluatedItems] != nil }
  }

  /// Whether wherever a node is part of an alternative, another one allows every value of some kinds, or a schema that
  /// applies together with it allows none.
  func isAbsorbed(_ node: NodeID, _ kinds: KindSet, _ members: [Member?] = [nil]) -> Bool {
    struct Visit: Hashable {
      let node: NodeID
      let kinds: KindSet
      var member: Member?
    }
    var seen: Set<Visit> = []
    var pending = members.map { Visit(node: node, kinds: kinds, member: $0) }
    while let visit = pending.popLast() {
      guard seen.insert(visit).inserted else { continue }
      // A whole document is nobody's alternative.
      let uses = referring[visit.node] ?? []
      guard visit.node != graph.root, !uses.isEmpty, !dynamicAnchors.contains(visit.node) else {
        return false
      }
      for (outer, use) in uses {
        if [.anyOf, .oneOf].contains(use.keyword), rejects(visit.kinds, outer, use) { continue }
        if use.keyword == .allOf, !reporting.contains(visit.node),
          use.parameter.nodes.contains(where: { $0 != visit.node && excludes(visit.kinds, $0) })
        {
          continue
        }
        switch use.keyword {
        case .anyOf
        where use.parameter.nodes.contains {
          $0 != visit.node && allows($0, visit.kinds, with: visit.member)
        }:
          break
        case .anyOf, .allOf, .ref:
          pending.append(Visit(node: outer, kinds: visit.kinds, member: visit.member))
        case .properties, .patternProperties, .additionalProperties, .propertyNames:
          pending += onlyMembers(outer, use, for: visit.node).map {
            Visit(node: outer, kinds: .object, member: $0)
          }
        case .prefixItems, .items, .additionalItems, .contains:
          pending.append(Visit(node: outer, kinds: .array))
        default: return false
        }
      }
    }
    return true
  }

  /// Whether values of some kinds violate the type of a node, and none of its alternatives allows one of them: what an
  /// alternative says of them is then hidden by the error at the same place.
  private func rejects(_ kinds: KindSet, _ node: NodeID, _ alternatives: KeywordUse) -> Bool {
    guard case .types(let types)? = graph.nodes[node][.type],
      KindSet(types).isDisjoint(with: kinds)
    else { return false }
    return alternatives.parameter.nodes.allSatisfy { excludes(kinds, $0) }
  }

  /// Whether a node allows no value of some kinds.
  private func excludes(_ kinds: KindSet, _ node: NodeID) -> Bool {
    var known = NodeKinds(graph)
    return known.kinds(of: node).isDisjoint(with: kinds)
  }

  /// Whether a change affects only members that can have any value with and without it.
  func hasFreeMembers(of change: SchemaChange) -> Bool {
    let node = graph.nodes[change.node]
    let others = [Keyword.additionalProperties].compactMap { node[$0] }
    guard others.allSatisfy({ $0.nodes.allSatisfy { allows($0, .all) } && !$0.nodes.isEmpty })
    else { return false }
    return change.differences.flatMap(\.parameter.nodes).allSatisfy { allows($0, .all) }
  }

  /// Whether a change is about some values only, in a node whose findings nobody reports, and allows the same ones.
  func allowsTheSameValues(_ change: SchemaChange) -> Bool {
    guard let values = values(of: change),
      !reporting.contains(change.node),
      let right = try? Validator(graph.schema(from: change.node)),
      let wrong = try? Validator(change.changed.graph.schema(from: change.node))
    else { return false }
    return values.allSatisfy { value in
      let bytes = Array(value.compactText.utf8)
      return right.validate(bytes).outcome == wrong.validate(bytes).outcome
    }
  }

  /// The only values that a change can be about: those that are listed with it and without it, or the empty one where
  /// a least count changes between 0 and 1. Nil if others are.
  private func values(of change: SchemaChange) -> [JSONValue]? {
    func listed(_ uses: [KeywordUse]) -> [JSONValue]? {
      uses.compactMap { if case .values(let values) = $0.parameter { values } else { nil } }.first
    }
    if let old = listed(graph.nodes[change.node].keywords), let new = listed(change.keywords) {
      return old + new
    }
    let empty: [Keyword: JSONValue] = [
      .minLength: .string(""), .minItems: .array([]), .minProperties: .object([]),
    ]
    let different = change.differences
    guard let keyword = different.first?.keyword, let value = empty[keyword] else { return nil }
    let isAboutEmpty = different.allSatisfy { use in
      guard case .count(let count) = use.parameter else { return false }
      return use.keyword == keyword && count <= 1
    }
    return isAboutEmpty ? [value] : nil
  }
}
