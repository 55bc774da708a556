public import JSONText

/// A rule of a schema: a keyword of a node.
public struct Rule: Sendable {
  /// The graph that the rule is part of.
  public let graph: SchemaGraph
  /// The node that has the keyword.
  public let node: NodeID
  /// The index of the keyword among those of the node.
  let use: Int
  /// Whether the value that the rule applies to is secret, because its node or an enclosing node is.
  public let isSecret: Bool

  package init(graph: SchemaGraph, node: NodeID, use: Int, isSecret: Bool? = nil) {
    self.graph = graph
    self.node = node
    self.use = use
    self.isSecret =
      isSecret
      ?? (graph.nodes[node].isSecret || graph.nodes[Self.subject(graph, node, use)].isSecret)
  }

  /// The keyword with its parameter.
  package var keywordUse: KeywordUse { graph.nodes[node].keywords[use] }

  /// The kind of the rule.
  ///
  /// If the schema `false` is the value of a keyword for undeclared members or elements, that
  /// keyword is the kind of the rule.
  public var keyword: Keyword {
    let keyword = keywordUse.keyword
    guard keyword == .falseSchema, let token = graph.nodes[node].pointer.tokens.last else {
      return keyword
    }
    switch Keyword(rawValue: token) {
    case .additionalProperties: return .additionalProperties
    case .unevaluatedProperties: return .unevaluatedProperties
    case .additionalItems: return .additionalItems
    case .unevaluatedItems: return .unevaluatedItems
    case .items: return .items
    default: return keyword
    }
  }

  /// The keyword's value in the schema.
  public var parameter: Parameter { keywordUse.parameter }

  /// The provenance of the rule.
  public var provenance: Provenance { keywordUse.provenance }

  /// The name of the member that a `required` rule of a declaration requires.
  var requiredName: String? { Self.requiredName(graph, keywordUse) }

  private static func requiredName(_ graph: SchemaGraph, _ use: KeywordUse) -> String? {
    guard use.keyword == .required, graph.stopsAtType, case .names(let names) = use.parameter
    else { return nil }
    return names.first
  }

  /// The node of the value that the rule concerns: the rule's own node, or that of a required member.
  package var subject: NodeID { Self.subject(graph, node, use) }

  private static func subject(_ graph: SchemaGraph, _ node: NodeID, _ use: Int) -> NodeID {
    guard let name = requiredName(graph, graph.nodes[node].keywords[use]),
      case .schemasByName(let properties) = graph.nodes[node][.properties]
    else { return node }
    return properties.first { $0.name.utf8.elementsEqual(name.utf8) }?.value ?? node
  }

  /// For a declared rule, the path in documents, with `*` for any index; for other rules, the path of the node in its
  /// resource.
  public var pointer: JSONPointer {
    let place = graph.nodes[node].pointer
    return requiredName.map { place.appending($0) } ?? place
  }

  /// The stable name. A declared rule has the schema's id, the pointer and the keyword, such as
  /// `add-backup-destination.request/credentials/secretKey/required`; other rules have their location, such as
  /// `https://example.com/parcel#/properties/weight/minimum`.
  public var id: String {
    switch graph.origin {
    case .declaration(let id): "\(id)\(pointer)/\(keywordUse.keyword.rawValue)"
    case .text: location
    }
  }

  /// The rule's location in the text of its schema, as a URI with a fragment.
  public var location: String {
    // The schema `false` is a rule itself.
    graph.location(of: node, keywordUse.keyword == .falseSchema ? nil : keywordUse.keyword)
  }

  /// The description of the value that the rule applies to.
  public var summary: String { graph.nodes[subject].summary }
}

extension Rule: Hashable {
  /// Whether two rules have the same id and the same content.
  public static func == (one: Rule, other: Rule) -> Bool {
    (one.graph === other.graph && one.node == other.node && one.use == other.use)
      || (one.parameter == other.parameter && one.provenance == other.provenance
        && one.id.utf8.elementsEqual(other.id.utf8))
  }

  /// Hashes the keyword and the parameter.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(keywordUse.keyword)
    hasher.combine(pointer.description.utf8.count)
  }
}
