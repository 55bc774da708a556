import APIOperations
import JSONText
import SchemaRules

/// A schema as a document of JSON Schema 2020-12.
///
/// https://json-schema.org/draft/2020-12
struct JSONSchemaDocument {
  let schema: Schema
  let operation: APIOperation?
  let ledger: LossLedger

  var text: String {
    var builder = SchemaBuilder(schema, of: operation, .jsonSchema)
    var members = JSONMembers()
    members.add("$schema", "https://json-schema.org/draft/2020-12/schema")
    if let id { members.add("$id", id) }
    if schema.graph.isDeclared {
      members.add("title", schema.title)
      members.add("description", schema.summary)
    }
    var remarks = ""
    for member in builder.keywords().members {
      if member.name == "$comment" { remarks = member.value.stringValue ?? "" }
      members.add(
        member.name, member.name == "$comment" ? .string(comment(remarks)) : member.value)
    }
    if remarks.isEmpty { members.add("$comment", comment(remarks)) }
    if !builder.examples.isEmpty { members.add("examples", .array(builder.examples)) }
    return members.value.prettyText
  }

  /// The schema's address; a URN for a schema of an operation, which has no address.
  private var id: String? {
    if let operation {
      return "urn:conform:\(operation.source.apiVersion.percentEncoded):\(schema.id.percentEncoded)"
    }
    let graph = schema.graph
    let resource = graph.nodes[graph.root].resource
    guard graph.resources.indices.contains(resource) else {
      return "urn:conform:\(schema.id.percentEncoded)"
    }
    let uri = graph.resources[resource].uri
    // The address of a schema from a file is the file's path, which has no meaning elsewhere.
    return uri.utf8.contains(UInt8(ascii: ":")) ? uri : nil
  }

  /// The remarks on the root field, then those on the document as a whole.
  private func comment(_ ofRoot: String) -> String {
    let parts =
      [ofRoot, origin + " What this document cannot express:"]
      + ledger.losses.map { "- \($0.line)" }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var origin: String {
    guard let source = operation?.source else { return "Generated from the schema \(schema.id)." }
    return "Generated from the declared rules of \"\(source.title)\" (API version "
      + "\(source.apiVersion)"
      + (source.readOn.map { ", read on \($0)" } ?? "")
      + (source.sha256.map { ", SHA-256 \($0)" } ?? "") + ")."
  }
}
