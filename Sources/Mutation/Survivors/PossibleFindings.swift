import JSONText
import SchemaRules
import Vectors

/// The findings that the documents of a schema can have at most.
struct PossibleFindings: Sendable {
  private(set) var all: Set<Finding> = []
  private let graph: SchemaGraph

  private static let limit = 400

  /// Nil if there are too many, or any number because a rule holds in many places.
  init?(_ graph: SchemaGraph) {
    self.graph = graph
    guard visit(graph.root, .root, inside: []) else { return nil }
  }

  /// Adds what a node finds at a place; returns false if that has no end.
  private mutating func visit(
    _ node: NodeID, _ place: JSONPointer, inside outer: Set<NodeID>
  ) -> Bool {
    guard !outer.contains(node), all.count < Self.limit else { return false }
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
        if use.canBeBroken { all.insert(Finding(place.description, use.keyword.rawValue)) }
      } else {
        all.formUnion(
          missing.map { Finding(place.appending($0).description, Keyword.required.rawValue) }
            + missing.map { Finding(place.appending($0).description, use.keyword.rawValue) })
      }
      guard !ReportMutants.silent.contains(use.keyword) else { continue }
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
