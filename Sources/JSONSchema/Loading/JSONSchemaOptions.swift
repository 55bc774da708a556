public import JSONText
public import SchemaRules

/// How to read the text of a schema, and what it may refer to.
public struct JSONSchemaOptions: Sendable {
  /// What to call the text in messages: a path or an address.
  public var name: String
  /// The URI, or the path, that relative references in the text are relative to, unless `$id` gives
  /// another one; nil for `name`.
  public var baseURI: String?
  /// The dialect of texts without `$schema`.
  public var dialect: Dialect
  /// The URI of a meta-schema for texts without `$schema`, in place of `dialect`.
  public var metaSchema: String?
  /// Whether `format` asserts; otherwise it annotates, unless the meta-schema says that it asserts.
  public var assertsFormat: Bool
  /// Texts that references may lead to, by their `$id`, or by their name where they have none.
  public var documents: [SchemaGraph.Document]
  /// Finds the text with a URI that is neither among `documents` nor bundled; returns nil if there is
  /// none. It is asked once for each URI, given without a fragment and in normal form, and must not use
  /// the network for schemas that are not trusted.
  public var lookup: @Sendable (_ uri: String) throws -> SchemaGraph.Document?
  /// Whether the schemas of the text that nothing refers to are read too, as a linter wants it.
  package var readsUnusedSchemas = false
  /// The version of OpenAPI that has texts without `$schema` in its own dialect; nil for JSON Schema.
  package var openAPI: OpenAPIVersion?
  /// Finds the outline of a text with a URI that has been read already; it is asked before `lookup`.
  package var outlines: @Sendable (_ uri: String) throws -> TextOutline? = { _ in nil }
  /// Where the text's values are in the one that it was translated from, such as YAML; nil for JSON.
  public var map: SourceMap?
  /// The bounds on what is read.
  public var limits: JSONSchemaLimits

  /// Options; with none, a text in the dialect that it names, or else 2020-12, which may refer to itself
  /// and to the bundled meta-schemas.
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

/// The bounds within which a schema is read, whoever wrote it.
public struct JSONSchemaLimits: Hashable, Sendable {
  /// How many schemas, each counted once however often it is referred to, may be reached.
  public var nodes: Int
  /// How many bytes all texts together may have.
  public var bytes: Int
  /// How many meta-schemas may be described by one another.
  public var metaSchemas: Int
  /// How many problems, and how many warnings, are listed; the rest is left out.
  public var problems: Int

  /// 500,000 schemas, 128 MiB, 8 meta-schemas and 100 problems, unless told otherwise.
  public init(
    nodes: Int = 500_000, bytes: Int = 1 << 27, metaSchemas: Int = 8, problems: Int = 100
  ) {
    self.nodes = nodes
    self.bytes = bytes
    self.metaSchemas = metaSchemas
    self.problems = problems
  }
}
