import APIOperations
import CreateLabel
import JSONSchema
import JSONText
import OpenAPI
import SchemaDocuments
import SchemaExamples
import SchemaExports
import SchemaRules
import Testing

/// Another documented operation, which needs only a folder of declarations.
@Suite("Another documented operation")
struct CreateLabelTests {
  static let operation = CreateLabel.operation

  @Test("Its examples are valid")
  func examples() throws {
    for example in Self.operation.examples {
      let schema = try #require(Self.operation.schemas.first { $0.id == example.schemaID })
      #expect(try Validator(schema).validate(example.json).outcome == .valid, "\(example.name)")
    }
  }

  @Test("Every rule has a place on the page, and every document names it")
  func documents() {
    let reference = Reference(Self.operation)
    let texts = [MarkdownReference(reference).text, HTMLReference(reference).text]
    for rule in Self.operation.schemas.flatMap(\.rules) {
      #expect(Self.operation.place(of: rule) != nil, "\(rule.id)")
      for text in texts { #expect(text.contains(rule.id), "\(rule.id)") }
    }
  }

  @Test(
    "The OpenAPI exports are OpenAPI documents with the same verdicts",
    arguments: [
      ExportFormat.openAPI31, .openAPI30,
    ])
  func exports(format: ExportFormat) throws {
    let text = Export(format, of: Self.operation).text
    let description = try OpenAPIDescription(
      SchemaGraph.Document(name: "label.json", bytes: Array(text.utf8)))
    let operation = try #require(description.operation("create-label"))
    #expect(operation.problems.isEmpty)
    for (role, original) in [
      ("request", CreateLabel.request), ("response:201", CreateLabel.response),
    ] {
      let body = try #require(operation.body(role))
      let read = try Validator(try description.schema(of: body, in: operation))
      let declared = try Validator(original)
      for document in Self.documents {
        #expect(
          read.validate(document).outcome == declared.validate(document).outcome,
          "\(role): \(document)")
      }
    }
  }

  static let documents =
    operation.examples.map(\.json) + [
      "{}", #"{"name":1}"#, #"{"name":"a","color":"red"}"#, #"{"name":"a","x":null}"#, "[]",
      #"{"id":1,"node_id":"","url":"a:b","name":"","description":null,"color":"000000","default":false}"#,
      #"{"id":1.5,"node_id":"","url":"a:b","name":"","description":3,"color":"000000","default":false}"#,
    ]
}
