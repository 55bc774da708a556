import JSONText
import SchemaRules

extension Equivalence {
  /// Why a change of a schema at one node changes nothing there, or nothing around it; nil if it may.
  static func structuralArgument(for change: SchemaChange) -> String? {
    let facts = SchemaFacts(change.schema.graph)
    if facts.allowsTheSameListedValues(change) {
      return
        "Only which values are allowed counts there, and those that are listed are the same ones."
    }
    // Which alternatives hold decides what is evaluated.
    guard !facts.hasUnevaluated else { return nil }
    if let (old, _) = change.changedUse, old.keyword == .properties,
      facts.hasFreeMembers(of: change)
    {
      return "The members may have any value, with the change and without it."
    }
    if facts.isAbsorbed(change.node, facts.kinds(of: change)) {
      return
        "Where the schema is an alternative, or part of one, another one allows every value that the change is about."
    }
    return nil
  }
}

/// What a schema's graph shows without a document.
private struct SchemaFacts {
  let graph: SchemaGraph
  /// The keywords that apply a node, with their own nodes.
  private let referring: [NodeID: [(outer: NodeID, use: KeywordUse)]]
  private let dynamicAnchors: Set<NodeID>

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
  }

  /// Whether a node allows every value of some kinds, as far as its keywords show.
  func allows(_ node: NodeID, _ kinds: KindSet, depth: Int = 0) -> Bool {
    guard depth < 16 else { return false }
    return graph.nodes[node].keywords.allSatisfy { use in
      let inner = use.parameter.nodes
      switch (use.keyword, use.parameter) {
      case (_, .types(let types)): return KindSet(types).isSuperset(of: kinds)
      case (.ref, _), (.allOf, _): return inner.allSatisfy { allows($0, kinds, depth: depth + 1) }
      case (.anyOf, _): return inner.contains { allows($0, kinds, depth: depth + 1) }
      default:
        let isAboutNone = !use.canBeBroken && inner.isEmpty
        return isAboutNone || use.keyword.description.appliesTo.isDisjoint(with: kinds)
      }
    }
  }

  /// The kinds of the values that a node may allow with a change and not without it, or the other way round.
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

  /// Whether some schema asks what others have evaluated.
  var hasUnevaluated: Bool {
    graph.nodes.contains { $0[.unevaluatedProperties] != nil || $0[.unevaluatedItems] != nil }
  }

  /// Whether wherever a node is part of an alternative of `anyOf`, another alternative allows every value of some
  /// kinds.
  func isAbsorbed(_ node: NodeID, _ kinds: KindSet) -> Bool {
    struct Visit: Hashable {
      let node: NodeID
      let kinds: KindSet
    }
    var seen: Set<Visit> = []
    var pending = [Visit(node: node, kinds: kinds)]
    while let visit = pending.popLast() {
      guard seen.insert(visit).inserted else { continue }
      // A whole document is nobody's alternative.
      let uses = referring[visit.node] ?? []
      guard visit.node != graph.root, !uses.isEmpty, !dynamicAnchors.contains(visit.node) else {
        return false
      }
      for (outer, use) in uses {
        switch use.keyword {
        case .anyOf
        where use.parameter.nodes.contains { $0 != visit.node && allows($0, visit.kinds) }:
          break
        case .anyOf, .allOf, .ref: pending.append(Visit(node: outer, kinds: visit.kinds))
        case .properties, .patternProperties, .additionalProperties, .propertyNames:
          pending.append(Visit(node: outer, kinds: .object))
        case .prefixItems, .items, .additionalItems, .contains:
          pending.append(Visit(node: outer, kinds: .array))
        default: return false
        }
      }
    }
    return true
  }

  /// Whether a change is of members that may have any value with and without it.
  func hasFreeMembers(of change: SchemaChange) -> Bool {
    let node = graph.nodes[change.node]
    let others = [Keyword.additionalProperties].compactMap { node[$0] }
    guard others.allSatisfy({ $0.nodes.allSatisfy { allows($0, .all) } && !$0.nodes.isEmpty })
    else { return false }
    return change.differences.flatMap(\.parameter.nodes).allSatisfy { allows($0, .all) }
  }

  /// Whether a node whose findings nobody reports lists its values, and allows the same ones after a change.
  func allowsTheSameListedValues(_ change: SchemaChange) -> Bool {
    func listed(_ uses: [KeywordUse]) -> [JSONValue]? {
      uses.compactMap { if case .values(let values) = $0.parameter { values } else { nil } }.first
    }
    guard let old = listed(graph.nodes[change.node].keywords), let new = listed(change.keywords),
      !graph.reachableNodes(without: ReportMutants.open).contains(change.node),
      let right = try? Validator(graph.schema(from: change.node)),
      let wrong = try? Validator(change.changed.graph.schema(from: change.node))
    else { return false }
    return (old + new).allSatisfy { value in
      let bytes = Array(value.compactText.utf8)
      return right.validate(bytes).outcome == wrong.validate(bytes).outcome
    }
  }
}

extension SchemaGraph {
  /// The schema of the values that a node applies to.
  func schema(from node: NodeID) -> Schema {
    Schema(
      id: "", title: "",
      graph: SchemaGraph(
        origin: origin, nodes: nodes, root: node, resources: resources, documents: documents))
  }
}

extension SchemaGraph {
  /// A schema of some keywords, which may apply nodes of the graph.
  func schema(of keywords: [KeywordUse]) -> Schema {
    let node = SchemaNode(pointer: .root, keywords: keywords)
    let graph = SchemaGraph(
      origin: origin, nodes: nodes + [node], root: nodes.count, resources: resources,
      documents: documents)
    return graph.schema(from: nodes.count)
  }
}
