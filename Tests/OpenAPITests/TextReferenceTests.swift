import APIOperations
import JSONSchema
import JSONText
import OpenAPI
import SchemaDocuments
import SchemaExamples
import SchemaExports
import SchemaRules
import Testing

/// References and types for schemas from a text instead of a documentation page.
@Suite("References of texts")
struct TextReferenceTests {
  static let components = #"""
    {"Label": {"type": "object", "required": ["id", "weight"], "properties": {
       "id": {"type": "string", "readOnly": true},
       "weight": {"type": "number", "description": "See [the rates](https://example.com/rates), in `kg`."},
       "to": {"allOf": [{"$ref": "#/components/schemas/Address"}, {"required": ["city"]}]},
       "payment": {"oneOf": [{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Bank"}]}},
       "additionalProperties": false},
     "Address": {"type": "object", "properties": {"city": {"type": "string"}}},
     "Card": {"type": "object", "required": ["number"], "properties": {"number": {"type": "string"}}},
     "Bank": {"type": "object", "required": ["iban"], "properties": {"iban": {"type": "string"}}}}
    """#

  static func description(_ schema: String = ##"{"$ref":"#/components/schemas/Label"}"##) throws
    -> OpenAPIDescription
  {
    try Descriptions.read(
      Descriptions.json("3.0.3", schema, components: components), name: "/home/me/labels.json")
  }

  static func operation() throws -> Reference {
    let description = try description()
    return Reference(try description.apiOperation(try #require(description.operation("put"))))
  }

  static func schema() throws -> Reference {
    let text = #"{"title":"A label","type":"object","properties":{"to":{"pattern":"^a$"}}}"#
    let schema = try Schema(
      jsonSchema: text, options: JSONSchemaOptions(name: "/home/me/label.json"))
    return Reference(schema, examples: .generated(for: schema, as: "document"))
  }

  static let words: [(part: String, isThere: Bool, reason: String)] = [
    ("On the page", false, "there is no page"),
    ("page states", false, "there is no page"),
    ("Provenance", false, "the document states every rule"),
    ("declared rules", false, "nothing is declared"),
    ("credentials", false, "text of another operation"),
    ("0 rules", false, "a field without rules has no list of them"),
    ("`kg`", false, "CommonMark in descriptions is rendered"),
    ("/home/me", false, "the folder of one machine"),
    ("no other members", true, "the schema false belongs to the object"),
    ("(oneOf Card)", true, "alternatives have their names"),
  ]

  @Test("The page of an operation from a text", arguments: words)
  func page(part: String, isThere: Bool, reason: String) throws {
    let text = HTMLReference(try Self.operation()).text
    // Rules are named by their location, which contains the path that the user gave.
    let shown = text.replacing(/<[^>]*>/, with: "\n").split(separator: "\n")
      .filter { !$0.contains("#/") }.joined(separator: "\n")
    #expect(shown.contains(part) == isThere, "\(reason)")
  }

  @Test("The search suggests names from the operation or the schema")
  func hint() throws {
    for (reference, hint) in [
      (try Self.operation(), "id, weight, required …"), (try Self.schema(), "to, pattern …"),
    ] {
      #expect(HTMLReference(reference).text.contains("placeholder=\"\(hint)\""))
    }
  }

  @Test("Schemas that apply together form one field and may require each other's members")
  func conjunctions() throws {
    let fields = try Self.operation().bodies[0].fields
    #expect(fields.filter { $0.pointer.description == "/to" }.count == 1)
    #expect(fields.first { $0.pointer.description == "/to" }?.type == "object")
    #expect(fields.first { $0.pointer.description == "/to/city" }?.isRequired == true)
  }

  @Test("A single schema has every document that does not need an operation")
  func schemaOnItsOwn() throws {
    let reference = try Self.schema()
    for text in [MarkdownReference(reference).text, HTMLReference(reference).text] {
      for part in ["A label", "/to", "valid", "Samples"] { #expect(text.contains(part)) }
      #expect(!text.contains("curl"))
    }
    #expect(MarkdownReference(reference).decisions == nil)
    #expect(!MarkdownReference(reference).losses.contains("OpenAPI"))
    #expect(TerminalReference(reference).overview.contains("(the document)"))
  }

  @Test("No anchor is used twice, although bodies share schemas")
  func anchors() throws {
    let ids = HTMLReference(try Self.operation()).text.split(separator: " id=\"").dropFirst()
      .map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test(
    "Types of a whole document are named after their bodies, shared if equal, and able to validate")
  func types() throws {
    let description = try Self.description()
    let operation = try #require(description.operation("put"))
    let schemas = try operation.bodies.map { try description.schema(of: $0, in: operation) }
    let text = try #require(Export(.swift, of: schemas)).text
    for (part, count, reason) in [
      ("struct PutRequest: ValidatedDocument", 1, "the request can be validated"),
      ("struct PutResponse200: ValidatedDocument", 1, "the response can be validated too"),
      ("  public var id: String?\n", 1, "the client does not send readOnly members"),
      ("  public var id: String\n", 1, "the service sends them"),
      ("struct Card: DocumentReadable", 1, "equal types are declared once"),
      ("of: PutRequest.validator, at: \"put.request#/", 1, "alternatives are found in the text"),
    ] {
      #expect(text.split(separator: part).count - 1 == count, "\(reason)")
    }
    #expect(Export(.jsonSchema, of: schemas) == nil)
    #expect(Export(.openAPI31, of: schemas) == nil)
  }
}
