import ScratchDirectories
import Testing

@Suite("Text reports")
struct TextReportTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    var arguments: [String] = []
    let input: String
    let output: String

    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "a valid document is only counted", input: Documents.valid,
      output: "1 document: 1 valid\n"),
    Case(
      id: "on a longer line, the member is shown after an ellipsis",
      input: Documents.body(type: #""s4""#),
      output: """
        <stdin>:1:26: error: /type must be "s3" [enum]
            1 | … "type":"s4"
              |          ^~~~
        1 document: 1 invalid (1 error)

        """),
    Case(
      id: "a value on its own line is shown as the line, with a space for a tab",
      input: Documents.body(prefix: "\n  \t7"),
      output: """
        <stdin>:2:4: error: /prefix must be a string, not a number [type]
            2 |    7
              |    ^
        1 document: 1 invalid (1 error)

        """),
    Case(
      id: "a container in place of a value is not shown", input: Documents.body(name: "[1]"),
      output: """
        <stdin>:1:9: error: /name must be a string, not an array [type]
        1 document: 1 invalid (1 error)

        """),
    Case(
      id: "anything in place of a container is not shown", input: #""{}""#,
      output: """
        <stdin>:1:1: error: the document must be an object, not a string [type]
        1 document: 1 invalid (1 error)

        """),
    Case(
      id: "in values, characters that a terminal interprets are escaped",
      // CSI of one character (U+009B), right-to-left override, zero-width space.
      input: Documents.body(type: "\"a\u{9B}31m\u{202E}\u{200B}\u{2028}b\""),
      output: #"""
        <stdin>:1:26: error: /type must be "s3" [enum]
            1 | … "type":"a\u{9B}31m\u{202E}\u{200B}\u{2028}b"
              |          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
        1 document: 1 invalid (1 error)

        """#),
    Case(
      id: "in names, characters that a terminal interprets are escaped",
      arguments: ["--unknown-fields", "report"],
      input: Documents.body(more: #""\u001b[2J\u202e":1"#),
      output: #"""
        <stdin>:1:143: warning: /\u{1B}[2J\u{202E} is not a known field [additionalProperties]
            1 | … "\u001b[2J\u202e"
              |   ^~~~~~~~~~~~~~~~~
        1 document: 1 valid (1 warning)

        """#),
    Case(
      id: "a long value is shortened",
      input: Documents.body(type: "\"" + String(repeating: "é", count: 100) + "\""),
      output: """
        <stdin>:1:26: error: /type must be "s3" [enum]
            1 | … "type":"\(String(repeating: "é", count: 71))…
              |          ^\(String(repeating: "~", count: 72))
        1 document: 1 invalid (1 error)

        """),
    Case(
      id: "a syntax fault shows no value", input: #"{"name":"x" "type":1}"#,
      output: """
        <stdin>:1:13: error: malformed JSON: expected ',' or '}' after the member \
        [expectedCommaOrBrace]
        1 document: 1 malformed

        """),
    Case(
      id: "both positions of a duplicate member name", input: "{\"name\":1,\n \"name\":2}",
      output: """
        <stdin>:2:2: error: malformed JSON: duplicate member name [duplicateKey]
        <stdin>:1:2: note: first used here
        1 document: 1 malformed

        """),
    Case(
      id: "a document that exceeds a limit", arguments: ["--max-document-bytes", "4"],
      input: "\n\n{   }",
      output: """
        <stdin>:1:1: error: indeterminate: the document has more than 4 bytes, the limit \
        "documentBytes" [documentBytes]
        1 document: 1 indeterminate

        """),
    Case(
      id: "errors beyond the limit are counted", arguments: ["--max-errors", "1"], input: "{}",
      output: """
        <stdin>:1:1: error: /name is required [required]
        <stdin>: note: 3 more errors not shown; see --max-errors
        1 document: 1 invalid (4 errors)

        """),
    Case(
      id: "the counts of lines", arguments: ["--lines"],
      input: "\(Documents.valid)\n{\n[]\n{}\n",
      output: """
        <stdin>:2:2: error: malformed JSON: the document ends inside a value; it may have been \
        cut off [unexpectedEnd]
        <stdin>:3:1: error: the document must be an object, not an array [type]
        <stdin>:4:1: error: /name is required [required]
        <stdin>:4:1: error: /type is required [required]
        <stdin>:4:1: error: /prefix is required [required]
        <stdin>:4:1: error: /credentials is required [required]
        4 documents: 1 valid, 2 invalid, 1 malformed (5 errors)

        """),
    Case(
      id: "columns are code points, and there are no offsets",
      input: #"{"description":"ünïcödé 👩‍👧","name":1}"#,
      output: #"""
        <stdin>:1:16: error: /description must match the pattern \#
        ^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$ [pattern]
            1 | {"description":"ünïcödé 👩\u{200D}👧","name":1}
              |                ^~~~~~~~~~~~~~~~~~~~~~
        <stdin>:1:37: error: /name must be a string, not a number [type]
            1 | {"description":"ünïcödé 👩\u{200D}👧","name":1}
              |                                              ^
        <stdin>:1:1: error: /type is required [required]
        <stdin>:1:1: error: /prefix is required [required]
        <stdin>:1:1: error: /credentials is required [required]
        1 document: 1 invalid (5 errors)

        """#),
  ]

  /// Documents in which a value is shown, with that line of the report and the reason.
  static let lines: [(schema: String?, input: String, shown: String, reason: String)] = [
    (
      nil, #"{"name":"ab","type":"s4","prefix":"/"}"#, #"{"name":"ab","type":"s4","prefix":"/"}"#,
      "everything on the line is declared and not secret"
    ),
    (
      nil, "{\"credentials\": {\n\"secretKey\": \"s\"},\n  \"type\": \"s4\", \"prefix\": \"/\"}",
      #"  "type": "s4", "prefix": "/"}"#, "the secret is on another line"
    ),
    (
      nil, #"{"secret":"s","type":"s4"}"#, #"… "type":"s4"}"#,
      "an undeclared member may be a secret"
    ),
    (
      nil, #"{"name":{"x":"s"},"type":"s4"}"#, #"… "type":"s4"}"#,
      "a part of a value without members may be a secret"
    ),
    (
      nil, #"{"credentials":"{\"secretKey\":1}","type":"s4"}"#, #"… "type":"s4"}"#,
      "a string may contain a document with secrets"
    ),
    (
      nil, #"{"credentials":{"accessKey":"s"},"type":"s4"}"#, #"… "type":"s4"}"#,
      "a secret is on the line"
    ),
    (
      #"{"properties":{"a":{"type":"string"},"b":{"type":"integer"},"s":{"writeOnly":true}}}"#,
      #"{"a":"x","b":"y"}"#, #"{"a":"x","b":"y"}"#, "a schema file with a secret elsewhere"
    ),
    (
      #"{"properties":{"a":{"type":"string"},"b":{"type":"integer"},"s":{"writeOnly":true}}}"#,
      #"{"b":"y","s":1}"#, #"… "b":"y""#, "a secret of a schema file is on the line"
    ),
    (
      #"""
      {"properties":{"ab":{"type":"string"},"b":{"type":"integer"}},
      "patternProperties":{"^a":{"writeOnly":true}}}
      """#,
      #"{"ab":"s","b":"y"}"#, #"… "b":"y"}"#, "a pattern makes a declared member a secret"
    ),
    (
      #"""
      {"$ref":"#/$defs/n","$defs":{"n":{"properties":{"v":{"type":"integer"},"w":{"type":"string"},
      "n":{"$ref":"#/$defs/n"},"s":{"writeOnly":true}}}}}
      """#,
      #"{"n":{"n":{"w":"s","v":"y"}}}"#, #"… "v":"y"}}}"#,
      "the parts of a recursive schema are unknown"
    ),
    (
      #"{"properties":{"a":{"type":"string"},"b":{"type":"integer"}}}"#, #"{"x":{"y":1},"b":"y"}"#,
      #"{"x":{"y":1},"b":"y"}"#, "a schema without secrets has none"
    ),
  ]

  @Test("A short line is shown completely if nothing on it can be secret", arguments: lines.indices)
  func line(_ index: Int) throws {
    let row = Self.lines[index]
    let scratch = try ScratchDirectory()
    try scratch.file("s.json", row.schema ?? "{}")
    let run = try ConformProcess.run(
      ["check"] + (row.schema == nil ? [] : ["--schema", "s.json"]), input: row.input,
      in: scratch.url)
    #expect(run.lines.contains { $0.hasSuffix("| \(row.shown)") }, "\(row.reason): \(run.text)")
  }

  @Test("Exact reports", arguments: cases)
  func report(_ row: Case) throws {
    let run = try ConformProcess.run(["check"] + row.arguments, input: row.input)
    #expect(run.text == row.output)
    #expect(run.errorText == "")
  }

  @Test("File names are escaped too")
  func fileName() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a\u{1B}[2Jb.json", "{")
    let run = try ConformProcess.run(["check", "."], input: "", in: scratch.url)
    #expect(run.lines.first?.hasPrefix(#"./a\u{1B}[2Jb.json:1:2: error: "#) == true)
    let missing = try ConformProcess.run(["check", "\u{1B}[2J"], input: "", in: scratch.url)
    #expect(missing.errorText == "conform: cannot read \\u{1B}[2J: No such file or directory\n")
  }

  struct ColorCase: Identifiable, CustomTestStringConvertible {
    let id: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    let isColored: Bool

    var testDescription: String { id }
  }

  static let colorCases = [
    ColorCase(id: "a file or pipe is not a terminal", isColored: false),
    ColorCase(
      id: "the name of a terminal is not enough", environment: ["TERM": "xterm-256color"],
      isColored: false),
    ColorCase(id: "always", arguments: ["--color", "always"], isColored: true),
    ColorCase(id: "never", arguments: ["--color", "never"], isColored: false),
    ColorCase(
      id: "an option takes precedence over the environment", arguments: ["--color", "always"],
      environment: ["NO_COLOR": "1", "TERM": "dumb"], isColored: true),
  ]

  @Test("Colors if requested", arguments: colorCases)
  func color(_ row: ColorCase) throws {
    let run = try ConformProcess.run(
      ["check"] + row.arguments, input: Documents.body(type: "1"), environment: row.environment)
    #expect(run.output.contains(0x1B) == row.isColored)
  }
}
