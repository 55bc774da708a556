import Foundation
import JSONText
import ScratchDirectories
import Testing

@Suite("--summary and --progress")
struct SummaryTests {
  private static let lines = [
    Documents.valid, "[]", Documents.body(name: #""a?""#), "{", Documents.body(name: #""b?""#),
    Documents.body(name: #""c?""#, type: "1"), #"{"a":1,"a":2}"#, Documents.body(name: #""d?""#),
  ]

  private static func source() throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", lines.joined(separator: "\n"))
    return scratch
  }

  @Test("Text: counts by rule and field, with the first places of each")
  func text() throws {
    let scratch = try Self.source()
    let run = try ConformProcess.run(
      ["check", "--summary", "a.ndjson"], input: "", in: scratch.url)
    #expect(run.status == 1)
    #expect(
      run.text == """
        8 documents: 1 valid, 5 invalid, 2 malformed (10 errors)

        errors by rule
                4 add-backup-destination.request/name/minLength
                    a.ndjson:3:9
                    a.ndjson:5:9
                    a.ndjson:6:9
                4 add-backup-destination.request/name/pattern
                    a.ndjson:3:9
                    a.ndjson:5:9
                    a.ndjson:6:9
                1 add-backup-destination.request/type
                    a.ndjson:2:1
                1 add-backup-destination.request/type/type
                    a.ndjson:6:21

        malformed JSON
                1 duplicateKey
                    a.ndjson:7:8
                1 unexpectedEnd
                    a.ndjson:4:2

        errors by field
                8 /name
                1 the document
                1 /type

        """)
  }

  @Test("JSON: the same content, for programs", arguments: ["json", "ndjson"])
  func json(format: String) throws {
    let scratch = try Self.source()
    let run = try ConformProcess.run(
      ["check", "--summary", "--format", format, "a.ndjson"], input: "", in: scratch.url)
    let summary = try JSONValue(parsing: run.output)["summary"]
    #expect(summary?["documents"]?.integerValue == 8)
    #expect(summary?["omittedFindings"]?.integerValue == 0)
    let rule = summary?["rules"]?.arrayValue?.first
    #expect(rule?["rule"]?.stringValue == "add-backup-destination.request/name/minLength")
    #expect(rule?["field"]?.stringValue == "/name")
    #expect(rule?["findings"]?.integerValue == 4)
    #expect(rule?["documents"]?.integerValue == 4)
    #expect(
      rule?["examples"]?.arrayValue?.map { $0["line"]?.integerValue } == [3, 5, 6])
    #expect(summary?["fields"]?.arrayValue?.first?["findings"]?.integerValue == 8)
    #expect(summary?["faults"]?.arrayValue?.count == 2)
    #expect(run.lines.count == 1 || format == "json")
  }

  @Test("Errors beyond --max-errors are counted, but not by rule")
  func omitted() throws {
    let run = try ConformProcess.run(
      ["check", "--summary", "--format", "json", "--max-errors", "1"], input: "{}")
    let summary = try JSONValue(parsing: run.output)["summary"]
    #expect(summary?["errors"]?.integerValue == 4)
    #expect(summary?["omittedFindings"]?.integerValue == 3)
  }

  @Test("Lines have a smaller default limit than files")
  func lineLimit() throws {
    let long = "[" + String(repeating: "]", count: 1 << 24)
    let options = ["check", "--format", "ndjson"]
    func limit(_ arguments: [String]) throws -> Int? {
      let run = try ConformProcess.run(options + arguments, input: long)
      let limit = try JSONValue(parsing: run.output)["limit"]
      return limit?["message"]?.stringValue?.split(separator: " ").compactMap { Int($0) }.first
    }
    #expect(try limit([]) == nil)
    #expect(try limit(["--lines"]) == 1 << 24)
    #expect(try limit(["--lines", "--max-document-bytes", "20000000"]) == nil)
  }

  @Test("Progress is shown if requested, and never goes to a file by default")
  func progress() throws {
    let scratch = try Self.source()
    for choice in ["auto", "never"] {
      let run = try ConformProcess.run(
        ["check", "--progress", choice, "a.ndjson"], input: "", in: scratch.url)
      #expect(run.errorText == "")
    }
    let run = try ConformProcess.run(
      ["check", "--progress", "always", "a.ndjson"], input: "", in: scratch.url)
    #expect(run.errorText.hasPrefix("\r[>           ]   0 %"))
    #expect(run.errorText.hasSuffix("\r\u{1B}[K"))
  }

  @Test(
    "On a terminal, a long run shows progress, and output has colors",
    .enabled(if: Tool.isInstalled("python3"), "python3, which has terminals, is not installed"))
  func terminal() throws {
    let scratch = try ScratchDirectory()
    // The second line is written only after the line about the first one is on the screen.
    let run = try ConformProcess.runScript(
      """
      TERM=xterm python3 -c '
      import os, pty, subprocess, sys
      reader, writer = pty.openpty()
      child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=writer, stderr=writer)
      os.close(writer)
      child.stdin.write(b"[]\\n"); child.stdin.flush()
      screen = b""
      try:
        while piece := os.read(reader, 65536):
          screen += piece
          if b"\\r0 MB  1 documents" in screen and not child.stdin.closed:
            child.stdin.write(b"{\\n"); child.stdin.close()
      except OSError: pass
      child.wait(); os.write(1, screen)' "$0" check --lines
      """, in: scratch.url)
    #expect(run.text.contains("\r0 MB  1 documents"))
    #expect(run.text.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    // The progress line is erased before a report replaces it.
    #expect(run.text.contains("\r\u{1B}[K\u{1B}[1m<stdin>:2:2:"))
  }
}
