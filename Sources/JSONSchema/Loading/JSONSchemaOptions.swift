public import JSONText
public import SchemaRules

/// Options for reading a schema, including the texts to which it can refer.
public struct JSONSchemaOptions: Sendable {
  /// The name of the text in messages: a path or an address.
  public var name: String
  /// The URI or path that relative references are resolved against, unless `$id` sets another one; nil for `name`.
  public var baseURI: String?
  /// The dialect of texts without `$schema`.
  public var dialect: Dialect
  /// The URI of a meta-schema for texts without `$schema`; replaces `dialect`.
  public var metaSchema: String?
  /// Whether `format` rejects values. Otherwise it is an annotation, unless the meta-schema requires the format
  /// assertion vocabulary.
  public var assertsFormat: Bool
  /// Texts for references, by their `$id` or, without one, by their name.
  public var documents: [SchemaGraph.Document]
  /// Finds the text with a URI that is neither among `documents` nor bundled; returns nil if there is none. It is
  /// called once for each URI, which is normalized and has no fragment. For untrusted schemas, it must not use the
  /// network.
  public var lookup: @Sendable (_ uri: String) throws -> SchemaGraph.Document?
  /// Whether to read schemas of the text to which nothing refers, for a linter.
  package var readsUnusedSchemas = false
  /// The version of OpenAPI whose dialect applies to texts without `$schema`; nil for JSON Schema.
  package var openAPI: OpenAPIVersion?
  /// Finds the outline of a text that was already read, by its URI. It is called before `lookup`.
  package var outlines: @Sendable (_ uri: String) throws -> TextOutline? = { _ in nil }
  /// The positions of the text's values in the text that it was translated from, such as YAML; nil for JSON.
  public var map: SourceMap?
  /// The limits of reading.
  public var limits: JSONSchemaLimits

  /// Creates options. By default, the dialect is that of `$schema` or else 2020-12, and a text can refer only to itself
  /// and the bundled meta-schemas.
  public init(
    name: String = "", baseURI: String? = nil, dialect: Dialect = .draft2020,
    metaSchema: String? = nil, assertsFormat: Bool = false,
    documents: [SchemaGraph.Document] = [],
    lookup: @escaping @Sendable (_ uri: String) throws -> SchemaGraph.Document? = { _ in nil },
    limits: JSONSchemaLimits = JSONSchemaLimits()
  ) {
    self.name = name
    self.baseURI = baseURI
    self.dialect = dialect
    self.metaSchema = metaSchema
    self.assertsFormat = assertsFormat
    self.documents = documents
    self.lookup = lookup
    self.limits = limits
  }
}

/// The limits of reading a schema, which protect against hostile schemas.
public struct JSONSchemaLimits: Hashable, Sendable {
  /// The maximum number of schemas that can be reached; each counts once, however many references it has.
  public var nodes: Int
  /// The maximum number of bytes of all texts together.
  public var bytes: Int
  /// The maximum length of a chain of meta-schemas, each described by the next.
  public var metaSchemas: Int
  /// The maximum number of problems, and of warnings, to list.
  public var problems: Int

  /// Creates limits; by default, 500,000 schemas, 128 MiB, 8 meta-schemas and 100 problems.
  public init(
    nodes: Int = 500_000, bytes: Int = 1 << 27, metaSchemas: Int = 8, problems: Int = 100
  ) {
    self.nodes = nodes
    self.bytes = bytes
    self.metaSchemas = metaSchemas
    self.problems = problems
  }
}
