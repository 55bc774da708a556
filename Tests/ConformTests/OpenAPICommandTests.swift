import Foundation
import ScratchDirectories
import Testing

@Suite("Operations of OpenAPI documents on the command line")
struct OpenAPICommandTests {
  static let description = """
    openapi: 3.0.3
    info: {title: Pets, version: "1"}
    paths:
      /pets:
        post:
          operationId: addPet
          parameters: [{in: query, name: dry}]
          requestBody:
            content:
              application/json: {schema: {$ref: 'pet.yaml#/Pet'}, example: {name: Rex}}
              text/csv: {}
          responses:
            201: {description: Added, content: {application/json: {schema: {$ref: 'pet.yaml#/Pet'}}}}
            404: {description: None, content: {text/plain: {}}}

    """
  static let pet = """
    Pet:
      type: object
      required: [id, name]
      properties:
        id: {type: integer, readOnly: true}
        name: {type: string, minLength: 2, nullable: true}

    """

  /// Runs the command in a folder that contains the description.
  static func run(_ arguments: [String], _ input: String = "") throws -> ConformProcess.Run {
    let scratch = try ScratchDirectory()
    _ = try scratch.file("pets.yaml", Array(description.utf8))
    _ = try scratch.file("pet.yaml", Array(pet.utf8))
    return try withExtendedLifetime(scratch) {
      try ConformProcess.run(arguments, input: Array(input.utf8), in: scratch.url)
    }
  }

  static let addPet = ["--openapi", "pets.yaml", "--operation", "addPet"]

  @Test("Check names unchecked parts, in text and in JSON")
  func check() throws {
    let text = try Self.run(["check"] + Self.addPet, #"{"name":"R"}"#)
    #expect(text.status == 1)
    #expect(
      text.text.contains(
        "<stdin>:1:9: error: /name must have at least 2 code points; it has 1 [minLength]"))
    #expect(
      text.errorText == "conform: not checked: query parameter dry, request body text/csv, "
        + "response:404 body text/plain\n")
    let json = try Self.run(["check", "--format", "json"] + Self.addPet, #"{"name":null}"#)
    #expect(json.status == 0)
    #expect(
      json.text.contains(#""notChecked": ["#) && json.text.contains(#""query parameter dry""#))
  }

  @Test("An explained error has the place of its rule in the YAML text")
  func explain() throws {
    let run = try Self.run(["check", "--explain"] + Self.addPet, #"{"name":"R"}"#)
    #expect(run.lines.contains("      = pet.yaml:6:26"))
  }

  @Test("The response has its own rules")
  func response() throws {
    let run = try Self.run(["check", "--body", "response"] + Self.addPet, #"{"name":"Rex"}"#)
    #expect(run.status == 1 && run.text.contains("/id is required"))
  }

  @Test(
    "An unusable document ends with status 2 and advice",
    arguments: [
      (
        ["check", "--openapi", "pets.yaml"],
        "name an operation of pets.yaml with --operation\nKnown operations:\n  addPet"
      ),
      (["check", "--openapi", "pets.yaml", "--operation", "adPet"], "did you mean 'addPet'?"),
      (
        ["check", "--body", "response:404"] + addPet,
        "the response:404 of addPet is not JSON but text/plain"
      ),
      (["check", "--body", "answer"] + addPet, "unknown body 'answer'"),
      (["check", "--openapi", "pet.yaml", "--operation", "x"], "not an OpenAPI document"),
      (
        ["check", "--openapi", "none.yaml", "--operation", "x"],
        "cannot read the OpenAPI document none.yaml: No such file or directory"
      ),
      (["check", "--operation", "addPet"], "--operation and --body need --openapi"),
      (["check", "--schema", "pet.yaml"] + addPet, "--schema and --openapi cannot be combined"),
      (["check", "--lines", "--yaml"], "--lines and --yaml cannot be combined"),
    ])
  func failures(arguments: [String], message: String) throws {
    let run = try Self.run(arguments)
    #expect(run.status == 2)
    #expect(run.errorText.contains(message))
  }

  @Test("Operations are listed as text and as JSON")
  func operations() throws {
    let text = try Self.run(["operations", "pets.yaml", "--schemas"])
    #expect(text.status == 0)
    #expect(
      text.text == """
        addPet  POST /pets
          checked: request, response:201
          not checked: query parameter dry, request body text/csv, response:404 body text/plain

        """)
    let json = try Self.run(["operations", "pets.yaml", "--format", "json"])
    let list = try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]]
    #expect(list?.first?["id"] as? String == "addPet" && list?.first?["line"] as? Int == 5)
  }

