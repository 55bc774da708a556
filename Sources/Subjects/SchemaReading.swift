import BulkChecking
package import JSONSchema
package import OpenAPI
import SchemaRules

/// The options for reading schema files and resolving their references. Nothing is read over a network.
package struct SchemaReading: Sendable {
  /// The locations of schemas by URI.
  package var mappings: [SchemaMapping] = []
  /// The dialect of schemas that name none, such as `2020-12`, or the URI of a meta-schema.
  package var dialect: String?
  /// Whether values must have the format that a schema names.
  package var assertsFormat = false

  package init(
    mappings: [SchemaMapping] = [], dialect: String? = nil, assertsFormat: Bool = false
  ) {
    (self.mappings, self.dialect, self.assertsFormat) = (mappings, dialect, assertsFormat)
  }

  /// - Throws: `CommandFailure` for an unknown dialect.
  package func options(for file: SchemaFile) throws -> JSONSchemaOptions {
    var options = JSONSchemaOptions(name: file.path, assertsFormat: assertsFormat)
    if let dialect {
      if let known = Dialect(rawValue: dialect) {
        options.dialect = known
      } else if dialect.utf8.contains(UInt8(ascii: ":")) {
        options.metaSchema = dialect
      } else {
        let known = Dialect.allCases.reversed().map(\.rawValue)
        throw CommandFailure(unknown: "dialect", dialect, known: known)
      }
    }
    let mappings = mappings
    options.lookup = { try SchemaMapping.document(for: $0, mappings) }
    return options
  }

  /// Reads an OpenAPI document. Its references can point to files in its folder and below.
  package func description(in file: SchemaFile) throws -> OpenAPIDescription {
    let mappings = mappings
    let document = try file.document("OpenAPI document")
    return try CommandFailure.catching("OpenAPI document") { () throws(JSONSchemaError) in
      try OpenAPIDescription(
        document,
        lookup: { try SchemaMapping.document(for: $0, mappings) ?? file.neighbour(at: $0) })
    }
  }
}
