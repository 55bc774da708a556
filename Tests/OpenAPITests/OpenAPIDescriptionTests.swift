import APIOperations
import JSONSchema
import JSONText
import OpenAPI
import SchemaDocuments
import SchemaExports
import SchemaRules
import Testing

/// Documents for tests, built from their parts.
enum Descriptions {
  /// A document with one operation, `put`, whose request and response 200 have a schema.
  static func json(_ version: String, _ schema: String, components: String = "{}") -> String {
    """
    {"openapi": "\(version)", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"put": {
      "operationId": "put",
      "requestBody": {"content": {"application/json": {"schema": \(schema)}}},
      "responses": {"200": {"description": "", "content": {"application/json": {"schema": \(schema)}}}}
    }}}, "components": {"schemas": \(components)}}
    """
  }

  static func read(_ text: String, name: String = "api.json", files: [String: String] = [:]) throws
    -> OpenAPIDescription
  {
    try OpenAPIDescription(
      SchemaGraph.Document(text: Array(text.utf8), name: name),
      lookup: { uri in
        try files[uri].map { try SchemaGraph.Document(text: Array($0.utf8), name: uri) }
      })
  }

  static func validator(_ description: OpenAPIDescription, _ name: String, _ body: String?) throws
    -> Validator
  {
    let operation = try #require(description.operation(name))
    let body = try #require(operation.body(body))
    return try Validator(try description.schema(of: body, in: operation))
  }
}

@Suite("Schemas in OpenAPI documents")
struct OpenAPISchemaTests {
  struct Row: CustomTestStringConvertible {
    let version: String
    let schema: String
    var components = "{}"
    let document: String
    let isValid: Bool
    let reason: String
    var body = "request"
    var testDescription: String { "\(version): \(reason)" }
  }

