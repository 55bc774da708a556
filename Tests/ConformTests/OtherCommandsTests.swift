import APIOperations
import BackupDestinations
import JSONText
import SchemaRules
import ScratchDirectories
import Testing

@Suite("Schemas, examples, patterns")
struct OtherCommandsTests {
  @Test("schemas lists ids and titles")
  func schemas() throws {
    let text = try ConformProcess.run(["schemas"], input: "")
    #expect(
      text.text == """
        add-backup-destination.request   Add backup destination: request body
        add-backup-destination.response  Add backup destination: response body

        """)
    // The command lists the operation's schemas one by one.
    for schema in AddBackupDestination.operation.schemas {
      #expect(text.text.contains(schema.id), "\(schema.id)")
    }
    let json = try ConformProcess.run(["schemas", "--format", "json"], input: "")
    #expect(
      json.text == """
        [
          {
            "id": "add-backup-destination.request",
            "title": "Add backup destination: request body"
          },
          {
            "id": "add-backup-destination.response",
            "title": "Add backup destination: response body"
          }
        ]

        """)
  }

  @Test("Each example can be piped into check, and its caveat goes to standard error")
  func examples() throws {
    let list = try ConformProcess.run(["example"], input: "")
    #expect(
      list.text == """
        page-request        Example request, of add-backup-destination.request
        page-response       Example response, of add-backup-destination.response
        completed-request   Example request, completed, of add-backup-destination.request
        completed-response  Example response, completed, of add-backup-destination.response

        """)
    let request = try ConformProcess.run(["example", "page-request"], input: "")
    #expect(request.text == "{\"name\":\"Example Backup Destination\"}\n")
    #expect(
      request.errorText
        == "conform: It lacks type, prefix and credentials, which the page marks as required.\n")
    #expect(request.status == 0)
    let response = try ConformProcess.run(["example", "page-response"], input: "")
    let check = try ConformProcess.run(
      ["check", "--schema", "add-backup-destination.response"], input: response.output)
    #expect(check.lines.count == 4)
    #expect(check.status == 1)
  }

  @Test("An unknown example lists the known ones")
  func unknownExample() throws {
    let run = try ConformProcess.run(["example", "page-rqeuest"], input: "")
    #expect(
      run.errorText == """
        conform: unknown example 'page-rqeuest'; did you mean 'page-request'?
        Known examples:
          page-request
          page-response
          completed-request
          completed-response

        """)
  }

  @Test("A pattern with its translation, advice and verdicts")
  func pattern() throws {
    let subject = String(repeating: "a", count: 40) + "!"
    let run = try ConformProcess.run(["pattern", #"^(a+)+\1$"#, "aa", "b", subject], input: "")
    #expect(run.lines.first == "accepted")
    #expect(run.lines.contains("match: aa"))
    #expect(run.lines.contains("noMatch: b"))
    #expect(run.lines.contains("gaveUp (matchSteps): \(subject)"))
    #expect(run.status == 1)
    #expect(try ConformProcess.run(["pattern", "^a", "ab"], input: "").status == 0)
    #expect(try ConformProcess.run(["pattern", "^a"], input: "").status == 0)
  }

  @Test("A rejected pattern has a position")
  func refused() throws {
    let run = try ConformProcess.run(["pattern", "a("], input: "")
    #expect(run.text.hasPrefix("syntax error at offset 1: "))
    #expect(run.status == 1)
    #expect(try ConformProcess.run(["pattern", #"\-"#], input: "").status == 1)
    #expect(try ConformProcess.run(["pattern", #"\-"#, "--annex-b"], input: "").status == 0)
  }

  static let requests: [(line: String, outcome: String, verdicts: [String]?)] = [
    (
      #"{"pattern":"^a$","subjects":["a","b","a\n"]}"#, "accepted", ["match", "noMatch", "noMatch"]
    ),
    (#"{"pattern":"a"}"#, "accepted", []),
    (#"{"subjects":["x"],"pattern":"["}"#, "syntax", nil),
    (#"{"pattern":"\\-"}"#, "syntax", nil),
    ("", "error", nil),
    ("[]", "error", nil),
    (#"{"pattern":1}"#, "error", nil),
    (#"{"pattern":"a","subjects":"a"}"#, "error", nil),
    (#"{"pattern":"a","subjects":[1]}"#, "error", nil),
    (#"{"pattern":"a"#, "error", nil),
    (#"{"pattern":"\ud800"}"#, "error", nil),
  ]

  @Test("Each line of patterns has one line of output")
  func patternLines() throws {
    let input = Self.requests.map(\.line).joined(separator: "\n")
    let run = try ConformProcess.run(["pattern", "--lines"], input: input)
    #expect(run.lines.count == Self.requests.count)
    for (line, request) in zip(run.lines, Self.requests) {
      let answer = try JSONValue(parsing: Array(line.utf8))
      #expect(answer["outcome"]?.stringValue == request.outcome, "\(request.line)")
      #expect(
        answer["verdicts"]?.arrayValue?.compactMap(\.stringValue) == request.verdicts,
        "\(request.line)")
      #expect((answer["message"] == nil) == (request.outcome == "accepted"), "\(request.line)")
    }
    #expect(run.status == 2)
    let answered = try ConformProcess.run(["pattern", "--lines"], input: Self.requests[0].line)
    #expect(answered.status == 0)
  }

  /// The words before the cursor in a shell, and the completions of the last word.
  static let completions: [(words: [String], completions: [String])] = [
    (
      ["--schema", "ad"],
      ["add-backup-destination.request", "add-backup-destination.response", "adir/"]
    ),
    (["--schema", "adir/"], ["adir/s.json"]),
    (["--schema", "nowhere/"], []),
    (["--openapi", "api.json", "--operation", "l"], ["list"]),
    (["--openapi", "adir/s.json", "--operation", "l"], []),
  ]

  @Test("Shells complete schemas and operations", arguments: completions.indices)
  func completion(_ index: Int) throws {
    let row = Self.completions[index]
    let scratch = try ScratchDirectory()
    try scratch.file("adir/s.json", "{}")
    try scratch.file(
      "api.json",
      #"""
      {"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{"/a":{
      "get":{"operationId":"list","responses":{}},"put":{"operationId":"set","responses":{}}}}}
      """#)
    let words = ["conform", "check"] + row.words
    let question = [
      row.words[row.words.count - 2], "\(words.count - 1)", "\(words.last?.count ?? 0)",
    ]
    let run = try ConformProcess.run(
      ["---completion", "check", "--"] + question + words, input: "", in: scratch.url)
    #expect(run.lines == row.completions, "\(run.errorText)")
  }
}
