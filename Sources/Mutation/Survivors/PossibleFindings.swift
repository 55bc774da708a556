import JSONText
import SchemaRules
import Vectors

/// All findings that documents of a schema can have.
struct PossibleFindings: Sendable {
  /// The findings, each with the kinds of the values at its place that can have it; none for a missing one.
  private var kinds: [Finding: KindSet] = [:]
  /// The findings.
  var all: Dictionary<Finding, KindSet>.Keys { kinds.keys }
  private let graph: SchemaGraph

  private static let limit = 400

  /// Returns nil if there are too many, or if their number is unbounded because a rule applies at many places.
  init?(_ graph: SchemaGraph) {
    self.graph = graph
    guard visit(graph.root, .root, inside: []) else { return nil }
  }

  /// Whether a document can have both of two findings: not if they are about the same value and no kind of value has both.
  func canMeet(_ one: Finding, _ other: Finding) -> Bool {
    guard one.pointer.utf8.elementsEqual(other.pointer.utf8), one != other else { return true }
    let (kinds, others) = (kinds[one] ?? [], kinds[other] ?? [])
    return kinds.isEmpty ? others.isEmpty : !kinds.isDisjoint(with: others)
  }

  private mutating func add(_ finding: Finding, _ kinds: KindSet) {
    self.kinds[finding, default: []].formUnion(kinds)
  }

  /// Adds the findings of a node at a place; returns false if their number is unbounded.
  private mutating func visit(
    _ node: NodeID, _ place: JSONPointer, inside outer: Set<NodeID>
  ) -> Bool {
    guard !outer.contains(node), kinds.count < Self.limit else { return false }
    let inside = outer.union([node])
    for use in graph.nodes[node].keywords {
      // What a keyword without a schema of its own finds is about the value, or about members it asks for.
      var missing: [String] = []
      switch use.parameter {
      case .names(let names): missing = names
      case .namesByName(let named): missing = named.flatMap(\.value)
      case .dynamicReference, .dependencies, .unknownFields(.reject): return false
      default: break
      }
      if missing.isEmpty {
        var kinds = use.keyword.description.appliesTo
        if case .types(let types) = use.parameter { kinds.subtract(KindSet(types)) }
        if use.canBeBroken { add(Finding(place.description, use.keyword.rawValue), kinds) }
      }
      for name in missing {
        for keyword in [.required, use.keyword] {
          add(Finding(place.appending(name).description, keyword.rawValue), [])
        }
      }
      guard !Set<Keyword>.silent.contains(use.keyword) else { continue }
      for (index, inner) in use.parameter.nodes.enumerated()
      where !graph.nodes[inner].keywords.isEmpty {
        let next: JSONPointer
        switch (use.keyword, use.parameter) {
        case (.properties, .schemasByName(let named)): next = place.appending(named[index].name)
        case (.prefixItems, _), (.items, .schemas): next = place.appending(String(index))
        default:
          guard use.keyword.isInPlace else { return false }
          next = place
        }
        // What the schema `false` finds has the name of the keyword around it.
        guard !graph.nodes[inner].isFalse, visit(inner, next, inside: inside) else { return false }
      }
    }
    return true
  }
}