  static let rows: [Row] = [
    Row(
      version: "3.0.3", schema: #"{"type":"string","nullable":true}"#, document: "null",
      isValid: true,
      reason: "nullable adds null to the type"),
    Row(
      version: "3.0.3", schema: #"{"type":"string","nullable":false}"#, document: "null",
      isValid: false,
      reason: "nullable: false adds nothing"),
    Row(
      version: "3.0.3", schema: #"{"nullable":true,"allOf":[{"type":"string"}]}"#, document: "null",
      isValid: false, reason: "nullable has an effect only next to the type"),
    Row(
      version: "3.0.3", schema: #"{"type":"string","nullable":true,"enum":["a"]}"#,
      document: "null",
      isValid: false, reason: "an enum must list null itself"),
    Row(
      version: "3.0.3", schema: #"{"minimum":1,"exclusiveMinimum":true}"#, document: "1",
      isValid: false,
      reason: "exclusiveMinimum is a flag"),
    Row(
      version: "3.1.0", schema: #"{"exclusiveMinimum":1}"#, document: "1", isValid: false,
      reason: "exclusiveMinimum is a number"),
    Row(
      version: "3.0.3", schema: ##"{"$ref":"#/components/schemas/S","maxLength":1}"##,
      components: #"{"S":{"type":"string"}}"#, document: #""abc""#, isValid: true,
      reason: "siblings of $ref are ignored"),
    Row(
      version: "3.1.0", schema: ##"{"$ref":"#/components/schemas/S","maxLength":1}"##,
      components: #"{"S":{"type":"string"}}"#, document: #""abc""#, isValid: false,
      reason: "siblings of $ref count"),
    Row(
      version: "3.0.3",
      schema: #"{"patternProperties":{"a":false},"const":1,"if":{},"then":false}"#,
      document: #"{"a":1}"#, isValid: true, reason: "keywords that 3.0 does not have"),
    Row(
      version: "3.1.0", schema: #"{"type":["string","null"],"nullable":true}"#, document: "null",
      isValid: true, reason: "a list of types"),
    Row(
      version: "3.1.0", schema: #"{"type":"string","nullable":true}"#, document: "null",
      isValid: false,
      reason: "3.1 does not have nullable"),
    Row(
      version: "3.0.3", schema: #"{"type":"integer"}"#, document: "1.0", isValid: false,
      reason: "1.0 has a fraction part, as in draft 4"),
    Row(
      version: "3.1.0", schema: #"{"type":"integer"}"#, document: "1.0", isValid: true,
      reason: "1.0 is whole"),
    Row(
      version: "3.0.3",
      schema:
        ##"{"oneOf":[{"$ref":"#/components/schemas/A"},{"$ref":"#/components/schemas/B"}],"discriminator":{"propertyName":"t"}}"##,
      components: #"{"A":{"required":["a"]},"B":{"required":["b"]}}"#,
      document: #"{"t":"A","b":1}"#,
      isValid: true, reason: "discriminator is a hint and changes no verdict"),
    Row(
      version: "3.1.0", schema: ##"{"$ref":"pet"}"##,
      components: #"{"P":{"$id":"pet","type":"integer"}}"#,
      document: "1", isValid: true, reason: "a component with its own address"),
    Row(
      version: "3.1.0", schema: ##"{"$ref":"#pet"}"##,
      components: #"{"P":{"$anchor":"pet","type":"integer"}}"#,
      document: "{}", isValid: false, reason: "a component with its own name"),
    Row(
      version: "3.1.0", schema: "false", document: "1", isValid: false, reason: "a boolean schema"),
    Row(
      version: "3.0.3", schema: #"{"required":["id"],"properties":{"id":{"readOnly":true}}}"#,
      document: "{}", isValid: true, reason: "required applies only to the response"),
    Row(
      version: "3.0.3", schema: #"{"required":["id"],"properties":{"id":{"readOnly":true}}}"#,
      document: "{}", isValid: false, reason: "required applies to the response",
      body: "response"),
    Row(
      version: "3.0.3",
      schema:
        "{\"required\":[\"caf\u{E9}\"],\"properties\":{\"cafe\u{301}\":{\"readOnly\":true}}}",
      document: "{}", isValid: false, reason: "the required member has another name"),
    Row(
      version: "3.0.3", schema: #"{"properties":{"id":{"readOnly":true,"type":"string"}}}"#,
      document: #"{"id":"a"}"#, isValid: true,
      reason: "read-only members should not be sent, but may"),
    Row(
      version: "3.0.3", schema: #"{"required":["pw"],"properties":{"pw":{"writeOnly":true}}}"#,
      document: "{}", isValid: true, reason: "required applies only to the request",
      body: "response"),
    Row(
      version: "3.0.3",
      schema: ##"{"allOf":[{"$ref":"#/components/schemas/S"},{"required":["id","x"]}]}"##,
      components:
        ##"{"S":{"properties":{"id":{"$ref":"#/components/schemas/I"}}},"I":{"readOnly":true}}"##,
      document: #"{"x":1}"#, isValid: true,
      reason: "required next to the schema that has the member"
    ),
    Row(
      version: "3.0.3",
      schema: ##"{"allOf":[{"$ref":"#/components/schemas/S"},{"required":["id","x"]}]}"##,
      components: ##"{"S":{"properties":{"id":{"readOnly":true}}}}"##,
      document: "{}", isValid: false, reason: "other members stay required"),
  ]

  @Test(arguments: rows)
  func verdict(row: Row) throws {
    let description = try Descriptions.read(
      Descriptions.json(row.version, row.schema, components: row.components))
    let validator = try Descriptions.validator(description, "put", row.body)
    #expect((validator.validate(row.document).outcome == .valid) == row.isValid)
  }

  @Test(
    "Mistakes in schemas have a position",
    arguments: [
      (
        "3.0.3", #"{"type":["string"]}"#,
        "/paths/~1a/put/requestBody/content/application~1json/schema/type", "a list of types in 3.0"
      ),
      (
        "3.0.3", #"{"type":"null"}"#,
        "/paths/~1a/put/requestBody/content/application~1json/schema/type", "null in 3.0"
      ),
      (
        "3.0.3", #"{"exclusiveMinimum":1}"#,
        "/paths/~1a/put/requestBody/content/application~1json/schema/exclusiveMinimum",
        "a number in 3.0"
      ),
      (
        "3.0.3", #"{"items":[{}]}"#,
        "/paths/~1a/put/requestBody/content/application~1json/schema/items",
        "a list of schemas in 3.0"
      ),
      (
        "3.1.0", #"{"minLength":"1"}"#,
        "/paths/~1a/put/requestBody/content/application~1json/schema/minLength", "not a number"
      ),
      (
        "3.1.0", #"{"$ref":"missing.json"}"#,
        "/paths/~1a/put/requestBody/content/application~1json/schema/$ref", "no such file"
      ),
    ])
  func mistakes(version: String, schema: String, pointer: String, reason: String) throws {
    let description = try Descriptions.read(Descriptions.json(version, schema))
    let problems = description.schemaProblems(of: try #require(description.operation("put")))
    #expect(problems.first?.pointer.description == pointer, "\(reason)")
    #expect(problems.first?.location.line == 3)
  }
}

@Suite("Operations of OpenAPI documents")
struct OpenAPIOperationTests {
  static let yaml = """
    openapi: 3.0.4
    info: {title: Pets, version: 1.2}
    servers: [{url: https://pets.example}]
    security: [{token: []}]
    paths:
      /pets/{id}:
        parameters: [{in: path, name: id, required: true}]
        get:
          summary: Find
          responses:
            200:
              description: Found
              content:
                text/html: {}
                application/vnd.pet+json; charset=utf-8: {schema: {$ref: 'schemas/pet.yaml'}}
            4XX: {$ref: '#/components/responses/Problem'}
            default: {description: Other}
        post:
          operationId: addPet
          parameters: [{in: query, name: dry}, {$ref: 'shared.yaml#/dry'}]
          callbacks: {}
          requestBody:
            content:
              multipart/form-data: {schema: {type: object}}
          responses: {201: {description: Added}}
        delete: {operationId: addPet, responses: {204: {$ref: '#/nowhere'}}}
      /other: {$ref: 'paths/other.yaml'}
    components:
      securitySchemes: {token: {type: http, scheme: bearer}}
      responses:
        Problem: {description: Wrong, content: {application/problem+json: {example: {status: 1}}}}

    """
  static let files = [
    "schemas/pet.yaml":
      "type: object\nrequired: [name]\nproperties:\n  name: {$ref: 'name.json'}\n",
    "schemas/name.json": #"{"type":"string","nullable":true,"minLength":2}"#,
    "shared.yaml": "dry: {in: header, name: X-Dry}",
    "paths/other.yaml":
      "put: {responses: {200: {description: '', content: {'*/*': {schema: {$ref: ../schemas/pet.yaml}}}}}}",
  ]

  static func description() throws -> OpenAPIDescription {
    try Descriptions.read(yaml, name: "pets.yaml", files: files)
  }

  @Test("Every operation is found, with its unchecked parts")
  func operations() throws {
    let description = try Self.description()
    #expect(
      description.operations.map(\.id) == [
        "GET /pets/{id}", "addPet", "DELETE /pets/{id}", "PUT /other",
      ])
    #expect(
      description.operations.map { $0.uncheckedParts.map(\.description) } == [
        ["path parameter id", "response:200 body text/html"],
        [
          "path parameter id", "query parameter dry", "header parameter X-Dry", "callbacks",
          "request body multipart/form-data",
        ],
        ["path parameter id"], [],
      ])
    #expect(description.operation("POST /pets/{id}")?.id == "addPet")
    #expect(description.operation("post /pets/{id}")?.id == "addPet")
    #expect(description.operations[1].location == SourceLocation(line: 18, column: 5))
    #expect(description.operations[3].document == "paths/other.yaml")
  }

