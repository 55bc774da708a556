import JSONText
import SchemaRules

/// The members that a schema declares, each name once.
struct BodyProperties {
  struct Property {
    let name: String
    /// The nodes of the values, wherever a property has the name.
    var nodes: [SchemaNode]
    /// Every node that may say something of the values: beyond declarations, any of the schema.
    var related: [SchemaNode]
    var isRequired: Bool
    /// The names that the value's own properties have, if it is an object.
    var inner: [String]
  }

  /// In the order of the schema.
  let all: [Property]

  init(_ schema: Schema) {
    var all: [Property] = []
    var known: [[UInt8]: Int] = [:]
    for place in schema.graph.places {
      guard let isRequired = place.isRequired, let name = place.pointer.tokens.last else {
        continue
      }
      let node = schema.graph.nodes[place.node]
      let related = schema.graph.nodes.filter { other in
        !schema.graph.isDeclared
          || other.pointer.description.utf8.starts(with: node.pointer.description.utf8)
      }
      if let index = known[Array(name.utf8)] {
        all[index].nodes.append(node)
        all[index].related += related
        continue
      }
      known[Array(name.utf8)] = all.count
      var inner: [String] = []
      if case .schemasByName(let named) = node[.properties] { inner = named.map(\.name) }
      all.append(
        Property(
          name: name, nodes: [node], related: related, isRequired: isRequired, inner: inner))
    }
    self.all = all
  }

  /// The properties whose values are texts with rules of their own.
  var texts: [Property] {
    all.filter { property in
      property.nodes.contains { node in
        node.keywords.contains { [.pattern, .enum, .const, .format].contains($0.keyword) }
      }
    }
  }

  /// The properties that are objects with properties of their own.
  var objects: [Property] { all.filter { !$0.inner.isEmpty } }
}
