import Foundation
import ScratchDirectories
import Testing

@Suite("Exit status of check")
struct ExitStatusTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    var arguments: [String] = []
    var input = Documents.valid
    let status: Int32
    /// The expected text on standard error; if it is empty, standard error must be empty too.
    var complaint = ""

    var testDescription: String { id }
  }

  static let cases = [
    Case(id: "no path reads standard input", status: 0),
    Case(id: "a dash is standard input", arguments: ["-"], status: 0),
    Case(id: "a valid file", arguments: ["valid.json"], status: 0),
    Case(id: "an invalid document", input: "{}", status: 1),
    Case(id: "a malformed document", input: "{", status: 1),
    Case(id: "an empty input is not JSON", input: "", status: 1),
    Case(
      id: "an empty input of lines has no invalid document", arguments: ["--lines"], input: "",
      status: 0),
    Case(
      id: "an indeterminate document is not valid", arguments: ["--max-document-bytes", "10"],
      status: 1),
    Case(
      id: "one invalid file among valid ones", arguments: ["valid.json", "invalid.json"],
      status: 1),
    Case(
      id: "warnings do not count", arguments: ["extra.json", "--unknown-fields", "report"],
      status: 0),
    Case(
      id: "undeclared members can be errors",
      arguments: ["extra.json", "--unknown-fields", "reject"],
      status: 1),
    Case(
      id: "with --quiet, only the status reports it", arguments: ["--quiet", "invalid.json"],
      status: 1),
    Case(
      id: "a missing file", arguments: ["missing.json"], status: 2,
      complaint: "conform: cannot read missing.json: No such file or directory\n"),
    Case(
      id: "a missing file takes precedence over an invalid one",
      arguments: ["missing.json", "invalid.json"],
      status: 2, complaint: "conform: cannot read missing.json: No such file or directory\n"),
    Case(
      id: "a missing file with --quiet", arguments: ["-q", "missing.json"], status: 2,
      complaint: "conform: cannot read missing.json: No such file or directory\n"),
    Case(
      id: "a link that leads to itself", arguments: ["loop.json"], status: 2,
      complaint: "conform: cannot read loop.json: Too many levels of symbolic links\n"),
    Case(
      id: "a directory without documents", arguments: ["empty"], status: 2,
      complaint: """
        conform: cannot read empty: the directory contains no .json, .ndjson, .jsonl, .yaml or .yml file

        """),
    Case(
      id: "an unknown schema", arguments: ["--schema", "add-backup-destination.reqest"], status: 2,
      complaint: """
        conform: unknown schema 'add-backup-destination.reqest'; did you mean \
        'add-backup-destination.request'?
        Known schemas:
          add-backup-destination.request
          add-backup-destination.response

        """),
    Case(
      id: "an unknown schema that resembles no other", arguments: ["--schema", "order"], status: 2,
      complaint: """
        conform: unknown schema 'order'
        Known schemas:
          add-backup-destination.request
          add-backup-destination.response

        """),
  ]

  @Test("Each situation has its status", arguments: cases)
  func status(_ row: Case) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("valid.json", Documents.valid)
    try scratch.file("invalid.json", "{}")
    try scratch.file("extra.json", Documents.body(more: #""extra":1"#))
    try scratch.file("empty/readme.txt", "no document")
    let loop = scratch.url.appendingPathComponent("loop.json").path
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    let run = try ConformProcess.run(
      ["check"] + row.arguments, input: row.input, in: scratch.url)
    #expect(run.status == row.status)
    #expect(run.errorText == row.complaint)
    if row.arguments.contains("-q") || row.arguments.contains("--quiet") {
      #expect(run.output.isEmpty)
    }
  }

  static let badCommandLines: [[String]] = [
    ["check", "--no-such-option"], ["check", "--format", "xml"], ["check", "--max-errors", "0"],
    ["check", "--max-errors", "many"], ["check", "--unknown-fields", "ignore"],
    ["check", "--color", "blue"], ["check", "--max-document-bytes", "0"], ["chekc"],
    ["pattern"], ["pattern", "a", "--lines"], ["example", "page-rqeuest"],
    ["schemas", "--format", "ndjson"], ["check", "--summary", "--format", "sarif"],
    ["check", "--summary", "--format", "github"], ["check", "--summary", "--format", "list"],
    ["check", "--resolve", "http://example.com/"], ["check", "--resolve", "=a.json"],
    ["check", "--resolve", "http://example.com/="], ["schema", "--format", "github", "a.json"],
  ]

  @Test(
    "An invalid command line ends with 2 and a message on standard error",
    arguments: badCommandLines)
  func badCommandLine(_ arguments: [String]) throws {
    let run = try ConformProcess.run(arguments, input: "")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errorOutput.isEmpty)
  }

  @Test(
    "Requested help and version end with 0 and go to standard output",
    arguments: [["--version"], ["--help"], ["check", "--help"], ["pattern", "--help"]])
  func help(_ arguments: [String]) throws {
    let run = try ConformProcess.run(arguments, input: "")
    #expect(run.status == 0)
    #expect(!run.output.isEmpty)
    #expect(run.errorOutput.isEmpty)
  }

  @Test("An unreadable file is named, and the others are checked")
  func permission() throws {
    let scratch = try ScratchDirectory()
    let secret = try scratch.file("a.json", Documents.valid)
    try scratch.file("b.json", Documents.valid)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: secret.path)
    // Root can read every file.
    let isReadable = FileManager.default.isReadableFile(atPath: secret.path)
    let run = try ConformProcess.run(["check", "a.json", "b.json"], input: "", in: scratch.url)
    #expect(run.status == (isReadable ? 0 : 2))
    if !isReadable {
      #expect(run.errorText == "conform: cannot read a.json: Permission denied\n")
      #expect(run.text == "1 document: 1 valid\n")
    }
  }

  @Test("A closed pipe ends the run without a message")
  func brokenPipe() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let scratch = try ScratchDirectory()
    let lines = String(repeating: "{}\n", count: 20_000)
    let file = try scratch.file("lines.ndjson", lines)
    let script = """
      { "$0" check --format ndjson "$1" 2>errors; echo $? >status; } | head -n 1 >first
      """
    process.arguments = ["-c", script, ConformProcess.executable.path, file.path]
    process.currentDirectoryURL = scratch.url
    try process.run()
    process.waitUntilExit()
    func content(_ name: String) throws -> String {
      try String(contentsOf: scratch.url.appendingPathComponent(name), encoding: .utf8)
    }
    #expect(try content("errors") == "")
    #expect(try content("status") == "2\n")
    #expect(try content("first").hasPrefix(#"{"source":"#))
  }
}
