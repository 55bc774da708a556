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

  /// A schema inside of a text that is not a schema, such as an OpenAPI document.
  package struct Part {
    /// A text that has been read, its address, and values of it that are schemas.
    package struct Text {
      package let outline: TextOutline
      package let uri: String
      package let schemas: [Int]

      package init(_ outline: TextOutline, uri: String, schemas: [Int]) {
        self.outline = outline
        self.uri = uri
        self.schemas = schemas
      }
    }

    /// The text whose first schema is to be read.
    package let text: Text
    /// Another text with schemas that have addresses and names of their own; nil if there is none.
    package let library: Text?

    package init(_ text: Text, library: Text?) {
      self.text = text
      self.library = library
    }
  }

  /// What is wrong with a schema that is part of a text; without errors, what may be a mistake.
  package static func problems(in part: Part, options: JSONSchemaOptions) -> [SchemaProblem] {
    var loader = SchemaLoader(options)
    do throws(JSONSchemaError) {
      _ = try loader.load(part)
      return loader.rendered(loader.warnings)
    } catch {
      return error.problems
    }
  }

  /// Reads a schema that is part of a text.
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

extension Schema {
  /// Reads a schema from the text of a JSON Schema.
  ///
  /// - Throws: a `JSONSchemaError`, as `init(jsonSchema:options:)` of bytes.
  public init(
    jsonSchema text: String, options: JSONSchemaOptions = JSONSchemaOptions()
  ) throws(JSONSchemaError) {
    try self.init(jsonSchema: Array(text.utf8), options: options)
  }
}

extension Validator {
  /// Reads and compiles a schema whose texts are constants of the program, as in code that `conform export swift`
  /// wrote.
  ///
  /// The first text is the schema; references may lead to the others, by their names. Traps if one of them is
  /// wrong, which no document can bring about.
  public init(
    constantJSONSchema texts: KeyValuePairs<String, String>, dialect: Dialect = .draft2020,
    assertsFormat: Bool = false
  ) {
    let documents = texts.map { SchemaGraph.Document(name: $0.key, bytes: Array($0.value.utf8)) }
    guard let root = documents.first else { preconditionFailure("no text") }
    do {
      let options = JSONSchemaOptions(
        name: root.name, dialect: dialect, assertsFormat: assertsFormat,
        documents: Array(documents.dropFirst()))
      try self.init(Schema(jsonSchema: root.bytes, options: options))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
