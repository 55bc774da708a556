import Foundation
import JSONText
import ScratchDirectories
import Testing

@Suite("Several threads")
struct JobsTests {
  /// Lines of every outcome, with long and short reports in an irregular order, in several blocks.
  static let lines: String = {
    var text = ""
    for index in 0..<4000 {
      switch index * 79 % 13 {
      case 0: text += "{}"
      case 1: text += Documents.body(name: #""a?""#)
      case 2: text += #"{"name":"# + String(index)
      case 3: text += ""
      case 4: text += Documents.body(type: "\(index)", more: #""ä\#(index)":[1,{"b":null}]"#)
      default: text += Documents.body(name: #""Example \#(index)""#)
      }
      text += index % 5 == 0 ? "\r\n" : "\n"
    }
    return text
  }()

  private func sources() throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", Self.lines)
    try scratch.file("b.jsonl", String(repeating: "{}\n", count: 2000))
    for index in 0..<40 {
      let document = index % 3 == 0 ? Documents.body(prefix: #""/""#) : Documents.valid
      try scratch.file("d/\(index).json", document)
    }
    try scratch.file("z.ndjson", Self.lines)
    return scratch
  }

  private static let arguments = [
    "a.ndjson", "missing.json", "d", "b.jsonl", "d/3.json", "none", "z.ndjson",
  ]

  @Test(
    "The same bytes as from one thread, including errors",
    arguments: [
      ["--format", "text"], ["--format", "json"], ["--format", "ndjson"],
      ["--format", "text", "--summary"], ["--format", "json", "--summary"],
      ["--format", "ndjson", "--summary"], ["--fail-fast"], ["--quiet"],
      ["--format", "sarif"], ["--format", "github"], ["--format", "junit"],
    ])
  func sameBytes(options: [String]) throws {
    let scratch = try sources()
    func run(_ jobs: Int) throws -> ConformProcess.Run {
      try ConformProcess.run(
        ["check", "--jobs", "\(jobs)"] + options + Self.arguments, input: "", in: scratch.url)
    }
    let expected = try run(1)
    for jobs in [2, 3, 8] {
      let actual = try run(jobs)
      #expect(actual.output == expected.output, "\(jobs) jobs")
      #expect(actual.errorOutput == expected.errorOutput, "\(jobs) jobs")
      #expect(actual.status == expected.status, "\(jobs) jobs")
    }
  }

  @Test("The same bytes through slow pipes on both sides", arguments: [1, 2, 5])
  func slowPipes(jobs: Int) throws {
    let scratch = try ScratchDirectory()
    let file = try scratch.file("a.ndjson", Self.lines)
    let expected = try ConformProcess.run(
      ["check", "--format", "ndjson", "--lines"], input: try Data(contentsOf: file))
    let run = try ConformProcess.runScript(
      """
      for block in 0 1 2 3; do dd if=a.ndjson bs=100003 skip=$block count=1 2>/dev/null
      sleep 0.05; done | { cat; dd if=a.ndjson bs=100003 skip=4 2>/dev/null; } |
      "$0" check --format ndjson --lines --jobs \(jobs) |
      { dd bs=5000 count=1 2>/dev/null; sleep 0.2; cat; }
      """, in: scratch.url)
    #expect(run.output == expected.output)
  }

  @Test("A document from a pipe is answered before the next one arrives")
  func answersAtOnce() throws {
    let scratch = try ScratchDirectory()
    // The second line is written only after the first one is answered.
    let run = try ConformProcess.runScript(
      """
      mkfifo in out; ("$0" check --lines --format ndjson --jobs 3 <in >out; echo $? >status) &
      exec 3>in 4<out
      echo '[]' >&3; read -r answer <&4; echo "$answer"
      echo '{' >&3; read -r answer <&4; echo "$answer"
      exec 3>&-; wait; cat status
      """, in: scratch.url)
    let outcomes = try run.lines.prefix(2).map {
      try JSONValue(parsing: Array($0.utf8))["outcome"]?.stringValue
    }
    #expect(outcomes == ["invalid", "malformed"])
    #expect(run.lines.last == "1")
  }

  @Test("--fail-fast ends at the first document in input order that is not valid")
  func failFast() throws {
    let scratch = try ScratchDirectory()
    let valid = String(repeating: Documents.valid + "\n", count: 2000)
    try scratch.file("a.ndjson", valid + "[]\n" + valid)
    try scratch.file("b.ndjson", "{}\n")
    for jobs in [1, 2, 4] {
      let run = try ConformProcess.run(
        ["check", "--fail-fast", "--jobs", "\(jobs)", "a.ndjson", "b.ndjson"], input: "",
        in: scratch.url)
      #expect(run.status == 1)
      #expect(run.lines.count == 2)
      #expect(run.lines.first?.hasPrefix("a.ndjson:2001:1: error:") == true)
      #expect(run.lines.last == "2001 documents: 2000 valid, 1 invalid (1 error)")
    }
  }

  @Test("--fail-fast does not wait for a silent pipe")
  func failFastOnPipe() throws {
    let scratch = try ScratchDirectory()
    let run = try ConformProcess.runScript(
      """
      mkfifo in && exec 3<>in && echo '[]' >&3
      "$0" check --lines --fail-fast --jobs 3 <in; echo $?
      """, in: scratch.url)
    #expect(run.lines.last == "1")
  }

  @Test("Standard input and a file that is named twice are read in the given order")
  func standardInputTwice() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.json", "[]")
    let run = try ConformProcess.run(
      ["check", "--format", "ndjson", "--jobs", "4", "-", "a.json", "-", "a.json"],
      input: Documents.valid, in: scratch.url)
    let outcomes = try run.lines.map {
      try JSONValue(parsing: Array($0.utf8))["outcome"]?.stringValue
    }
    #expect(outcomes == ["valid", "invalid", "malformed", "invalid"])
  }

  @Test("A signal ends the run with the report so far", arguments: [("INT", 130), ("TERM", 143)])
  func signals(name: String, status: Int) throws {
    let scratch = try ScratchDirectory()
    for format in ["text", "json", "ndjson"] {
      // The pipe stays open, so the run would wait for more input without the signal, which comes after the first
      // line is answered. Shells start background commands with SIGINT ignored, so the command runs in the
      // foreground.
      let run = try ConformProcess.runScript(
        """
        rm -f in; : >out; mkfifo in && exec 3<>in && echo '[]' >&3
        (i=0; until grep -q object out || [ $i -gt 600 ]; do i=$((i+1)); sleep 0.05; done
        kill -\(name) $(cat pid)) &
        sh -c 'echo $$ >pid; exec "$0" check --lines --format \(format) --jobs 2' "$0" <in >>out
        status=$?; cat out; echo $status
        """, in: scratch.url)
      #expect(run.lines.last == "\(status)")
      #expect(run.errorText.contains("the report covers the documents checked until then"))
      if format == "text" {
        #expect(run.lines.dropLast().last == "1 document: 1 invalid (1 error)")
      } else if format == "json" {
        let report = try JSONValue(parsing: Array(run.lines.dropLast().joined().utf8))
        #expect(report["summary"]?["invalid"]?.integerValue == 1)
      }
    }
  }

  @Test("An invalid number of jobs is rejected", arguments: ["0", "-1", "x"])
  func badJobs(_ jobs: String) throws {
    #expect(try ConformProcess.run(["check", "--jobs=\(jobs)"], input: "").status == 2)
  }
}