  @Test("Keywords without effect cause one warning each")
  func warnings() throws {
    let scratch = try ScratchDirectory()
    let body = "{content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}"
    _ = try scratch.file(
      "api.yaml",
      Array(
        """
        openapi: 3.0.3
        paths: {/a: {post: {requestBody: \(body), responses: {200: \(body)}}}}
        components: {schemas: {S: {type: object, nullable: true, const: 1}}}

        """.utf8))
    let run = try ConformProcess.run(["operations", "--schemas", "api.yaml"], in: scratch.url)
    #expect(run.status == 0)
    #expect(
      run.text == """
        POST /a
          checked: request, response:200
          warning: api.yaml:3:58: the keyword has no meaning in OpenAPI 3.0 [const]

        """)
  }

  @Test(
    "Examples are valid, and those of the document keep their names",
    arguments: [
      ([], "{\n  \"name\": \"aa\"\n}\n"), (["--full"], "\"id\": 0"),
      (["--body", "response"], "\"id\": 0"),
      (["example-request"], "\"name\": \"Rex\""),
    ])
  func examples(arguments: [String], expected: String) throws {
    let run = try Self.run(["example"] + arguments + Self.addPet)
    #expect(run.status == 0 && run.text.contains(expected))
    let body = arguments.contains("response") ? ["--body", "response"] : []
    let checked = try Self.run(["check"] + Self.addPet + body, run.text)
    #expect(checked.status == 0)
  }

  @Test("Spec, explain, export and documents describe the operation")
  func renderings() throws {
    #expect(
      try Self.run(["spec"] + Self.addPet).lines.contains {
        $0.hasPrefix("Operation ") && $0.hasSuffix(" POST /pets")
      })
    let rule = "pet.yaml#/Pet/properties/name/minLength"
    #expect(try Self.run(["explain", rule] + Self.addPet).text.contains("at least 2 code points"))
    for (format, expected) in [
      ("json-schema", "minLength"), ("openapi-3.1", "/pets"), ("openapi-3.0", "nullable"),
      ("typescript", "interface AddPetRequest"), ("swift", "struct AddPetRequest"),
    ] {
      #expect(try Self.run(["export", format] + Self.addPet).text.contains(expected))
    }
    let scratch = try ScratchDirectory()
    let run = try Self.run(["documents", scratch.url.path] + Self.addPet)
    #expect(run.status == 0)
    let page = try String(
      contentsOf: scratch.url.appendingPathComponent("reference.html"), encoding: .utf8)
    #expect(page.contains("addPet") && page.contains("Pet/properties/name/minLength"))
  }
}

@Suite("YAML documents on the command line")
struct YAMLCommandTests {
  static let schema = #"{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}"#

  static func run(_ arguments: [String], _ files: [String: String], _ input: String = "") throws
    -> ConformProcess.Run
  {
    let scratch = try ScratchDirectory()
    _ = try scratch.file("s.json", Array(schema.utf8))
    for (name, text) in files { _ = try scratch.file(name, Array(text.utf8)) }
    let schema = arguments.contains("--schema") ? [] : ["--schema", "s.json"]
    return try withExtendedLifetime(scratch) {
      try ConformProcess.run(
        ["check"] + schema + arguments, input: Array(input.utf8), in: scratch.url)
    }
  }

  @Test("Positions refer to the YAML text, and each document counts")
  func positions() throws {
    let run = try Self.run(
      ["d.yaml"], ["d.yaml": "a: 1\n---\né: x\na: no\n---\nb: &x {a: 1}\n---\na: [\n"])
    #expect(run.status == 1)
    #expect(
      run.lines.filter { $0.hasPrefix("d.yaml:") } == [
        "d.yaml:4:4: error: /a must be an integer, not a string [type]",
        "d.yaml:6:1: error: /a is required [required]",
        "d.yaml:9:1: error: malformed YAML: while parsing a flow node, did not find expected node content [yaml-syntax]",
      ])
    #expect(run.lines.last == "4 documents: 1 valid, 2 invalid, 1 malformed (2 errors)")
  }

  @Test("A duplicate key is malformed, with both positions")
  func duplicates() throws {
    let run = try Self.run(["d.yml"], ["d.yml": "a: 1\n'a': 2\n"])
    #expect(
      run.text.contains("d.yml:2:1: error: malformed JSON:")
        && run.text.contains("d.yml:1:1: note:"))
  }

  @Test("An alias bomb is indeterminate")
  func aliases() throws {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let run = try Self.run(["d.yaml"], ["d.yaml": text])
    #expect(run.status == 1 && run.lines.last == "1 document: 1 indeterminate")
  }

  @Test("YAML files in directories are checked, and --yaml reads standard input")
  func sources() throws {
    let folder = try Self.run(["."], ["x.yaml": "a: 1\n", "y.yml": "a: 2\n"])
    #expect(folder.lines.last == "3 documents: 2 valid, 1 invalid (1 error)")
    #expect(
      try Self.run(["--yaml"], [:], "a: 1\n--- {a: 2}\n").lines.last == "2 documents: 2 valid")
    let output = try Self.run(["--yaml", "--format", "basic"], [:], "a: x\n")
    #expect(output.text.contains(#""instanceLocation":"/a""#))
  }

  @Test("The positions of a schema in YAML refer to the YAML text")
  func schemaFile() throws {
    let files = ["bad.yaml": "type: object\nproperties:\n  a: {type: nubmer}\n"]
    let run = try Self.run(["--schema", "bad.yaml"], files, "{}")
    #expect(run.status == 2 && run.errorText.contains("bad.yaml:3:13: "))
  }
}
