import ScratchDirectories
import Testing

@Suite("Schema files")
struct SchemaFileTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    var schema = #"{"type":"object","properties":{"a":{"format":"date"},"b":{"minimum":1}}}"#
    var arguments: [String] = []
    var input = "{}"
    var status: Int32 = 0
    /// Standard output without the counts, or the text on standard error.
    var lines: [String] = []

    var testDescription: String { id }
  }

  static let cases = [
    Case(id: "a valid document"),
    Case(
      id: "an invalid one", input: #"{"b":0}"#, status: 1,
      lines: [
        "<stdin>:1:6: error: /b must be at least 1 [minimum]", #"    1 | {"b":0}"#,
        "      |      ^",
      ]),
    Case(id: "formats annotate", input: #"{"a":"x"}"#),
    Case(
      id: "with --assert-format", arguments: ["--assert-format"], input: #"{"a":"x"}"#,
      status: 1,
      lines: [
        "<stdin>:1:6: error: /a must have the format date [format]", #"    1 | {"a":"x"}"#,
        "      |      ^~~",
      ]),
    Case(
      id: "a dialect", schema: #"{"const":1}"#, arguments: ["--dialect", "4"], input: "2"),
    Case(
      id: "$schema goes before the option",
      schema: #"{"$schema":"http://json-schema.org/draft-07/schema#","const":1}"#,
      arguments: ["--dialect", "4"], input: "2", status: 1,
      lines: ["<stdin>:1:1: error: the document must be 1 [const]", "    1 | 2", "      | ^"]),
    Case(
      id: "a custom meta-schema", schema: #"{"const":1,"minLength":3}"#,
      arguments: [
        "--dialect", "http://example.com/meta", "--resolve", "http://example.com/meta=meta.json",
      ],
      input: "2", status: 2,
      lines: [
        "conform: the schema cannot be used:",
        "s.json:1:1: the document must have at most 1 member; it has 2",
      ]),
    Case(
      id: "an unknown dialect", arguments: ["--dialect", "2020"], status: 2,
      lines: [
        "conform: unknown dialect '2020'", "Known dialects:", "  2020-12", "  2019-09", "  7",
        "  6",
        "  4",
      ]),
    Case(
      id: "an unknown meta-schema", arguments: ["--dialect", "http://example.com/none"], status: 2,
      lines: [
        "conform: the schema cannot be used:",
        "s.json:1:1: unknown meta-schema http://example.com/none; name its file with "
          + "`--resolve http://example.com/none=PATH`, or use draft 4, 6, 7, 2019-09 or 2020-12 "
          + "[$schema]",
      ]),
    Case(
      id: "a schema that is not JSON", schema: "{\n \"type\": }", status: 2,
      lines: [
        "conform: the schema cannot be used:",
        "s.json:2:10: expected a value: an object, array, string in double quotes, number, true, false "
          + "or null",
      ]),
    Case(
      id: "every problem of a schema, with its line and column",
      schema: "{\n \"type\": \"strin\",\n \"minLength\": -1}", status: 2,
      lines: [
        "conform: the schema cannot be used:",
        #"s.json:2:10: /type must be one of "array", "boolean", "integer", "null", "number", "object", "#
          + #""string" [type]"#,
        "s.json:3:15: /minLength must be at least 0 [minLength]",
      ]),
    Case(
      id: "a reference without a target", schema: #"{"$ref":"http://example.com/a"}"#, status: 2,
      lines: [
        "conform: the schema cannot be used:",
        "s.json:1:9: cannot resolve http://example.com/a; name its file with "
          + "`--resolve http://example.com/a=PATH` [$ref]",
      ]),
    Case(
      id: "a reference to a file", schema: #"{"$ref":"http://example.com/a"}"#,
      arguments: ["--resolve", "http://example.com/a=folder/one.json"], input: "1", status: 1,
      lines: [
        "<stdin>:1:1: error: the document must be a string, not a number [type]", "    1 | 1",
        "      | ^",
      ]),
    Case(
      id: "a reference into a folder", schema: #"{"$ref":"http://example.com/one.json"}"#,
      arguments: ["--resolve", "http://example.com/=folder"], input: #""""#),
    Case(
      id: "the longest URI counts", schema: #"{"$ref":"http://example.com/b/one.json"}"#,
      arguments: [
        "--resolve", "http://example.com/=folder", "--resolve", "http://example.com/b/=other/",
      ], input: "1"),
    Case(
      id: "no file outside the folder",
      schema: #"{"$ref":"http://example.com/%2e%2e/meta.json"}"#,
      arguments: ["--resolve", "http://example.com/=folder"], status: 2,
      lines: [
        "conform: the schema cannot be used:",
        "s.json:1:9: cannot resolve http://example.com/meta.json; name its file with "
          + "`--resolve http://example.com/meta.json=PATH` [$ref]",
      ]),
    Case(
      id: "--unknown-fields does not apply to files", arguments: ["--unknown-fields", "reject"],
      status: 2,
      lines: [
        "conform: --unknown-fields works only with built-in schemas; a schema file declares its allowed "
          + #"members with "additionalProperties" or "unevaluatedProperties""#
      ]),
    Case(
      id: "an explanation gives the rule's position",
      schema: "{\"properties\":{\n \"a\":{\"description\":\"A weight.\",\"minimum\":1}}}",
      arguments: ["--explain"], input: #"{"a":0}"#, status: 1,
      lines: [
        "<stdin>:1:6: error: /a must be at least 1 [minimum]", #"    1 | {"a":0}"#,
        "      |      ^",
        "      = A weight.", "      = Requires `minimum: 1`.", "      = s.json:2:33",
        "      = s.json#/properties/a/minimum",
      ]),
    Case(
      id: "in other files too", schema: #"{"$ref":"http://example.com/a"}"#,
      arguments: ["--explain", "--resolve", "http://example.com/a=folder/one.json"], input: "1",
      status: 1,
      lines: [
        "<stdin>:1:1: error: the document must be a string, not a number [type]", "    1 | 1",
        "      | ^", "      = Requires `type: string`.", "      = folder/one.json:1:2",
        "      = http://example.com/a#/type",
      ]),
    Case(
      id: "the schema false is a rule itself", schema: #"{"items":false}"#,
      arguments: ["--explain"],
      input: "[1]", status: 1,
      lines: [
        "<stdin>:1:2: error: /0 is one element too many [items]", "    1 | [1]", "      |  ^",
        "      = Requires `items: false`.", "      = s.json:1:2", "      = s.json#/items",
      ]),
    Case(
      id: "an explanation for programs",
      schema: #"{"properties":{"a":{"title":"A","minimum":1}}}"#,
      arguments: ["--explain", "--format", "ndjson"], input: #"{"a":0}"#, status: 1,
      lines: [
        #"{"source":"<stdin>","outcome":"invalid","errors":[{"pointer":"/a","keyword":"minimum","#
          + #""rule":"s.json#/properties/a/minimum","message":"/a must be at least 1","#
          + #""params":{"limit":1},"line":1,"column":6,"offset":5,"explanation":{"summary":"A","#
          + #""reason":"Requires `minimum: 1`.","#
          + #""schema":{"source":"s.json","line":1,"column":33}}}]}"#
      ]),
    Case(
      id: "flag", schema: #"{"type":"string"}"#, arguments: ["--format", "flag"], input: "1",
      status: 1,
      lines: [#"{"valid":false}"#]),
    Case(
      id: "basic", schema: #"{"type":"string"}"#, arguments: ["--format", "basic"], input: "1",
      status: 1,
      lines: [
        #"{"valid":false,"keywordLocation":"","absoluteKeywordLocation":"s.json#","instanceLocation":"","#
          + #""errors":[{"valid":false,"keywordLocation":"/type","#
          + #""absoluteKeywordLocation":"s.json#/type","instanceLocation":"","#
          + #""error":"must be a string, not a number"}]}"#
      ]),
    Case(
      id: "list, with the annotations of a valid document", schema: #"{"title":"T"}"#,
      arguments: ["--format", "list"], input: "1",
      lines: [
        #"{"valid":true,"details":[{"valid":true,"evaluationPath":"","schemaLocation":"s.json#","#
          + #""instanceLocation":"","annotations":{"title":"T"}}]}"#
      ]),
    Case(
      id: "hierarchical, one object per document", schema: #"{"not":{}}"#,
      arguments: ["--format", "hierarchical", "--lines"], input: "1\n[\n", status: 1,
      lines: [
        #"{"valid":false,"evaluationPath":"","schemaLocation":"s.json#","instanceLocation":"","#
          + #""errors":{"not":"must not satisfy the schema of \"not\""},"details":[{"valid":true,"#
          + #""evaluationPath":"/not","schemaLocation":"s.json#/not","instanceLocation":""}]}"#,
        #"{"valid":false,"error":"<stdin>:2:2: malformed JSON: the document ends inside a value; it may "#
          + #"have been cut off [malformed/unexpectedEnd]"}"#,
      ]),
    Case(
      id: "a limit", arguments: ["--format", "list", "--max-document-bytes", "2"], input: "{ }",
      status: 1,
      lines: [
        #"{"valid":false,"error":"<stdin>:1:1: indeterminate: the document has more than 2 bytes, the "#
          + #"limit \"documentBytes\" [limit/documentBytes]"}"#
      ]),
    Case(
      id: "the validator decides even if the evaluator exceeds its own limit",
      schema: ##"{"items":{"$ref":"#/$defs/a"},"$defs":{"a":{"allOf":[{"$ref":"#"}]}}}"##,
      arguments: ["--format", "basic"],
      input: String(repeating: "[", count: 450) + String(repeating: "]", count: 450),
      lines: [#"{"valid":true,"error":"the details exceed a limit of the evaluation"}"#]),
  ]

  @Test("Each situation has its status and its output", arguments: cases)
  func check(_ row: Case) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("s.json", row.schema)
    try scratch.file("meta.json", #"{"$id":"http://example.com/meta","maxProperties":1}"#)
    try scratch.file("folder/one.json", #"{"type":"string"}"#)
    try scratch.file("other/one.json", #"{"type":"number"}"#)
    let run = try ConformProcess.run(
      ["check", "--schema", "s.json"] + row.arguments, input: row.input, in: scratch.url)
    #expect(run.status == row.status)
    let lines = run.lines.filter { !$0.hasPrefix("1 document: ") }
    let complaints = run.errorText.split(separator: "\n").map(String.init)
    #expect(lines + complaints == row.lines)
  }

  @Test("A file takes precedence over a built-in schema of the same name")
  func fileFirst() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("add-backup-destination.request", "true")
    let run = try ConformProcess.run(["check"], input: "1", in: scratch.url)
    #expect(run.text == "1 document: 1 valid\n")
  }

  @Test("A summary counts rules by their locations in the schema")
  func summary() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("s.json", #"{"items":{"minimum":1}}"#)
    let run = try ConformProcess.run(
      ["check", "--schema", "s.json", "--summary"], input: "[0,0]", in: scratch.url)
    #expect(
      run.text == """
        1 document: 1 invalid (2 errors)

        errors by rule
                2 s.json#/items/minimum
                    <stdin>:1:2
                    <stdin>:1:4

        errors by field
                2 /items

        """)
  }
}
