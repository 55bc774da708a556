import JSONText
import SchemaRules

/// The nodes of a graph that an export writes once, under a name: shared nodes, recursive nodes, and targets of
/// references.
///
/// The meaning of a dynamic reference depends on the path of the evaluation. A node that contains such a reference is
/// therefore written once for each meaning, and exports need no dynamic references.
struct SchemaDefinitions {
  private let graph: SchemaGraph
  private var scopes: DynamicScopes
  /// The node of whole documents.
  let root: Member
  /// The named nodes, in the order in which they were named.
  private(set) var members: [Member] = []
  private var names: [Member: String] = [:]
  private var counts: [[UInt8]: Int] = [:]
  /// Whether all nodes are included. They are not if the nodes have more meanings than a limit.
  private(set) var isComplete = true

  /// The nesting of schemas beyond which one gets a name, so no schema is too deep to write.
  private static let depth = 64

  /// The place of the root in the document.
  private let address: String?

  init(_ graph: SchemaGraph, address: String? = nil) {
    self.graph = graph
    self.address = address
    scopes = DynamicScopes(graph)
    root = scopes.enter(graph.root, from: 0, in: graph)
    var seen: Set<Member> = []
    var pending = [(member: root, depth: 0)]
    while let (member, depth) = pending.popLast() {
      guard seen.count < SchemaLimits.compiledNodes else {
        isComplete = false
        return
      }
      guard seen.insert(member).inserted else {
        if !graph.nodes[member.node].keywords.isEmpty { name(member) }
        continue
      }
      if depth > 0, depth % Self.depth == 0 { name(member) }
      for use in graph.nodes[member.node].keywords.reversed() {
        let inner = self.inner(use, of: member)
        if use.keyword.isReference { for target in inner { name(target) } }
        pending += inner.reversed().map { ($0, depth + 1) }
      }
    }
  }

  /// The nodes that a keyword of a node refers to, in order.
  mutating func inner(_ use: KeywordUse, of member: Member) -> [Member] {
    if case .dynamicReference = use.parameter {
      return [scopes.target(of: use.parameter, from: member, in: graph)].compactMap(\.self)
    }
    return use.parameter.nodes.map { scopes.enter($0, from: member.scope, in: graph) }
  }

  /// The name of a node; nil if it is written in place.
  func name(of member: Member) -> String? { names[member] }

  /// A reference to a named node in the export; nil if it has no name.
  func reference(to member: Member) -> String? {
    guard let name = names[member] else { return nil }
    if let address { return member == root ? address : "#/components/schemas/\(name)" }
    return member == root
      ? "#" : JSONPointer.root.appending("$defs").appending(name).uriFragment
  }

  private mutating func name(_ member: Member) {
    guard names[member] == nil else { return }
    let node = graph.nodes[member.node]
    let resource =
      graph.resources.indices.contains(node.resource) ? graph.resources[node.resource].uri : ""
    let words = resource.split(separator: "/").last.map { $0.prefix { $0 != "." && $0 != "#" } }
    var base = node.pointer.tokens.last ?? words.map(String.init) ?? "schema"
    if let component = address?.split(separator: "/").last {
      // The names of components are simple, and all schemas share them.
      let plain = base.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
      base = "\(component).\(plain)"
    }
    var name = base
    // A name that ends in a number may equal another name followed by its number.
    while let count = counts[Array(name.utf8)] {
      counts[Array(name.utf8)] = count + 1
      name += "-\(count + 1)"
    }
    counts[Array(name.utf8)] = 1
    names[member] = name
    if member != root { members.append(member) }
  }
}

extension Keyword {
  /// Whether the keyword refers to a schema elsewhere.
  var isReference: Bool { [.ref, .dynamicRef, .recursiveRef].contains(self) }
}
