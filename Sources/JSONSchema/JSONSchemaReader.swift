public import SchemaRules

/// Reads schemas from their texts.
public enum JSONSchemaReader {
  /// A schema, and what its authors may want to know.
  public struct Reading: Sendable {
    /// The schema.
    public let schema: Schema
    /// What may be a mistake, in the order of the texts: an unknown keyword, an unknown format, members
    /// beside `$ref` that older drafts ignore.
    public let warnings: [SchemaProblem]
  }

  /// Reads a schema from its text.
  ///
  /// - Throws: a `JSONSchemaError` that lists what is wrong with the text, or with one that it refers to.
  public static func read(
    _ bytes: [UInt8], options: JSONSchemaOptions = JSONSchemaOptions()
  ) throws(JSONSchemaError) -> Reading {
    var loader = SchemaLoader(options)
    return try loader.load(SchemaGraph.Document(name: options.name, bytes: bytes, map: options.map))
  }

  /// A schema inside of texts that are not schemas, such as an OpenAPI document.
  package struct Part {
    /// Texts that have been read, each with its address.
    package let texts: [(outline: TextOutline, uri: String)]
    /// The index of the text that has the schema, and the value that is it.
    package let text: Int, value: Int
    /// Where the texts have other schemas with addresses and names of their own.
    package let schemas: [Place]

    package init(
      of texts: [(outline: TextOutline, uri: String)], at place: Place, schemas: [Place] = []
    ) {
      self.texts = texts
      text = place.document
      value = place.value
      self.schemas = schemas
    }
  }

  /// Reads a schema that is part of texts.
  ///
  /// - Throws: a `JSONSchemaError` that lists what is wrong with the texts.
  package static func read(
    _ part: Part, options: JSONSchemaOptions
  ) throws(JSONSchemaError) -> SchemaGraph {
    var loader = SchemaLoader(options)
    return try loader.load(part)
  }
}

extension Schema {
  /// Reads a schema from the text of a JSON Schema.
  ///
  /// - Throws: a `JSONSchemaError` that lists what is wrong with the text, or with one that it refers to.
  public init(
    jsonSchema bytes: [UInt8], options: JSONSchemaOptions = JSONSchemaOptions()
  ) throws(JSONSchemaError) {
    self = try JSONSchemaReader.read(bytes, options: options).schema
  }
}
