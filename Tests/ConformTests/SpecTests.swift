import Foundation
import JSONText
import ScratchDirectories
import Testing

@Suite("spec, explain, export")
struct SpecTests {
  static let rule = "add-backup-destination.request/name/minLength"

  /// Runs in a folder without vectors, because reading them takes time.
  static func run(_ arguments: [String]) throws -> ConformProcess.Run {
    try ConformProcess.run(arguments, in: FileManager.default.temporaryDirectory)
  }

  @Test func overview() throws {
    let run = try Self.run(["spec"])
    #expect(run.lines.first == "Add backup destination")
    #expect(run.lines.contains("  prefix        string   required  ^([a-zA-Z0-9-_]+)\\/$"))
    #expect(run.status == 0)
  }

  @Test(arguments: ["name", "/name", "add-backup-destination.request/name"])
  func field(name: String) throws {
    let run = try Self.run(["spec", name])
    #expect(run.lines.first == "add-backup-destination.request/name")
    #expect(run.text.contains(Self.rule))
  }

  @Test func explain() throws {
    let run = try Self.run(["explain", Self.rule])
    #expect(run.lines.first == Self.rule)
    #expect(run.lines.contains("Place       Request body > name > min length"))
    #expect(run.lines.contains("Provenance  documented"))
    #expect(try Self.run(["spec", Self.rule]).text == run.text)
  }

  static let unknown: [(arguments: [String], suggestion: String)] = [
    (["explain", "add-backup-destination.request/name/minLegth"], Self.rule),
    (["spec", "add-backup-destination.request/nam"], "add-backup-destination.request/name"),
  ]

  @Test(arguments: unknown)
  func unknownName(arguments: [String], suggestion: String) throws {
    let run = try Self.run(arguments)
    #expect(run.errorText.contains("did you mean '\(suggestion)'?"))
    #expect(run.status == 2)
  }

  @Test(arguments: ["json-schema", "openapi-3.1", "openapi-3.0", "typescript", "swift"])
  func export(format: String) throws {
    let run = try ConformProcess.run(["export", format])
    #expect(run.status == 0)
    let known = ["white-space", "string-bounds", "unvalidated"]
    #expect(known.contains { run.text.contains($0) })
    let losses = try ConformProcess.run(["export", format, "--losses"])
    #expect(losses.lines.contains { $0 == "duplicate-keys" || $0 == "unvalidated" })
    let scratch = try ScratchDirectory()
    let file = scratch.url.appending(path: "export")
    #expect(try ConformProcess.run(["export", format, "-o", file.path]).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == run.text)
  }

  @Test func exportOfTheResponse() throws {
    let run = try ConformProcess.run(
      ["export", "json-schema", "--schema", "add-backup-destination.response"])
    let schema = try JSONValue(parsing: run.output)
    #expect(schema["required"]?.arrayValue == [.string("data")])
  }

