public import JSONText

/// The index of a node among the nodes of its graph.
public typealias NodeID = Int

/// One schema of a graph: keywords with their parameters, and annotations.
///
/// A node without keywords is the schema `true`; a node with `falseSchema` is the schema `false`.
public struct SchemaNode: Hashable, Sendable {
  /// The resource that the node belongs to, as an index into the graph's.
  public var resource: Int
  /// The path of the node. In a schema's text, it is the path in the resource. In a declaration, it is the path of the
  /// values in documents, with `*` for any index or name, and `oneOf` followed by a name for an alternative.
  public var pointer: JSONPointer
  /// The keywords, in the order in which their violations are reported.
  public var keywords: [KeywordUse]
  /// Keywords that assert nothing, such as `title`, and unknown keywords.
  public var annotations: [Named<JSONValue>]
  /// The description of the values, in one or two sentences.
  public var summary: String
  /// Whether the values, with everything inside them, are secret.
  public var isSecret: Bool
  /// Whether the values of a declared node can be at several places of a document, so its pointer does not identify a
  /// single value.
  public var isInArray: Bool

  /// Creates a node with its keywords.
  public init(
    resource: Int = 0, pointer: JSONPointer, keywords: [KeywordUse] = [],
    annotations: [Named<JSONValue>] = [], summary: String = "", isSecret: Bool = false,
    isInArray: Bool = false
  ) {
    self.resource = resource
    self.pointer = pointer
    self.keywords = keywords
    self.annotations = annotations
    self.summary = summary
    self.isSecret = isSecret
    self.isInArray = isInArray
  }

  /// The parameter of a keyword; nil if the node does not have it.
  public subscript(keyword: Keyword) -> Parameter? {
    keywords.first { $0.keyword == keyword }?.parameter
  }

  /// Whether no value satisfies the node because it is the schema `false`.
  public var isFalse: Bool { keywords.first?.keyword == .falseSchema }
}

/// A keyword of one node.
public struct KeywordUse: Hashable, Sendable {
  /// The keyword.
  public var keyword: Keyword
  /// The keyword's parameter.
  public var parameter: Parameter
  /// The origin of the rule.
  public var provenance: Provenance

  /// Creates a keyword with its parameter.
  public init(_ keyword: Keyword, _ parameter: Parameter, provenance: Provenance = .documented) {
    self.keyword = keyword
    self.parameter = parameter
    self.provenance = provenance
  }

  /// Whether a value can violate the keyword itself, and not only the schemas that it applies.
  public var canBeBroken: Bool {
    switch (keyword, parameter) {
    case (_, .unknownFields): true
    case (.uniqueItems, .flag(false)), (_, .format(_, asserts: false)): false
    default: keyword.canBeBroken
    }
  }
}

/// A part of a schema's text with its own address.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#name-schema-resources
public struct SchemaResource: Hashable, Sendable {
  /// The address; empty for a text without one.
  public var uri: String
  /// The text that contains the resource, as an index into the graph's documents.
  public var document: Int
  /// The path of the resource in that text.
  public var pointer: JSONPointer
  /// The nodes with a `$dynamicAnchor`, by its name; with `$recursiveAnchor: true`, the resource's own node, with an
  /// empty name.
  public var dynamicAnchors: [Named<NodeID>]
  /// The version of JSON Schema in which it is written.
  public var dialect: Dialect

  /// Creates a resource.
  public init(
    uri: String = "", document: Int = 0, pointer: JSONPointer = .root,
    dynamicAnchors: [Named<NodeID>] = [], dialect: Dialect = .draft2020
  ) {
    self.uri = uri
    self.document = document
    self.pointer = pointer
    self.dynamicAnchors = dynamicAnchors
    self.dialect = dialect
  }
}
