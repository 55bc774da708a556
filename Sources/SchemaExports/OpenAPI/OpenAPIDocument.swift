import APIOperations
import JSONText
import SchemaRules

/// An operation as an OpenAPI document.
///
/// https://spec.openapis.org/oas/v3.1.1 and https://spec.openapis.org/oas/v3.0.4
struct OpenAPIDocument {
  let operation: APIOperation
  let format: ExportFormat
  let ledger: LossLedger

  var text: String {
    var members = JSONMembers()
    members.add("openapi", format == .openAPI30 ? "3.0.4" : "3.1.1")
    members.add("info", info)
    if let server = operation.server {
      members.add("servers", .array([.members(["url": .string(server)])]))
    }
    if operation.authentication != nil {
      members.add("security", .array([.members([Self.schemeName: .array([])])]))
    }
    members.add(
      "paths",
      .members([
        operation.path: .members([operation.method.lowercased(): operationObject])
      ]))
    members.add("components", components)
    members.add("x-source", source)
    members.add("x-losses", .array(ledger.losses.map(\.value)))
    return members.value.prettyText
  }

  private static let schemeName = "bearerToken"

  private var info: JSONValue {
    .members([
      "title": .string(operation.title),
      "version": .string(operation.source.apiVersion),
      "description": .string(
        "\(operation.summary) Generated from the "
          + (operation.source.sha256 == nil
            ? "rules of one operation; " : "declared rules of one documentation page; ")
          + "`x-source` names it."),
    ])
  }

  private var source: JSONValue {
    var members = JSONMembers()
    members.add("title", operation.source.title)
    members.add("apiVersion", operation.source.apiVersion)
    for detail in operation.source.details {
      switch detail.value {
      case .text(let text): members.add(detail.member, text)
      case .number(let number): members.add(detail.member, number)
      }
    }
    if let readOn = operation.source.readOn { members.add("readOn", readOn) }
    if let sha256 = operation.source.sha256 { members.add("sha256", sha256) }
    return members.value
  }

  // MARK: The operation

  private var operationObject: JSONValue {
    var members = JSONMembers()
    members.add("operationId", operation.id)
    members.add("summary", operation.title)
    members.add(
      "description",
      operation.summary
        + (operation.permission.map { " Required permission: \($0)." } ?? ""))
    if let permission = operation.permission { members.add("x-required-permission", permission) }
    if let request = operation.request {
      var body = JSONMembers()
      body.add("description", request.summary)
      body.add("required", .boolean(true))
      body.add("content", content(of: request))
      members.add("requestBody", body.value)
    }
    members.add("responses", responses)
    return members.value
  }

  private var responses: JSONValue {
    var members = JSONMembers()
    var success = JSONMembers()
    success.add("description", operation.successSummary)
    if let response = operation.response { success.add("content", content(of: response)) }
    members.add(operation.successStatus, success.value)
    if let failures = operation.failures {
      for failure in failures.answers {
        var answer = JSONMembers()
        answer.add("description", failure.summary)
        if let body = failures.body { answer.add("content", content(of: body)) }
        if failure.provenance != .documented {
          answer.add(
            "x-provenance", "\(failure.provenance.status.rawValue). \(failure.provenance.note)")
        }
        members.add(failure.status, answer.value)
      }
    }
    return members.value
  }

  private func content(of schema: Schema) -> JSONValue {
    var members = JSONMembers()
    members.add("schema", .members(["$ref": .string("#/components/schemas/\(schema.typeName)")]))
    let completed = examples(of: schema, in: operation.completedExamples)
    if !completed.isEmpty { members.add("examples", .object(completed)) }
    // The page's examples that violate its own rules are not suitable for tools.
    let ofThePage = examples(of: schema, in: operation.examples)
    if !ofThePage.isEmpty { members.add("x-page-examples", .object(ofThePage)) }
    return .members(["application/json": members.value])
  }

  private func examples(
    of schema: Schema, in examples: [APIOperation.Example]
  ) -> [JSONValue.Member] {
    examples.filter { $0.schemaID == schema.id }.compactMap { example in
      guard let value = example.value else { return nil }
      let summary = example.caveat.isEmpty ? example.place : "\(example.place). \(example.caveat)"
      return JSONValue.Member(
        name: example.name, value: .members(["summary": .string(summary), "value": value]))
    }
  }

  // MARK: Components

  private var components: JSONValue {
    var schemas = JSONMembers()
    for schema in operation.schemas + [operation.failures?.body].compactMap(\.self) {
      addSchema(schema, to: &schemas)
    }
    var members = JSONMembers()
    members.add("schemas", schemas.value)
    switch operation.authentication {
    case .bearer:
      members.add(
        "securitySchemes",
        .members([
          Self.schemeName: .members([
            "type": .string("http"), "scheme": .string("bearer"),
            "description": .string(
              operation.permission.map { "A token of the API, allowed to: \($0)." }
                ?? "A token of the API."),
          ])
        ]))
    case nil: break
    }
    return members.value
  }

  /// Adds a schema and those to which it refers.
  private func addSchema(_ schema: Schema, to schemas: inout JSONMembers) {
    let address = "#/components/schemas/\(schema.typeName)"
    var builder = SchemaBuilder(schema, of: operation, format, address: address)
    var members = JSONMembers()
    if schema.graph.isDeclared {
      members.add("title", schema.title)
      members.add("description", schema.summary)
    }
    for member in builder.rootKeywords().members { members.add(member.name, member.value) }
    schemas.add(schema.typeName, members.value)
    for named in builder.namedSchemas() { schemas.add(named.name, named.value) }
  }
}

extension Loss {
  fileprivate var value: JSONValue {
    var members = JSONMembers()
    members.add("id", id)
    members.add("summary", summary)
    members.add("consequence", consequence)
    if !rules.isEmpty { members.add("rules", .texts(rules)) }
    return members.value
  }
}
