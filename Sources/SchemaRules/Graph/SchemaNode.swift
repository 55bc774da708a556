public import JSONText

/// The place of a node among the nodes of its graph.
public typealias NodeID = Int

/// One schema of a graph: keywords with their parameters, and annotations.
///
/// A node without keywords is the schema `true`; one with `falseSchema` the schema `false`.
public struct SchemaNode: Hashable, Sendable {
  /// The resource that the node belongs to, as an index into the graph's.
  public var resource: Int
  /// Where the node is: in a schema's text, the place in its resource; in a declaration, the place of
  /// the values in documents, `*` for any index of an array or any name, `oneOf` and a name for
  /// an alternative.
  public var pointer: JSONPointer
  /// The keywords, in the order in which their violations are reported.
  public var keywords: [KeywordUse]
  /// Keywords that assert nothing, such as `title`, and unknown keywords.
  public var annotations: [Named<JSONValue>]
  /// What the values mean, in one or two sentences.
  public var summary: String
  /// Whether the values, and everything inside them, must not be shown to anyone.
  public var isSecret: Bool
  /// Whether the values of a declared node can be at several places of a document, so that its pointer names
  /// none of them.
  public var isInArray: Bool

  /// A node with its keywords.
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
  /// What stands behind it.
  public var parameter: Parameter
  /// Where the rule comes from.
  public var provenance: Provenance

  /// A keyword with its parameter.
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

/// A part of a schema's text with an address of its own.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#name-schema-resources
public struct SchemaResource: Hashable, Sendable {
  /// The address; empty for a text without one.
  public var uri: String
  /// The text that the resource stands in, as an index into the graph's documents.
  public var document: Int
  /// The place of the resource in that text.
  public var pointer: JSONPointer
  /// The nodes that `$dynamicAnchor` names, and for `$recursiveAnchor: true` the resource's own under
  /// the empty name.
  public var dynamicAnchors: [Named<NodeID>]
  /// The version of JSON Schema that it is written in.
  public var dialect: Dialect

  /// A resource.
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
