import APIOperations
import JSONSchema
import JSONText
import OpenAPI
import SchemaDocuments
import SchemaRules
import Testing

/// Problems that readers had on pages of public documents.
@Suite("Reference pages of OpenAPI operations")
struct OpenAPIReferenceTests {
  private static func reference(_ operation: String, schema: String = "{}") throws -> Reference {
    let description = try Descriptions.read(
      """
      {"openapi": "3.0.0", "info": {}, "paths": {"/a": {"put": {"operationId": "put", \(operation)
        "requestBody": {"content": {"application/json": {"schema": \(schema)}}}}}}}
      """)
    let operation = try #require(description.operation("put"))
    return Reference(try description.apiOperation(operation))
  }

  @Test(
    "Descriptions are CommonMark",
    arguments: [
      ("### More\\ntext", "<p><b>More</b></p>", "a heading"),
      ("a\\n\\n---\\n\\nb", "<p>a</p>\n<p>b</p>", "a thematic break is omitted"),
      ("two:\\n- a\\n- b", "<p>two:</p>\n<p>- a</p>\n<p>- b</p>", "items of a list"),
      ("a<br>b<br/>c", "<p>a b c</p>", "line breaks in HTML"),
      ("a\\nb", "<p>a b</p>", "a paragraph of two lines"),
      ("#1 is not a heading", "<p>#1 is not a heading</p>", "a number sign"),
    ])
  func prose(description: String, expected: String, reason: String) throws {
    let reference = try Self.reference(#""summary": "Put", "description": "\#(description)","#)
    let page = HTMLReference(reference).text
    #expect(page.contains(expected), "\(reason): \(page.prefix(3000))")
  }

  @Test(
    "The title is the summary, unless that is too long",
    arguments: [
      ("Add a pet", "Add a pet", "a summary"), ("", "put", "none"),
      ("First\\nsecond", "put", "several lines"),
      (String(repeating: "long ", count: 30), "put", "a paragraph"),
    ])
  func title(summary: String, expected: String, reason: String) throws {
    let reference = try Self.reference(#""summary": "\#(summary)","#)
    #expect(reference.operation?.title == expected, "\(reason)")
  }

  @Test(
    "The terminal reference shows the rules of the body itself",
    arguments: [
      (
        #"{"type": "array", "minItems": 2}"#, "(the body)  array              minItems 2",
        "no fields"
      ),
      (
        #"{"minProperties": 1, "properties": {"a": {"type": "string"}}}"#,
        "(the body)  any                minProperties 1", "fields"
      ),
    ])
  func bodies(schema: String, expected: String, reason: String) throws {
    let text = TerminalReference(try Self.reference("", schema: schema)).overview
    #expect(text.split(separator: "\n").contains(Substring(expected)), "\(reason): \(text)")
  }

  @Test("Alternatives that only name a type are part of their field, and examples have these types")
  func alternatives() throws {
    let reference = try Self.reference(
      "",
      schema: """
        {"properties": {"a": {"oneOf": [{"type": "string"}, {"type": "integer"}]},
          "b": {"oneOf": [{"type": "string", "maxLength": 3}, {"type": "integer", "maximum": 9}],
            "example": "x"}}}
        """)
    #expect(
      reference.fields.map { "\($0.pointer) \($0.name) \($0.type)" } == [
        " (the body) any", "/a a string or integer", "/b b string or integer",
        "/b (oneOf) string", "/b (oneOf) integer",
      ])
    let values = MarkdownReference(reference).text.split(separator: "\n")
      .filter { $0.hasPrefix("| *valid*") }
    #expect(values.count == 1 && values[0].contains(#"`"x"`"#), "not for the integer: \(values)")
  }
}
