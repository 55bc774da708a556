import JSONText
import ScratchDirectories
import Testing

/// The formats that other tools show next to the lines of a file: `sarif` and `github`.
@Suite("Annotations")
struct AnnotationReportTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    var arguments: [String] = []
    let input: String
    /// The lines that `--format github` prints.
    let annotations: [String]
    /// For each result of `--format sarif`, the rule, the level, the start and end as line:column, and the offset
    /// with the length.
    let results: [String]

    var testDescription: String { id }
  }

  private static let schema = "add-backup-destination.request"

  static let cases = [
    Case(id: "a valid document", input: Documents.valid, annotations: [], results: []),
    Case(
      id: "an invalid value, in code points and bytes", arguments: ["--max-errors", "1"],
      input: #"{"é":"ü","name":"é"}"#,
      annotations: [
        "::error title=\(schema)/name/minLength,file=a b.json,line=1,col=17::/name must have at least "
          + "3 code points; it has 1",
        "::notice title=omitted,file=a b.json,line=1,col=1::4 more errors not shown; see --max-errors",
      ],
      results: ["\(schema)/name/minLength error 1:17-1:20 18+4", "omitted note 1:1-1:1 0+0"]),
    Case(
      id: "a value on a later line", arguments: ["--schema", "add-backup-destination.response"],
      input: "\n {\"data\":\n[{}]}",
      annotations: [
        "::error title=add-backup-destination.response/data/type,file=a b.json,line=3,col=1::"
          + "/data must be an object, not an array"
      ],
      results: ["add-backup-destination.response/data/type error 3:1-3:2 11+1"]),
    Case(
      id: "a warning, and a name that resembles a workflow command",
      arguments: ["--unknown-fields", "report"],
      input: Documents.body(more: #""a%\n::error::":1"#),
      annotations: [
        "::warning title=\(schema)/additionalProperties,file=a b.json,line=1,col=143::"
          + "/a%25\\u{A}::error:: is not a known field"
      ],
      results: ["\(schema)/additionalProperties warning 1:143-1:158 142+15"]),
    Case(
      id: "malformed", input: #"{"a":1,"a":2}"#,
      annotations: [
        "::error title=malformed/duplicateKey,file=a b.json,line=1,col=8::malformed JSON: "
          + "duplicate member name"
      ],
      results: ["malformed/duplicateKey error 1:8-1:8 7+0"]),
    Case(
      id: "indeterminate", arguments: ["--max-document-bytes", "4"], input: "\n\n{   }",
      annotations: [
        "::error title=limit/documentBytes,file=a b.json,line=1,col=1::indeterminate: the document has "
          + "more than 4 bytes, the limit \"documentBytes\""
      ],
      results: ["limit/documentBytes error 1:1-1:1 0+0"]),
    Case(
      id: "the second of two lines", arguments: ["--lines"], input: "\(Documents.valid)\n[]\n",
      annotations: [
        "::error title=\(schema)/type,file=a b.json,line=2,col=1::the document must be an object, not "
          + "an array"
      ],
      results: ["\(schema)/type error 2:1-2:2 \(Documents.valid.utf8.count + 1)+1"]),
  ]

  private func run(_ format: String, _ row: Case) throws -> ConformProcess.Run {
    let scratch = try ScratchDirectory()
    try scratch.file("a b.json", row.input)
    let arguments = ["check", "--format", format, "a b.json"] + row.arguments
    let run = try ConformProcess.run(arguments, input: "", in: scratch.url)
    #expect(run.errorText == "")
    return run
  }

  @Test("Exact annotations of github", arguments: cases)
  func github(_ row: Case) throws {
    #expect(try run("github", row).lines == row.annotations)
  }

  @Test("Places of the results of sarif", arguments: cases)
  func sarif(_ row: Case) throws {
    let log = try JSONValue(parsing: run("sarif", row).output)
    let results = try #require(log["runs"]?.arrayValue?.first?["results"]?.arrayValue)
    #expect(results.map(Self.digest) == row.results)
    let rules = try #require(
      log["runs"]?.arrayValue?.first?["tool"]?["driver"]?["rules"]?.arrayValue)
    for result in results {
      let location = result["locations"]?.arrayValue?.first?["physicalLocation"]?[
        "artifactLocation"]
      #expect(location?["uri"]?.stringValue == "a%20b.json")
      guard let index = result["ruleIndex"]?.integerValue else {
        // Results for violations have a description of the rule; those for faults and limits do not.
        #expect(result["ruleId"]?.stringValue?.hasPrefix("add-backup-destination.") == false)
        continue
      }
      try #require(rules.indices.contains(index))
      #expect(rules[index]["id"] == result["ruleId"])
    }
  }

  private static func digest(_ result: JSONValue) -> String {
    let region = result["locations"]?.arrayValue?.first?["physicalLocation"]?["region"]
    func number(_ name: String) -> Int { region?[name]?.integerValue ?? -1 }
    return [
      result["ruleId"]?.stringValue ?? "", result["level"]?.stringValue ?? "",
      "\(number("startLine")):\(number("startColumn"))-\(number("endLine")):\(number("endColumn"))",
      "\(number("byteOffset"))+\(number("byteLength"))",
    ].joined(separator: " ")
  }

  @Test("Standard input has a name but no file")
  func standardInput() throws {
    let annotations = try ConformProcess.run(["check", "--format", "github"], input: "[]")
    #expect(
      annotations.text
        == "::error title=\(Self.schema)/type::<stdin>:1:1: the document must be an object, not an "
        + "array\n")
    let log = try JSONValue(
      parsing: try ConformProcess.run(["check", "--format", "sarif"], input: "[]").output)
    let location = log["runs"]?.arrayValue?.first?["results"]?.arrayValue?.first?["locations"]?
      .arrayValue?.first?["physicalLocation"]
    #expect(location?["artifactLocation"]?["description"]?["text"]?.stringValue == "standard input")
    #expect(location?["artifactLocation"]?["uri"]?.stringValue == "%3Cstdin%3E")
  }

  @Test("sarif is a log even if nothing was checked")
  func nothing() throws {
    let run = try ConformProcess.run(["check", "--format", "sarif", "--lines"], input: "")
    let log = try JSONValue(parsing: run.output)
    #expect(log["version"]?.stringValue == "2.1.0")
    #expect(log["runs"]?.arrayValue?.first?["results"] == .array([]))
    #expect(log["runs"]?.arrayValue?.first?["properties"]?["documents"]?.integerValue == 0)
    #expect(run.status == 0)
  }
}
