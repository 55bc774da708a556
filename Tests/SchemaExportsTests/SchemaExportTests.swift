import APIOperations
import BackupDestinations
import ExampleOperation
import JSONText
import SchemaExports
import SchemaRules
import Testing

@Suite("JSON Schema and OpenAPI")
struct SchemaExportTests {
  static func document(
    _ format: ExportFormat, _ operation: APIOperation, _ schema: Schema? = nil
  ) throws -> JSONValue {
    let export = Export(format, of: operation, schemaID: schema?.id)
    return try JSONValue(parsing: Array(export.text.utf8))
  }

  @Test func everyKeywordOfEveryType() throws {
    let schema = try Self.document(.jsonSchema, RegisterParcel.operation)
    #expect(schema["$id"]?.stringValue == "urn:conform:v2:register-parcel.request")
    #expect(schema["title"]?.stringValue == "Register parcel: request")
    #expect(schema["required"]?.arrayValue?.map(\.stringValue) == ["to", "weight"])
    let properties = try #require(schema["properties"])
    #expect(properties["to"]?["minLength"]?.integerValue == 2)
    #expect(properties["to"]?["maxLength"]?.integerValue == 40)
    #expect(properties["weight"]?["type"]?.stringValue == "number")
    #expect(properties["pieces"]?["type"]?.stringValue == "integer")
    #expect(properties["insured"]?["type"]?.stringValue == "boolean")
    #expect(properties["service"]?["enum"]?.arrayValue?.count == 3)
    #expect(properties["tags"]?["items"]?["pattern"]?.stringValue == #"^(?!-)[a-z-]+(?<!-)$"#)
    #expect(properties["tags"]?["items"]?["examples"]?.arrayValue == [.string("fragile")])
    #expect(properties["items"]?["items"]?["additionalProperties"] == .boolean(false))
    #expect(properties["customs"]?["additionalProperties"] == .boolean(true))
    #expect(properties["customs"]?["properties"]?["pass~/word"]?["writeOnly"] == .boolean(true))
  }

  /// The places of rules and the details of the page come from the operation. The rules of a body without a section
  /// in the layout have no place.
  @Test func layoutOfThePage() throws {
    let document = try Self.document(.openAPI31, RegisterParcel.operation)
    #expect(document["x-source"]?["revision"]?.stringValue == "b")
    let body = document["components"]?["schemas"]?["RegisterParcelRequest"]
    let rules = body?["properties"]?["to"]?["x-rules"]?.arrayValue
    #expect(rules?.compactMap { $0["place"]?.stringValue }.last == "Body > to > maxLength")

    let placeless = try Self.document(.openAPI31, RegisterParcel.placeless)
    let rule = placeless["components"]?["schemas"]?["RegisterParcelRequest"]?["x-rules"]?
      .arrayValue?.first
    #expect(rule?.objectValue?.map(\.name) == ["rule", "provenance"])
  }

  /// Only a sent body can have write-only members; in a received one, they would never be present.
  @Test func secretsAreMarked() throws {
    let operation = AddBackupDestination.operation
    let request = Export(.jsonSchema, of: operation, schemaID: operation.request?.id)
    let response = Export(.jsonSchema, of: operation, schemaID: operation.response?.id)
    #expect(request.text.contains(#""writeOnly": true"#))
    #expect(!response.text.contains("writeOnly\":"))
    #expect(response.text.contains("The value is secret."))
  }

  /// A value of a secret field would be a bad example.
  @Test func secretFieldsHaveNoExamples() throws {
    let schema = try Self.document(.jsonSchema, AddBackupDestination.operation)
    let credentials = try #require(schema["properties"]?["credentials"])
    #expect(credentials["properties"]?["secretKey"]?["examples"] == nil)
    #expect(schema["properties"]?["prefix"]?["examples"]?.arrayValue == [.string("backups/")])
  }

  @Test func completedExamplesAreValid() throws {
    for operation in [AddBackupDestination.operation, RegisterParcel.operation] {
      for example in operation.completedExamples {
        let schema = try #require(operation.schemas.first { $0.id == example.schemaID })
        #expect(try Validator(schema).validate(example.json).outcome == .valid)
      }
    }
  }

  @Test(arguments: [ExportFormat.openAPI30, .openAPI31])
  func openAPI(format: ExportFormat) throws {
    let document = try Self.document(format, RegisterParcel.operation)
    let operation = try #require(document["paths"]?["/v2/parcels/{number}"]?["put"])
    #expect(operation["x-required-permission"]?.stringValue == "Parcels > Write")
    #expect(operation["responses"]?["201"] != nil)
    #expect(operation["responses"]?["default"] == nil)
    let scheme = document["components"]?["securitySchemes"]?["bearerToken"]
    #expect(scheme?["scheme"]?.stringValue == "bearer")
    let media = operation["requestBody"]?["content"]?["application/json"]
    #expect(media?["examples"]?.objectValue?.map(\.name) == ["completed-request"])
    #expect(media?["x-page-examples"]?.objectValue?.map(\.name) == ["page-request"])
    let schemas = document["components"]?["schemas"]
    #expect(
      schemas?.objectValue?.map(\.name) == ["RegisterParcelRequest", "RegisterParcelResponse"])
    let to = schemas?["RegisterParcelRequest"]?["properties"]?["to"]
    #expect((to?["example"] != nil) == (format == .openAPI30))
    #expect((to?["examples"] != nil) == (format == .openAPI31))
  }

  @Test func failuresOfTheService() throws {
    let document = try Self.document(.openAPI31, AddBackupDestination.operation)
    let responses = document["paths"]?["/v1/backup-destinations"]?["post"]?["responses"]
    #expect(responses?.objectValue?.map(\.name) == ["200", "400", "401", "default"])
    #expect(responses?["400"]?["x-provenance"]?.stringValue?.hasPrefix("chosen") == true)
  }
}
