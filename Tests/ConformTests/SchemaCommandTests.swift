import JSONText
import ScratchDirectories
import Testing

@Suite("The command `schema`")
struct SchemaCommandTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    let arguments: [String]
    var status: Int32 = 0
    let text: String
    var complaint = ""

    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "a schema without problems", arguments: ["good.json"], text: "1 schema: no problems\n"),
    Case(
      id: "warnings do not count", arguments: ["odd.json"],
      text: """
        odd.json:1:2: warning: unknown keyword; it has no effect; did you mean `type`? [tpye]
        1 schema: 1 warning

        """),
    Case(
      id: "unless --strict is given", arguments: ["--strict", "odd.json"], status: 1,
      text: """
        odd.json:1:2: warning: unknown keyword; it has no effect; did you mean `type`? [tpye]
        1 schema: 1 warning

        """),
    Case(
      id: "errors do", arguments: ["good.json", "bad.json", "odd.json"], status: 1,
      text: """
        bad.json:2:2: error: no value satisfies both `minLength` 2 and `maxLength` 1 [maxLength]
        odd.json:1:2: warning: unknown keyword; it has no effect; did you mean `type`? [tpye]
        3 schemas: 1 error, 1 warning

        """),
    Case(
      id: "a missing file", arguments: ["none.json", "good.json"], status: 2,
      text: "1 schema: no problems\n",
      complaint: "conform: cannot read the schema none.json: No such file or directory\n"),
    Case(
      id: "a reference without a target", arguments: ["refers.json"], status: 1,
      text: """
        refers.json:1:9: error: cannot resolve http://a/b; name its file with \
        `--resolve http://a/b=PATH` [$ref]
        1 schema: 1 error

        """),
    Case(
      id: "problems of other files are not reported",
      arguments: ["--resolve", "http://a/b=odd.json", "refers.json"],
      text: "1 schema: no problems\n"),
    Case(
      id: "a dialect", arguments: ["--dialect", "4", "new.json"],
      text: """
        new.json:1:2: warning: the keyword has no meaning in draft 4, only in drafts 6 to 2020-12 \
        [const]
        1 schema: 1 warning

        """),
    Case(
      id: "problems for programs", arguments: ["--format", "json", "odd.json"],
      text: """
        {
          "problems": [
            {
              "source": "odd.json",
              "kind": "unknownKeyword",
              "severity": "warning",
              "pointer": "/tpye",
              "keyword": "tpye",
              "message": "unknown keyword; it has no effect; did you mean `type`?",
              "line": 1,
              "column": 2,
              "offset": 1
            }
          ],
          "summary": {
            "schemas": 1,
            "errors": 0,
            "warnings": 1
          }
        }

        """),
  ]

  static func run(_ arguments: [String]) throws -> ConformProcess.Run {
    let scratch = try ScratchDirectory()
    try scratch.file("good.json", #"{"type":"string"}"#)
    try scratch.file("odd.json", #"{"tpye":"string"}"#)
    try scratch.file("new.json", #"{"const":1}"#)
    try scratch.file("bad.json", "{\"minLength\":2,\n \"maxLength\":1}")
    try scratch.file("refers.json", #"{"$ref":"http://a/b"}"#)
    return try ConformProcess.run(["schema"] + arguments, input: "", in: scratch.url)
  }

  @Test("Each situation has its status and its report", arguments: cases)
  func report(_ row: Case) throws {
    let run = try Self.run(row.arguments)
    #expect(run.text == row.text)
    #expect(run.errorText == row.complaint)
    #expect(run.status == row.status)
  }

  @Test("SARIF has a result for each problem and a description of its kind")
  func sarif() throws {
    let run = try Self.run(["--format", "sarif", "bad.json", "odd.json", "good.json"])
    let log = try #require(try JSONValue(parsing: run.output)["runs"]?.arrayValue?.first)
    let rules = try #require(log["tool"]?["driver"]?["rules"]?.arrayValue)
    let results = try #require(log["results"]?.arrayValue)
    let shown = results.map { result in
      let place = result["locations"]?.arrayValue?.first?["physicalLocation"]
      let start = place?["region"]?["startLine"]?.integerValue ?? 0
      let rule = rules[result["ruleIndex"]?.integerValue ?? 0]["id"]?.stringValue ?? ""
      return "\(place?["artifactLocation"]?["uri"]?.stringValue ?? ""):\(start) \(rule) "
        + (result["level"]?.stringValue ?? "")
    }
    #expect(shown == ["bad.json:2 emptyRange error", "odd.json:1 unknownKeyword warning"])
    #expect(log["properties"]?["errors"]?.integerValue == 1)
    #expect(run.status == 1)
  }

  @Test("A file must be named")
  func noFile() throws {
    let run = try Self.run([])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }
}
