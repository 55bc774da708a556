import JSONText
import SchemaRules

/// The members that a schema declares, each name once.
struct BodyProperties {
  struct Property {
    let name: String
    /// The nodes of the values, wherever a property has the name.
    var nodes: [SchemaNode]
    /// Every node that can apply to texts that are the values or elements of them.
    let related: [SchemaNode]
    var isRequired: Bool
    /// Whether violations at the values are reported: inside alternatives, they are not.
    var isReported: Bool
    /// Whether the whole document is an object that has it.
    let isOfRoot: Bool
    /// The names that the value's own properties have, if it is an object.
    var inner: [String]
  }

  /// In the order of the schema.
  let all: [Property]

  init(_ schema: Schema) {
    let reporting = Set(schema.graph.reachableNodes(without: .open))
    var all: [Property] = []
    var known: [[UInt8]: Int] = [:]
    for place in schema.graph.places {
      guard let isRequired = place.isRequired, let name = place.pointer.tokens.last else {
        continue
      }
      let node = schema.graph.nodes[place.node]
      if let index = known[Array(name.utf8)] {
        all[index].nodes.append(node)
        all[index].isReported = all[index].isReported || reporting.contains(place.node)
        continue
      }
      known[Array(name.utf8)] = all.count
      var inner: [String] = []
      if case .schemasByName(let named) = node[.properties] { inner = named.map(\.name) }
      all.append(
        Property(
          name: name, nodes: [node], related: schema.graph.nodes(aboutTextsIn: name),
          isRequired: isRequired, isReported: reporting.contains(place.node),
          isOfRoot: place.pointer.tokens.count == 1, inner: inner))
    }
    self.all = all
  }

  /// The properties whose values are texts with rules of their own.
  var texts: [Property] {
    all.filter { property in
      property.nodes.contains { node in
        node.keywords.contains { use in
          [.pattern, .enum, .const, .format].contains(use.keyword) && use.canBeBroken
        }
      }
    }
  }

  /// The properties that are objects with properties of their own.
  var objects: [Property] { all.filter { !$0.inner.isEmpty } }
}

extension SchemaGraph {
  /// The nodes that can apply to texts in members with a name, or in arrays.
  fileprivate func nodes(aboutTextsIn name: String) -> [SchemaNode] {
    var pending: [NodeID] = []
    var reached: Set<NodeID> = []
    for (index, node) in nodes.enumerated() {
      for use in node.keywords {
        switch (use.keyword, use.parameter) {
        case (.properties, .schemasByName(let named)):
          pending += named.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
        case (.uniqueItems, .flag(true)): reached.insert(index)
        case (_, .values(let values))
        where values.contains { $0.arrayValue != nil || $0.objectValue != nil }:
          reached.insert(index)
        default:
          // Members of any name, and elements.
          if !use.keyword.isInPlace { pending += use.parameter.nodes }
        }
      }
    }
    for node in pending { reached.formUnion(inPlaceNodes(of: node)) }
    return reached.sorted().map { nodes[$0] }
  }
}
