import JSONSchema
import JSONText
import SchemaRules
import Testing

/// Names that a secret object must not reveal.
@Suite("Names in secrets")
struct SecretNameTests {
  static let rows: [(keywords: String, reason: String)] = [
    (#""additionalProperties":false"#, "an undeclared member"),
    (#""additionalProperties":{"type":"null"}"#, "its value"),
    (#""patternProperties":{"^h":{"type":"null"}}"#, "a member whose name matches"),
    (#""propertyNames":{"maxLength":2}"#, "the name itself"),
    (
      #""anyOf":[{"required":["b"],"properties":{"b":true}},true],"unevaluatedProperties":false"#,
      "a member whose evaluation depends on the document"
    ),
    (
      #""anyOf":[{"required":["b"],"properties":{"b":true}},true],"unevaluatedProperties":{"type":"null"}"#,
      "its value"
    ),
  ]

  @Test(arguments: rows.indices) func nameIsWithheld(index: Int) throws {
    let (keywords, reason) = Self.rows[index]
    let text = #"{"properties":{"s":{"writeOnly":true,\#(keywords)}}}"#
    let result = try Validator(Schema(jsonSchema: Array(text.utf8))).validate(
      #"{"s":{"hidden":1}}"#)
    #expect(result.errors.count == 1, "\(reason)")
    for error in result.errors {
      #expect(error.pointer.description == "/s", "\(reason)")
      #expect(!error.message.contains("hidden"), "\(reason)")
    }
  }
}

@Suite("The graph of rules from a text")
struct SchemaGraphTests {
  @Test(
    arguments: [
      (#"{"minimum": 1, "exclusiveMinimum": true}"#, .draft4, "1", false, "a flag of draft 4"),
      (#"{"minimum": 1, "exclusiveMinimum": false}"#, .draft4, "1", true, "a flag that is off"),
      (#"{"minimum": 1, "exclusiveMinimum": 0}"#, .draft6, "1", true, "two bounds since draft 6"),
      (#"{"const": 1}"#, .draft4, "2", true, "a keyword of a later draft"),
      (#"{"const": 1}"#, .draft6, "2", false, "a keyword of the draft"),
      (
        #"{"$schema": "http://json-schema.org/draft-04/schema#", "const": 1}"#, .draft2020, "2",
        true,
        "the text names its draft"
      ),
      (#"{"minLength": 2.0}"#, .draft2020, #""a""#, false, "a whole number with a point"),
      (#"{"minLength": 20e-1}"#, .draft2020, #""a""#, false, "a whole number with an exponent"),
      (#"{"maxLength": 1e400}"#, .draft2020, #""a""#, true, "a number beyond any length"),
      (
        #"{"then": false, "minContains": 2}"#, .draft2020, "[]", true, "words without their partner"
      ),
      (#"{"format": "date"}"#, .draft2020, #""a""#, true, "a format annotates"),
      (
        ##"{"$ref": "#/unknown", "unknown": {"type": "null"}}"##, .draft2020, "1", false,
        "a reference into an unknown keyword"
      ),
      (
        ##"{"$ref": "#/a%25~1b", "a%/b": {"type": "null"}}"##, .draft2020, "1", false,
        "escapes of both kinds in a reference"
      ),
      (
        #"{"properties": {"\u0061": false}, "\u0074ype": "object"}"#, .draft2020, #"{"a": 1}"#,
        false,
        "names with escapes"
      ),
      (
        #"{"required": ["\u00e9"]}"#, .draft2020, #"{"e\u0301": 1}"#, false,
        "names are compared as bytes"
      ),
    ] as [(String, Dialect, String, Bool, Comment)])
  func meaning(
    _ schema: String, _ dialect: Dialect, _ document: String, _ isValid: Bool, _ reason: Comment
  ) throws {
    let validator = try Validator(Self.read(schema, JSONSchemaOptions(dialect: dialect)))
    #expect(validator.validate(document).outcome == (isValid ? .valid : .invalid), reason)
  }

  static func read(_ schema: String, _ options: JSONSchemaOptions = .init()) throws -> Schema {
    try Schema(jsonSchema: Array(schema.utf8), options: options)
  }

  @Test func nodesHavePlaces() throws {
    let graph = try Self.read(
      #"""
      {"properties": {"a/b": {"$id": "http://a/b", "items": {"$anchor": "c", "type": "null"}}}}
      """#, JSONSchemaOptions(name: "s.json")
    ).graph
    let inner = try #require(graph.nodes.firstIndex { $0[.type] != nil })
    #expect(graph.nodes[inner].pointer.description == "/items")
    #expect(graph.resources[graph.nodes[inner].resource].uri == "http://a/b")
    #expect(graph.resources.map(\.uri) == ["s.json", "http://a/b"])
  }

  @Test(arguments: [
    (#"{"title": "T", "description": "D"}"#, "D", false, "the description is preferred"),
    (#"{"title": "T"}"#, "T", false, "the description takes precedence over the title"),
    (#"{"writeOnly": true}"#, "", true, "writeOnly makes a value secret"),
    (#"{"format": "password"}"#, "", true, "the format password makes a value secret"),
    (#"{"writeOnly": false}"#, "", false, "a flag that is off"),
  ])
  func descriptionAndSecrecy(
    _ schema: String, _ summary: String, _ isSecret: Bool, _ reason: Comment
  ) throws {
    let graph = try Self.read(schema).graph
    #expect(graph.nodes[graph.root].summary == summary, reason)
    #expect(graph.nodes[graph.root].isSecret == isSecret, reason)
  }

  @Test func onlyReachableSchemasBecomeNodes() throws {
    let graph = try Self.read(
      ##"{"$defs": {"a": {}, "b": {"$ref": "#/$defs/b2"}, "b2": true}, "items": {"$ref": "#/$defs/b"}}"##
    ).graph
    #expect(graph.nodes.map(\.pointer.description) == ["", "/items", "/$defs/b", "/$defs/b2"])
  }

  @Test func documentsAreFoundByURI() throws {
    let given = [
      SchemaGraph.Document(
        name: "one", bytes: Array(#"{"$id": "http://a/1", "type": "null"}"#.utf8)),
      SchemaGraph.Document(
        name: "two.json", bytes: Array(#"{"$defs": {"x": {"$id": "http://a/2"}}}"#.utf8)),
    ]
    for reference in ["http://a/1", "two.json", "http://a/2", "one"] {
      _ = try Self.read(
        #"{"$ref": "\#(reference)"}"#, JSONSchemaOptions(name: "s.json", documents: given))
    }
  }

  @Test(arguments: Dialect.allCases)
  func metaSchemasDescribeThemselves(_ dialect: Dialect) throws {
    let uri =
      [
        "4": "http://json-schema.org/draft-04/schema",
        "6": "http://json-schema.org/draft-06/schema",
        "7": "http://json-schema.org/draft-07/schema",
      ][dialect.rawValue]
      ?? "https://json-schema.org/draft/\(dialect.rawValue)/schema"
    let validator = try Validator(
      Self.read(#"{"$ref": "\#(uri)"}"#, JSONSchemaOptions(dialect: dialect)))
    #expect(validator.validate(#"{"type": "string"}"#).outcome == .valid)
    #expect(validator.validate(#"{"type": 1}"#).outcome == .invalid)
    #expect(validator.validate(#"{"properties": {"a": {"minLength": "1"}}}"#).outcome == .invalid)
  }
}
