public import JSONText

extension SchemaGraph {
  /// A node at one of the places of documents that it applies to.
  public struct Place: Sendable {
    /// The place in documents; `*` stands for any index, and for any name that the schema does not list.
    public var pointer: JSONPointer
    /// The node; if a node only refers to another, the other node.
    public var node: NodeID
    /// The keyword of the enclosing place's node that applies this node; nil at the root.
    public var keyword: Keyword?
    /// The number of places that contain this one.
    public var depth: Int
    /// Whether the member is required; nil for anything but a declared member.
    public var isRequired: Bool?
    /// Whether the value is secret.
    public var isSecret: Bool
    /// Whether the places inside this one are omitted because an earlier place of the node has them.
    public var isRepeated = false
  }

  /// Every place that the graph describes; outer places come before inner ones. Every walk over a schema uses this property.
  ///
  /// A shared or recursive node is entered once, so there are at most as many places as references from keywords to
  /// nodes. No node is entered beyond `SchemaLimits.placeDepth`.
  public var places: [Place] {
    var places: [Place] = []
    var seen: Set<NodeID> = []
    var pending = [
      Place(pointer: .root, node: root, depth: 0, isSecret: false)
    ]
    while var place = pending.popLast() {
      place.node = referred(from: place.node)
      place.isSecret = place.isSecret || nodes[place.node].isSecret
      let inner = inner(of: place)
      place.isRepeated =
        !inner.isEmpty
        && (place.depth >= SchemaLimits.placeDepth || !seen.insert(place.node).inserted)
      places.append(place)
      if !place.isRepeated { pending.append(contentsOf: inner.reversed()) }
    }
    return places
  }

  /// The target of a node that has only a reference, followed through any further such nodes.
  package func referred(from node: NodeID) -> NodeID {
    var node = node
    // The limit of the loop ends a circle of references.
    for _ in 0..<64 {
      let keywords = nodes[node].keywords
      guard keywords.count == 1, [.ref, .dynamicRef, .recursiveRef].contains(keywords[0].keyword),
        let target = keywords[0].parameter.nodes.first
      else { break }
      node = target
    }
    return node
  }

  private func inner(of place: Place) -> [Place] {
    let keywords = nodes[place.node].keywords
    let required = nodes[place.node].requiredNames
    return keywords.flatMap { use in
      use.parameter.nodes.enumerated().map { index, node in
        var inner = place
        inner.node = node
        inner.keyword = use.keyword
        inner.depth += 1
        inner.isRequired = nil
        switch (use.keyword, use.parameter) {
        case (.properties, .schemasByName(let properties)):
          let name = properties[index].name
          inner.pointer = place.pointer.appending(name)
          inner.isRequired = required.contains(Array(name.utf8))
        case (.prefixItems, _), (.items, .schemas):
          inner.pointer = place.pointer.appending(String(index))
        default:
          if !use.keyword.isInPlace { inner.pointer = place.pointer.appending("*") }
        }
        return inner
      }
    }
  }
}

extension SchemaNode {
  /// The names of the members that objects must have, as UTF-8.
  package var requiredNames: Set<[UInt8]> {
    var names: Set<[UInt8]> = []
    for use in keywords where use.keyword == .required {
      if case .names(let required) = use.parameter {
        names.formUnion(required.map { Array($0.utf8) })
      }
    }
    return names
  }

  /// The types that values can have, in words: `any` if the node does not restrict them.
  package var typeText: String {
    switch self[.type] {
    case .types(let types): types.map(\.rawValue).joined(separator: " or ")
    default: isFalse ? "nothing" : "any"
    }
  }
}

extension Keyword {
  /// Whether the schemas of the keyword apply to the value itself, not to its members or elements.
  package var isInPlace: Bool {
    description.appliesTo == .all || [.dependentSchemas, .dependencies].contains(self)
  }
}