  static let parcel = #"""
    {"title":"A parcel","type":"object","required":["to"],"properties":{
    "to":{"type":"string","minLength":2,"description":"Where it goes."},
    "weight":{"type":["number","null"],"exclusiveMinimum":0},
    "inside":{"type":"array","maxItems":3,"items":{"$ref":"#"}}}}
    """#

  /// The output of commands about a schema file, line by line.
  static let ofFiles: [(arguments: [String], lines: [String])] = [
    (
      ["spec"],
      [
        "(the document)      object",
        "  to                string          required  minLength 2",
        "  weight            number or null  optional  exclusiveMinimum 0",
        "  inside            array           optional  maxItems 3",
        "    (each element)  object                    as above",
      ]
    ),
    (
      ["spec", "/weight"], ["  number or null, optional", "    The value must be greater than 0."]
    ),
    (
      ["explain", "parcel.json#/properties/to/minLength"],
      ["  The value must have at least 2 code points."]
    ),
    (["export", "typescript"], ["export interface Parcel {", "  inside?: Array<Parcel>;"]),
    (["export", "swift"], ["  public var weight: Double?"]),
    (["export", "json-schema"], [#"  "title": "A parcel","#]),
    (["export", "typescript", "--losses"], ["keyword-exclusiveMinimum"]),
  ]

  @Test(arguments: ofFiles) func schemaFile(arguments: [String], lines: [String]) throws {
    let scratch = try ScratchDirectory()
    try Self.parcel.write(
      to: scratch.url.appending(path: "parcel.json"), atomically: true, encoding: .utf8)
    let run = try ConformProcess.run(arguments + ["--schema", "parcel.json"], in: scratch.url)
    #expect(run.status == 0, "\(run.errorText)")
    for line in lines { #expect(run.lines.contains(line), "\(run.text)") }
    let openAPI = try ConformProcess.run(
      ["export", "openapi-3.1", "--schema", "parcel.json"], in: scratch.url)
    #expect(openAPI.status == 2)
    #expect(openAPI.errorText.hasPrefix("conform: OpenAPI 3.1 describes an operation"))
  }

  @Test func exportThatCannotBeWritten() throws {
    let run = try ConformProcess.run(["export", "swift", "-o", "/nowhere/types.swift"])
    #expect(run.errorText.hasPrefix("conform: cannot write /nowhere/types.swift: "))
    #expect(run.status == 2)
  }

  @Test func checkExplains() throws {
    let input = #"{"name":"ab","type":"s3","prefix":"p/","credentials":{}}"#
    let text = try ConformProcess.run(["check", "--explain"], input: input)
    #expect(
      text.text.contains("people. The value must have at least 3 code points."))
    #expect(
      text.text.contains("= Documented: the page states it. (Request body > name > min length)"))
    #expect(text.text.contains("= \(Self.rule)\n"))
    let json = try ConformProcess.run(["check", "--explain", "--format", "json"], input: input)
    let document = try JSONValue(parsing: json.output)["documents"]?.arrayValue?.first
    let explanation = document?["errors"]?.arrayValue?.first?["explanation"]
    #expect(explanation?["place"]?.stringValue == "Request body > name > min length")
    #expect(explanation?["reason"]?.stringValue == "The value must have at least 3 code points.")
    let plain = try ConformProcess.run(["check", "--format", "json"], input: input)
    #expect(!plain.text.contains("explanation"))
  }
}

@Suite("Vectors in explanations")
struct ExplainedVectorsTests {
  @Test func vectorsOfARule() throws {
    let run = try ConformProcess.run(["explain", SpecTests.rule] + DocumentsTests.vectors)
    #expect(run.lines.contains { $0.hasPrefix("Accepted    \"abc\"  (v") })
    #expect(run.lines.contains { $0.hasPrefix("Rejected    \"aa\"  (v") })
    #expect(run.lines.contains { $0.hasPrefix("Vectors     ") })
    #expect(run.lines.count { $0.hasPrefix("Accepted") } <= 5)
    #expect(run.lines.allSatisfy { $0.count <= 80 || !$0.drop { $0 == " " }.contains(" ") })
  }

  /// Vectors satisfy and violate every rule of the operation, and the reference links to their files.
  @Test func everyRuleHasVectors() throws {
    let reference = ReadmeTests.root.appending(path: "docs/reference.md")
    let lines = try String(contentsOf: reference, encoding: .utf8).split(separator: "\n")
    let rules = lines.filter { $0.hasPrefix("| <a id=") }
    #expect(rules.count == 65)
    for rule in rules {
      #expect(rule.contains(" accept, ") && !rule.contains("| 0 accept, "), "\(rule)")
      let file = try #require(rule.firstMatch(of: #/\(\.\.\/(vectors\/[^)]+)\)/#), "\(rule)").1
      #expect(
        FileManager.default.fileExists(
          atPath: ReadmeTests.root.appending(path: String(file)).path), "\(file)")
    }
  }

  /// The important content precedes anything collapsed: at most 2,500 words of Markdown.
  @Test func referenceIsShort() throws {
    let reference = ReadmeTests.root.appending(path: "docs/reference.md")
    let text = try String(contentsOf: reference, encoding: .utf8)
    let parts = text.components(separatedBy: "<details>")
    try #require(parts.count > 20)
    let shown =
      parts[0] + parts.dropFirst().map { $0.components(separatedBy: "</details>")[1] }.joined()
    #expect(shown.split { $0.isWhitespace }.count <= 2_500)
  }

  @Test func folderWithoutVectorsFails() throws {
    let scratch = try ScratchDirectory()
    let run = try ConformProcess.run(
      ["explain", SpecTests.rule, "--vectors", scratch.url.path])
    #expect(run.errorText.hasPrefix("conform: cannot use the vectors: "))
    #expect(run.status == 2)
    #expect(
      try ConformProcess.run(["explain", SpecTests.rule], in: scratch.url).lines.count {
        $0.hasPrefix("Vectors")
      } == 0)
  }
}

@Suite("Explanations of the names in a report")
struct ExplainTests {
  static let names: [(name: String, text: String)] = [
    ("pattern", "The pattern, ECMA-262 with the u flag, matches somewhere in the string."),
    ("pattern", "add-backup-destination.request/name/pattern"),
    ("required", "  and "),
    ("duplicateKey", "A document is malformed: "),
    ("malformed/duplicateKey", "A document is malformed: "),
    ("limit/documentBytes", "--max-document-bytes"),
    ("unusablePattern", "A pattern is not ECMA-262"),
    ("omitted", "--max-errors"),
    ("parcel.json#/properties/to/minLength", "The value must have at least 2 code points."),
  ]

  @Test("A keyword, a code, or a rule of a file", arguments: names)
  func explain(name: String, text: String) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("parcel.json", SpecTests.parcel)
    let run = try ConformProcess.run(["explain", name], input: "", in: scratch.url)
    #expect(run.status == 0)
    #expect(run.text.contains(text), "\(run.text)")
  }

  @Test("A name that resembles a known one")
  func nearly() throws {
    let run = try ConformProcess.run(["explain", "patern"], input: "")
    #expect(run.status == 2)
    #expect(run.errorText.contains("did you mean 'pattern'?"))
  }
}
