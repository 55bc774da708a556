import JSONText
import SchemaRules

/// The nodes of a schema that have their own types, in the order of their places: the root and the nodes that the
/// language names.
struct NamedTypes {
  struct Entry {
    let name: String
    let node: NodeID
    let isSecret: Bool
  }

  let graph: SchemaGraph
  private(set) var entries: [Entry] = []
  private var indices: [NodeID: Int] = [:]
  private let rules: [NodeID: [Rule]]

  /// The number of types with each name, including those of other schemas in the same file.
  private(set) var counts: [String: Int]  // strings: identifiers

  /// Lists the nodes that satisfy a condition, which is also told whether a node is shared.
  ///
  /// - Parameters:
  ///   - name: The name of the root's type.
  ///   - taken: The names of types of other schemas in the same file.
  init(
    _ schema: Schema, _ name: String, taken: [String: Int],
    where isNamed: (SchemaGraph, NodeID, _ isShared: Bool) -> Bool
  ) {
    let rootName = name
    graph = schema.graph
    rules = Dictionary(grouping: graph.rules, by: \.subject)
    let places = graph.places
    let shared = Set(places.filter(\.isRepeated).map(\.node))
    var names: [String] = []
    counts = taken
    for name in Self.reserved { counts[name] = 1 }
    for place in places {
      names.removeSubrange(min(place.depth, names.count)...)
      var name = names.last.map { $0 + place.suffix } ?? rootName
      let tokens = graph.nodes[place.node].pointer.tokens.suffix(2)
      if place.depth > 0, !graph.isDeclared, ["$defs", "definitions"].contains(tokens.first) {
        name = (tokens.last ?? "").typeName
      }
      if graph.isDeclared, tokens.first == "oneOf", let last = tokens.last, let outer = names.last {
        name = outer + last.typeName
      }
      let isNamed =
        place.depth == 0 || isNamed(graph, place.node, shared.contains(place.node))
      if isNamed, indices[place.node] == nil {
        while let count = counts[name] {
          counts[name] = count + 1
          name += "\(count + 1)"
        }
        counts[name] = 1
        indices[place.node] = entries.count
        entries.append(Entry(name: name, node: place.node, isSecret: place.isSecret))
      }
      names.append(name)
    }
  }

  /// The names that the declarations use themselves.
  private static let reserved = [
    "Alternatives", "Any", "Array", "Bool", "Codable", "CodingKeys", "Decoder", "DocumentError",
    "DocumentReadable", "Double", "Encoder", "Hashable", "Int", "JSONValue", "MemberNames",
    "Protocol",
    "Record", "Redacted", "Secret", "Self", "Sendable", "String", "Type", "ValidatedDocument",
    "Validator", "ValueReader",
  ]

  /// The name of a node's type; nil if it has no separate type.
  func name(of node: NodeID) -> String? { indices[node].map { entries[$0].name } }

  /// The entry of a node; nil if it has no separate type.
  func entry(of node: NodeID) -> Entry? { indices[node].map { entries[$0] } }

  /// The rules of the values of a node.
  func rules(of node: NodeID) -> [Rule] { rules[node] ?? [] }

  /// The members of a node's values.
  func members(of node: NodeID) -> [(name: String, node: NodeID, isRequired: Bool)] {
    let required = graph.nodes[node].requiredNames
    guard case .schemasByName(let properties) = graph.nodes[node][.properties] else { return [] }
    return properties.map { ($0.name, $0.value, required.contains(Array($0.name.utf8))) }
  }

  /// The comment above the declaration of a member or a type.
  func comment(on node: NodeID, isSecret: Bool) -> [String] {
    let node = graph.nodes[node].summary.isEmpty ? graph.referred(from: node) : node
    return FieldComment(
      graph.nodes[node].summary, rules(of: node), isSecret: isSecret || graph.nodes[node].isSecret
    ).lines
  }
}

extension SchemaGraph.Place {
  /// The part that the name of the place's type adds to that of the enclosing place.
  fileprivate var suffix: String {
    switch keyword {
    case .properties: (pointer.tokens.last ?? "").typeName
    case .items, .prefixItems, .additionalItems, .contains, .unevaluatedItems: "Item"
    case let keyword?: keyword.isInPlace ? keyword.rawValue.typeName : "Value"
    case nil: ""
    }
  }
}
