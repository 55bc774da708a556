public import JSONText

/// The rules of a schema as nodes that refer to one another. Every front end produces a graph; the compiler and every
/// renderer read it.
///
/// Nodes can be shared and recursive.
public final class SchemaGraph: Sendable {
  /// The source of a graph, which determines the ids of its rules.
  public enum Origin: Hashable, Sendable {
    /// A declaration in Swift, under a schema's id. A rule's id is the schema's id, the place of the
    /// values in documents, and the keyword; a value of the wrong type violates the rule `type` alone.
    case declaration(id: String)
    /// Text of JSON Schema. A rule's id is its location: the resource's address, and the place in it.
    case text
  }

  /// A text that a graph was read from.
  public struct Document: Hashable, Sendable {
    /// The name of the text: a path or an address.
    public let name: String
    /// The text.
    public let bytes: [UInt8]
    /// The positions of the text's values in the text that it was translated from; nil for JSON.
    public let map: SourceMap?

    /// Creates a document.
    public init(name: String, bytes: [UInt8], map: SourceMap? = nil) {
      self.name = name
      self.bytes = bytes
      self.map = map
    }
  }

  /// The source of the graph.
  public let origin: Origin
  /// The nodes.
  public let nodes: [SchemaNode]
  /// The node for whole documents.
  public let root: NodeID
  /// The resources of the nodes.
  public let resources: [SchemaResource]
  /// The texts, each with at least one resource; empty for a declaration.
  public let documents: [Document]

  /// Creates a graph. Every `NodeID` must be an index into `nodes`, and likewise for resources and documents.
  public init(
    origin: Origin, nodes: [SchemaNode], root: NodeID, resources: [SchemaResource] = [],
    documents: [Document] = []
  ) {
    self.origin = origin
    self.nodes = nodes
    self.root = root
    self.resources = resources
    self.documents = documents
  }

  /// Whether the graph was declared in Swift.
  package var isDeclared: Bool { if case .declaration = origin { true } else { false } }

  /// Whether a value of the wrong type violates the rule `type` alone.
  package var stopsAtType: Bool { isDeclared }

  /// The version of JSON Schema that a node is written in.
  package func dialect(of node: NodeID) -> Dialect {
    let resource = nodes[node].resource
    return resources.indices.contains(resource) ? resources[resource].dialect : .draft2020
  }

  /// The place of a node, or of a keyword of it, in the text of the schema, as a URI with a fragment.
  package func location(of node: NodeID, _ keyword: Keyword? = nil) -> String {
    let node = nodes[node]
    let address = resources.indices.contains(node.resource) ? resources[node.resource].uri : ""
    let pointer = keyword.map { node.pointer.appending($0.rawValue) } ?? node.pointer
    return address + pointer.uriFragment
  }

  /// Every rule, node by node. The `required` rule of a declared member comes before the member's own rules.
  public var rules: [Rule] {
    var requirements: [NodeID: [Rule]] = [:]
    var rules: [Rule] = []
    for node in nodes.indices {
      rules += requirements[node] ?? []
      for use in nodes[node].keywords.indices where nodes[node].keywords[use].canBeBroken {
        let rule = Rule(graph: self, node: node, use: use)
        if rule.subject == node {
          rules.append(rule)
        } else {
          requirements[rule.subject, default: []].append(rule)
        }
      }
    }
    return rules
  }
}

extension SchemaGraph: Hashable {
  /// Whether both have equal parts.
  public static func == (one: SchemaGraph, other: SchemaGraph) -> Bool {
    one === other
      || (one.origin == other.origin && one.root == other.root && one.nodes == other.nodes
        && one.resources == other.resources && one.documents == other.documents)
  }

  /// Hashes the nodes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(origin)
    hasher.combine(nodes)
  }
}
