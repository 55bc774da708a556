import JSONText
import Testing

@Suite("JSON reports")
struct JSONReportTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    var arguments: [String] = []
    let input: String
    /// The lines that `--format ndjson` prints.
    let lines: [String]

    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "a valid document", input: Documents.valid,
      lines: [#"{"source":"<stdin>","outcome":"valid","errors":[]}"#]),
    Case(
      id: "an error with its parameters and place",
      input: Documents.body(name: "\n\"é\"", type: "\"s4\""),
      lines: [
        #"{"source":"<stdin>","outcome":"invalid","errors":["#
          + #"{"pointer":"/name","keyword":"minLength","#
          + #""rule":"add-backup-destination.request/name/minLength","#
          + #""message":"/name must have at least 3 code points; it has 1","#
          + #""params":{"limit":3,"actual":1},"line":2,"column":1,"offset":9},"#
          + #"{"pointer":"/name","keyword":"pattern","#
          + #""rule":"add-backup-destination.request/name/pattern","#
          + #""message":"/name must match the pattern ^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$","#
          + #""params":{"pattern":"^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$"},"#
          + #""line":2,"column":1,"offset":9},"#
          + #"{"pointer":"/type","keyword":"enum","#
          + #""rule":"add-backup-destination.request/type/enum","#
          + #""message":"/type must be \"s3\"","params":{"allowed":["s3"]},"#
          + #""line":2,"column":12,"offset":21}]}"#
      ]),
    Case(
      id: "the type that was found", input: Documents.body(prefix: "null"),
      lines: [
        #"{"source":"<stdin>","outcome":"invalid","errors":["#
          + #"{"pointer":"/prefix","keyword":"type","#
          + #""rule":"add-backup-destination.request/prefix/type","#
          + #""message":"/prefix must be a string, not null","#
          + #""params":{"expected":"string","actual":"null"},"line":1,"column":40,"offset":39}]}"#
      ]),
    Case(
      id: "the fault of a malformed document, and no errors", input: "{\"name\":1,\r\n\"x\":tru}",
      lines: [
        #"{"source":"<stdin>","outcome":"malformed","errors":[],"#
          + #""fault":{"code":"invalidLiteral","#
          + #""message":"not a JSON literal; the only literals are true, false and null, in lower case","#
          + #""line":2,"column":5,"offset":16}}"#
      ]),
    Case(
      id: "both positions of a duplicate member name", input: #"{"é":1,"é":2}"#,
      lines: [
        #"{"source":"<stdin>","outcome":"malformed","errors":[],"fault":{"code":"duplicateKey","#
          + #""message":"duplicate member name","#
          + #""line":1,"column":8,"offset":8,"firstLine":1,"firstColumn":2,"firstOffset":1}}"#
      ]),
    Case(
      id: "the limit of an indeterminate document",
      input: "\n" + String(repeating: "[", count: 600) + String(repeating: "]", count: 600),
      lines: [
        #"{"source":"<stdin>","outcome":"indeterminate","errors":["#
          + #"{"pointer":"","keyword":"type","rule":"add-backup-destination.request/type","#
          + #""message":"the document must be an object, not an array","#
          + #""params":{"expected":"object","actual":"array"},"line":2,"column":1,"offset":1}],"#
          + #""limit":{"code":"depth","#
          + #""message":"containers are nested more than 512 levels deep, the limit \"depth\"","#
          + #""pointer":"","line":2,"column":513,"offset":513}}"#
      ]),
    Case(
      id: "warnings", arguments: ["--unknown-fields", "report"],
      input: Documents.body(more: #""a/b":1"#),
      lines: [
        #"{"source":"<stdin>","outcome":"valid","errors":[],"warnings":["#
          + #"{"pointer":"/a~1b","keyword":"additionalProperties","#
          + #""rule":"add-backup-destination.request/additionalProperties","#
          + #""message":"/a~1b is not a known field","params":{},"#
          + #""line":1,"column":143,"offset":142}]}"#
      ]),
    Case(
      id: "errors beyond the limit are counted", arguments: ["--max-errors", "1"], input: "{}",
      lines: [
        #"{"source":"<stdin>","outcome":"invalid","errors":["#
          + #"{"pointer":"/name","keyword":"required","#
          + #""rule":"add-backup-destination.request/name/required","#
          + #""message":"/name is required","params":{},"line":1,"column":1,"offset":0}],"#
          + #""omittedErrors":3}"#
      ]),
    Case(
      id: "positions in lines refer to the source, and a bare CR does not end a line",
      arguments: ["--lines", "--max-errors", "1"],
      input: "\(Documents.valid)\r\n \t\r\n{\"é\":\r1,\"name\":2}\n[",
      lines: [
        #"{"source":"<stdin>","line":1,"outcome":"valid","errors":[]}"#,
        #"{"source":"<stdin>","line":3,"outcome":"invalid","errors":["#
          + #"{"pointer":"/name","keyword":"type","#
          + #""rule":"add-backup-destination.request/name/type","#
          + #""message":"/name must be a string, not a number","#
          + #""params":{"expected":"string","actual":"number"},"#
          + #""line":3,"column":16,"offset":164}],"omittedErrors":3}"#,
        #"{"source":"<stdin>","line":4,"outcome":"malformed","errors":[],"#
          + #""fault":{"code":"unexpectedEnd","#
          + #""message":"the document ends inside a value; it may have been cut off","#
          + #""line":4,"column":2,"offset":168}}"#,
      ]),
    Case(
      id: "the response's schema", arguments: ["--schema", "add-backup-destination.response"],
      input: "{}",
      lines: [
        #"{"source":"<stdin>","outcome":"invalid","errors":["#
          + #"{"pointer":"/data","keyword":"required","#
          + #""rule":"add-backup-destination.response/data/required","#
          + #""message":"/data is required","params":{},"line":1,"column":1,"offset":0}]}"#
      ]),
  ]

  @Test("Exact lines of ndjson", arguments: cases)
  func ndjson(_ row: Case) throws {
    let run = try ConformProcess.run(
      ["check", "--format", "ndjson"] + row.arguments, input: row.input)
    #expect(run.lines == row.lines)
    #expect(run.errorText == "")
  }

  @Test("json contains the same objects in one document", arguments: cases)
  func json(_ row: Case) throws {
    let run = try ConformProcess.run(
      ["check", "--format", "json"] + row.arguments, input: row.input)
    let report = try JSONValue(parsing: run.output)
    #expect(
      report["documents"]?.arrayValue
        == (try row.lines.map { try JSONValue(parsing: Array($0.utf8)) }))
    #expect(report["summary"]?["documents"]?.integerValue == row.lines.count)
  }

  @Test("json is indented")
  func layout() throws {
    let run = try ConformProcess.run(
      ["check", "--format", "json", "--lines"], input: "\(Documents.valid)\n{\"name\":1 2}")
    #expect(
      run.text == """
        {
          "documents": [
            {
              "source": "<stdin>",
              "line": 1,
              "outcome": "valid",
              "errors": []
            },
            {
              "source": "<stdin>",
              "line": 2,
              "outcome": "malformed",
              "errors": [],
              "fault": {
                "code": "expectedCommaOrBrace",
                "message": "expected ',' or '}' after the member",
                "line": 2,
                "column": 11,
                "offset": 153
              }
            }
          ],
          "summary": {
            "documents": 2,
            "valid": 1,
            "invalid": 0,
            "malformed": 1,
            "indeterminate": 0,
            "errors": 0,
            "warnings": 0
          }
        }

        """)
  }

  @Test("json is a document even if nothing was checked")
  func nothing() throws {
    let run = try ConformProcess.run(["check", "--format", "json", "--lines"], input: "")
    let report = try JSONValue(parsing: run.output)
    #expect(report["documents"] == .array([]))
    #expect(report["summary"]?["documents"]?.integerValue == 0)
  }
}