  @Test("An unreadable part is a problem of its operation")
  func problems() throws {
    let problems = try Self.description().operations[2].problems
    #expect(
      problems.map(\.description) == [
        "pets.yaml:26:59: the reference #/nowhere has no target",
        "pets.yaml:26:13: another operation has the operationId \"addPet\"; this one is DELETE /pets/{id}",
      ])
  }

  @Test(
    "Values of the wrong type are problems with a position",
    arguments: [
      ("{/a: 1}", ["1:40: must be an object"], "a path item"),
      ("{/a: {get: 1}}", ["1:46: must be an object"], "an operation"),
      ("{/a: {get: {responses: []}}}", ["1:58: must be an object"], "the responses"),
      ("{/a: {get: {responses: {200: x}}}}", ["1:64: must be an object"], "a response"),
      ("{/a: {get: {requestBody: {content: x}}}}", ["1:70: must be an object"], "the content"),
      (
        "{/a: {$ref: nowhere.yaml}}",
        [
          "1:47: cannot resolve nowhere.yaml; name its file with `--resolve nowhere.yaml=PATH`"
        ],
        "a reference"
      ),
      (
        "{/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}}",
        ["1:40: the references form an endless loop", "1:67: the references form an endless loop"],
        "two references to each other"
      ),
      (
        "{/a: {$ref: broken.yaml}}",
        [
          "1:47: cannot read broken.yaml: broken.yaml:1:1: the document is empty; expected one JSON value"
        ],
        "a reference to a file without a document"
      ),
    ])
  func shapes(paths: String, expected: [String], reason: String) throws {
    let text = "{openapi: 3.0.0, info: {}, paths: \(paths)}"
    let problems = try Descriptions.read(text, name: "a.yaml", files: ["broken.yaml": ""])
      .operations.flatMap(\.problems)
    #expect(problems.map(\.description) == expected.map { "a.yaml:\($0)" }, "\(reason)")
  }

  @Test(
    "A text must be one YAML document",
    arguments: [
      ("", "a.yaml:1:1: the document is empty; expected one JSON value", "empty"),
      (
        "a: 1\n---\nb: 2\n",
        "a.yaml:3:1: a second YAML document starts here; the file must have only one", "two"
      ),
      (
        String(repeating: "[", count: 1_100),
        "a.yaml:1:1001: the text exceeds the limit \"depth\", 1000", "too deep"
      ),
    ])
  func notOneDocument(text: String, expected: String, reason: String) {
    let error = #expect(throws: JSONSchemaError.self) {
      try Descriptions.read(text, name: "a.yaml")
    }
    #expect(error?.description == expected, "\(reason)")
  }

  @Test("A body without a schema may be any JSON text")
  func noSchema() throws {
    let description = try Descriptions.read(
      #"{"openapi":"3.1.0","info":{},"paths":{"/a":{"put":{"requestBody":{"content":{"application/json":{}}}}}}}"#
    )
    let validator = try Descriptions.validator(description, "PUT /a", "request")
    #expect(validator.validate("[1]").outcome == .valid)
    #expect(validator.validate("[1").outcome == .malformed)
  }

  @Test(
    "Keywords of the other version cause advice about the right one",
    arguments: [
      (
        "3.0.0", #"{"exclusiveMinimum":1}"#,
        "must be `true` or `false`; it is a number since draft 6 and in OpenAPI 3.1"
      ),
      ("3.0.0", "true", "must be an object; OpenAPI 3.0 has no boolean schemas here"),
      (
        "3.0.0", #"{"additionalProperties":false,"not":false}"#,
        "must be an object; OpenAPI 3.0 has no boolean schemas here"
      ),
      (
        "3.1.0", #"{"exclusiveMinimum":true}"#,
        "must be a number; it is a flag only in draft 4 and in OpenAPI 3.0"
      ),
      (
        "3.0.0", #"{"type":["string","null"]}"#,
        "must be the name of one type; OpenAPI 3.0 has `nullable: true` instead of `null`, and `anyOf` instead of lists"
      ),
    ])
  func otherVersion(version: String, schema: String, expected: String) throws {
    let description = try Descriptions.read(Descriptions.json(version, schema))
    let problems = description.operations.flatMap { description.schemaProblems(of: $0) }
    #expect(problems.map(\.message) == [expected, expected])
  }

  @Test(
    "Keywords without effect cause warnings",
    arguments: [
      ("3.0.0", #"{"const":1}"#, ["the keyword has no meaning in OpenAPI 3.0"], "a keyword of 3.1"),
      (
        "3.1.0", #"{"type":"string","nullable":true}"#,
        ["the keyword has no meaning in OpenAPI 3.1; add `null` to `type`"], "a keyword of 3.0"
      ),
      (
        "3.0.0",
        ##"{"$ref":"#/components/schemas/S","nullable":true,"maxLength":1,"description":""}"##,
        [
          "ignored next to `$ref`; put both into an `anyOf`: the reference, and a schema that allows only `null`",
          "ignored next to `$ref`; before draft 2019-09, put `$ref` into an `allOf` to apply both",
        ], "siblings of a reference"
      ),
      ("3.1.0", ##"{"$ref":"#/components/schemas/S","maxLength":1}"##, [], "3.1 has siblings"),
      (
        "3.0.0", #"{"nullable":true,"allOf":[]}"#,
        ["has no effect without `type` in the same schema"],
        "nothing to add `null` to"
      ),
      (
        "3.0.0", #"{"type":"string","nullable":true,"enum":["a"]}"#,
        ["has no effect, because `enum` does not list `null`"], "an enum without null"
      ),
      ("3.0.0", #"{"type":"string","nullable":true,"enum":["a",null]}"#, [], "an enum with null"),
      ("3.0.0", #"{"type":"string","nullable":false}"#, [], "nullable: false"),
      ("3.0.0", #"{"type":"string","format":"uuid"}"#, [], "a format that draft 4 does not have"),
      (
        "3.1.0",
        ##"{"discriminator":{"propertyName":"t","mapping":{"a":"#/components/schemas/S","b":"#/components/schemas/T","c":"S"}}}"##,
        ["`mapping` refers to #/components/schemas/T, which does not exist"],
        "a mapping without a target"
      ),
    ])
  func warnings(version: String, schema: String, expected: [String], reason: String) throws {
    let description = try Descriptions.read(
      Descriptions.json(version, schema, components: #"{"S":{"type":"string"}}"#))
    let problems = description.operations.flatMap { description.schemaProblems(of: $0) }
    #expect(problems.count == 2 * expected.count, "in the request and in the response")
    #expect(Set(problems.map(\.message)) == Set(expected), "\(reason)")
  }

  @Test(
    "Bodies by role",
    arguments: [
      ("GET /pets/{id}", nil, "response:200", "without a request body, the success response"),
      ("GET /pets/{id}", "response", "response:200", "the lowest success status"),
      ("GET /pets/{id}", "response:404", "response:4XX", "the class of a status"),
      ("GET /pets/{id}", "response:500", "response:default", "a status that is not listed"),
      ("GET /pets/{id}", "request", nil, "no such body"),
      ("addPet", nil, "request", "the request, whether or not it is JSON"),
      ("addPet", "answer", nil, "no such role"),
    ] as [(String, String?, String?, String)])
  func bodies(name: String, role: String?, expected: String?, reason: String) throws {
    let operation = try #require(try Self.description().operation(name))
    #expect(operation.body(role)?.role.description == expected, "\(reason)")
  }

  @Test(
    "References lead to files of the folder, in the dialect of the document",
    arguments: [
      (#"{"name":null}"#, true), (#"{"name":"a"}"#, false), ("{}", false),
    ])
  func files(document: String, isValid: Bool) throws {
    for name in ["GET /pets/{id}", "PUT /other"] {
      let validator = try Descriptions.validator(try Self.description(), name, nil)
      #expect((validator.validate(document).outcome == .valid) == isValid)
    }
  }

  @Test(
    "A document that is not OpenAPI 3.0 or 3.1 is rejected with a reason",
    arguments: [
      ("[]", "must be an object", "an array"),
      ("{}", "\"openapi\" with its version is missing", "no version"),
      (#"{"swagger":"2.0"}"#, "OpenAPI 2.0", "version 2"),
      (#"{"openapi":"3.2.0"}"#, "must be 3.0 or 3.1", "later"),
      (#"{"openapi":3.1}"#, "must be 3.0 or 3.1", "a number"),
      (#"{"openapi":"3.10"}"#, "must be 3.0 or 3.1", "not 3.1"),
      ("{", "ends inside a value", "malformed"),
      (#"{"openapi":"3.1.0","paths":[]}"#, "must be an object", "a list of paths"),
    ])
  func otherDocuments(text: String, message: String, reason: String) {
    #expect {
      _ = try Descriptions.read(text)
    } throws: { error in
      "\(error)".contains(message)
    }
  }

  /// A schema of OpenAPI 3.1, a document that it allows, and one that it rejects.
  static let exported: [(schema: String, valid: String, invalid: String, reason: String)] = [
    (#"{"type":["string","null"]}"#, "null", "1", "a type and null"),
    (#"{"type":["string","integer"]}"#, "1", "null", "two types"),
    (#"{"type":["string","integer","null"]}"#, "null", "true", "two types and null"),
    (#"{"type":"null"}"#, "null", "1", "null alone"),
    (#"{"type":["null"],"enum":[1,null]}"#, "null", "1", "null and a list of values"),
    (#"{"oneOf":[{"type":"string"},{"type":"null"}]}"#, "null", "1", "null as an alternative"),
    (
      #"{"type":["string","array"],"anyOf":[{"minLength":2},{"minItems":1}]}"#, #""ab""#, "1",
      "two types next to alternatives"
    ),
    (#"{"properties":{"a":false,"b":true}}"#, #"{"b":1}"#, #"{"a":1}"#, "boolean schemas"),
    (#"{"additionalProperties":false}"#, "{}", #"{"a":1}"#, "no other members"),
    (
      ##"{"$ref":"#/components/schemas/S","maxLength":2,"description":"d"}"##, #""ab""#, #""abc""#,
      "siblings of a reference"
    ),
    (##"{"$ref":"#/components/schemas/S","maxLength":2}"##, #""ab""#, "1", "the reference itself"),
    (#"{"exclusiveMinimum":1,"minimum":0}"#, "2", "1", "an exclusive bound next to another"),
    (#"{"const":null}"#, "null", "1", "const"),
  ]

  @Test("Exports to both versions give the same verdicts", arguments: exported)
  func exports(schema: String, valid: String, invalid: String, reason: String) throws {
    let description = try Descriptions.read(
      Descriptions.json("3.1.0", schema, components: #"{"S":{"type":"string"}}"#))
    let operation = try description.apiOperation(try #require(description.operation("put")))
    for format in [ExportFormat.openAPI31, .openAPI30] {
      let text = Export(format, of: operation).text
      let copy = try Descriptions.read(text)
      let problems = copy.operations.flatMap { copy.schemaProblems(of: $0) }
      #expect(problems.isEmpty, "\(format), \(reason): \(problems)")
      let validator = try Descriptions.validator(copy, "put", nil)
      #expect(validator.validate(valid).outcome == .valid, "\(format), \(reason): \(text)")
      #expect(validator.validate(invalid).outcome == .invalid, "\(format), \(reason): \(text)")
    }
  }

  @Test("An operation can be rendered as every document and export")
  func renderings() throws {
    let description = try Self.description()
    let operation = try description.apiOperation(
      try #require(description.operation("GET /pets/{id}")))
    #expect(operation.authentication == .bearer && operation.server == "https://pets.example")
    #expect(
      operation.completedExamples.map(\.json).contains {
        $0.contains("null") || $0.contains("name")
      })
    let reference = Reference(operation)
    let texts =
      [
        MarkdownReference(reference).text, HTMLReference(reference).text,
        TerminalReference(reference).overview,
      ] + ExportFormat.allCases.map { Export($0, of: operation).text }
    for text in texts { #expect(text.contains("name")) }
    // An id with a space and braces becomes part of a URI.
    #expect(
      Export(.jsonSchema, of: operation).text.contains(#":GET%20/pets/%7Bid%7D.response.200""#))
    for format in [ExportFormat.openAPI31, .openAPI30] {
      let copy = try Descriptions.read(Export(format, of: operation).text)
      let validator = try Descriptions.validator(copy, "GET /pets/{id}", nil)
      for (document, outcome) in [
        (#"{"name":null}"#, ValidationResult.Outcome.valid), (#"{"name":"a"}"#, .invalid),
      ] {
        #expect(validator.validate(document).outcome == outcome, "\(format)")
      }
    }
  }
}
