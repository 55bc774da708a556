import BackupDestinations
import JSONText
import SchemaExports
import SchemaRules
import Vectors

/// The JSON Schema of a body for the adapters: the exported one with its rules alone.
struct AdapterSchema {
  /// The text, with its line feed.
  let text: [UInt8]

  /// The keywords that no verdict depends on.
  private static let annotations = [
    "$id", "title", "description", "$comment", "examples", "writeOnly",
  ]

  /// The schema of a target.
  ///
  /// - Throws: `CorpusError` if the export cannot be read.
  init(_ target: Target) throws(CorpusError) {
    let export = Export(
      .jsonSchema, of: AddBackupDestination.operation, schemaID: target.schema.id)
    guard let schema = try? JSONValue(parsing: Array(export.text.utf8)) else {
      throw CorpusError("the exported schema cannot be read", entry: target.schema.id)
    }
    var writer = JSONWriter(pretty: true)
    writer.value(Self.rules(of: schema))
    text = writer.bytes + [0x0A]
  }

  private static func rules(of schema: JSONValue) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object(
      members.filter { !annotations.contains($0.name) }.map { member in
        // Below `properties` stand the names of fields, one of which is description.
        guard member.name == "properties", case .object(let fields) = member.value else {
          return .init(name: member.name, value: rules(of: member.value))
        }
        return .init(
          name: member.name,
          value: .object(fields.map { .init(name: $0.name, value: rules(of: $0.value)) }))
      })
  }
}
