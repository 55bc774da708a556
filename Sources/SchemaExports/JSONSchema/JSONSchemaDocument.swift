import APIOperations
import JSONText
import SchemaRules

/// A schema as a document of JSON Schema 2020-12.
///
/// https://json-schema.org/draft/2020-12
struct JSONSchemaDocument {
  private let schema: Schema
  private let operation: APIOperation
  private let ledger: LossLedger
  private let examples: [JSONValue]
  private(set) var builder: SchemaBuilder

  init(_ schema: Schema, _ operation: APIOperation, _ ledger: LossLedger) {
    self.schema = schema
    self.operation = operation
    self.ledger = ledger
    examples = operation.completedExamples.filter { $0.schemaID == schema.id }
      .compactMap(\.value)
    builder = SchemaBuilder(
      operation, .draft2020, isSent: schema.id == operation.request.id, examples: examples)
  }

  mutating func text() -> String {
    var members = JSONMembers()
    members.add("$schema", "https://json-schema.org/draft/2020-12/schema")
    // A URN: the schema has no address of its own.
    members.add("$id", "urn:conform:\(operation.source.apiVersion):\(schema.id)")
    members.add("title", schema.title)
    members.add("description", schema.root.summary)
    for member in builder.keywords(of: schema).members {
      members.add(member.name, member.name == "$comment" ? comment(member.value) : member.value)
    }
    if !members.members.contains(where: { $0.name == "$comment" }) {
      members.add("$comment", comment(.string("")))
    }
    if !examples.isEmpty { members.add("examples", .array(examples)) }
    return members.value.prettyText
  }

  /// What is to say of the document as a whole, behind what is to say of its root field.
  private func comment(_ ofRoot: JSONValue) -> JSONValue {
    let source = operation.source
    let origin =
      "Rendered from the declared rules of \"\(source.title)\" (API version \(source.apiVersion), "
      + "read on \(source.readOn), SHA-256 \(source.sha256)). What this document cannot say:"
    let parts = [ofRoot.stringValue ?? "", origin] + ledger.losses.map { "- \($0.line)" }
    return .string(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }
}
