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
    return try loader.load(bytes)
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
