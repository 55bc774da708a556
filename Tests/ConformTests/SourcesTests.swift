import Foundation
import JSONText
import ScratchDirectories
import Testing

@Suite("Inputs of check")
struct SourcesTests {
  /// The source and line of each document, in the order of the report.
  private func documents(
    _ arguments: [String], input: String = "", in scratch: ScratchDirectory
  ) throws -> [String] {
    let run = try ConformProcess.run(
      ["check", "--format", "ndjson"] + arguments, input: input, in: scratch.url)
    return try run.lines.map { line in
      let object = try JSONValue(parsing: Array(line.utf8))
      let number = object["line"]?.integerValue.map { ":\($0)" } ?? ""
      return (object["source"]?.stringValue ?? "?") + number
    }
  }

  @Test("Directories are searched in sorted order, without links to directories and dot names")
  func directories() throws {
    let scratch = try ScratchDirectory()
    for name in ["d/b.json", "d/a/z.JSON", "d/a.json", "d/c/deep/er.json", "d/.git/x.json"] {
      try scratch.file(name, Documents.valid)
    }
    try scratch.file("d/.hidden.json", "{}")
    try scratch.file("d/readme.md", "no")
    try scratch.file("d/json", "no")
    try scratch.file("d/lines.ndjson", "{}\n\n{}")
    try scratch.file("d/more.jsonl", "{}")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.appendingPathComponent("d/c/up").path, withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url.appendingPathComponent("d/z.json").path, withDestinationPath: "b.json")
    #expect(
      try documents(["d/"], in: scratch) == [
        "d/a/z.JSON", "d/a.json", "d/b.json", "d/c/deep/er.json", "d/lines.ndjson:1",
        "d/lines.ndjson:3", "d/more.jsonl:1", "d/z.json",
      ])
  }

  @Test("Paths, including standard input, are read in order; a given name is always read")
  func order() throws {
    let scratch = try ScratchDirectory()
    for name in ["b.json", "a.txt", ".c.json"] { try scratch.file(name, Documents.valid) }
    #expect(
      try documents(["b.json", "-", "a.txt", ".c.json", "b.json"], input: "{}", in: scratch)
        == ["b.json", "<stdin>", "a.txt", ".c.json", "b.json"])
  }

  @Test("--lines applies to every source")
  func lines() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.json", "{}\n{}")
    #expect(try documents(["--lines", "a.json"], in: scratch) == ["a.json:1", "a.json:2"])
    #expect(try documents(["a.json"], in: scratch) == ["a.json"])
  }

  static let endings: [(text: String, documents: [String], reason: String)] = [
    ("", [], "an empty file contains no line"),
    ("\n", [], "a line without a document"),
    (" \t\r\n\r\n \n", [], "only whitespace"),
    ("{}", ["f:1"], "the last line needs no end"),
    ("{}\n", ["f:1"], "a line end does not start another line"),
    ("{}\r\n{}\r\n", ["f:1", "f:2"], "CRLF"),
    ("\n{}\n\n\n{}", ["f:2", "f:5"], "blank lines count as lines"),
    ("{}\r{}\n", ["f:1"], "a bare CR does not end a line"),
    ("\u{FEFF}{}\n{}", ["f:1", "f:2"], "a byte order mark is a fault of the first line"),
  ]

  @Test("Line ends", arguments: endings)
  func lineEnds(text: String, documents expected: [String], reason: String) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("f", text)
    #expect(try documents(["--lines", "f"], in: scratch) == expected, "\(reason)")
  }

  @Test("Lines of every length near the size of the blocks")
  func blocks() throws {
    // Blocks of 256 KiB: lines that fill one, exceed it by one byte, and span several.
    let lengths = [10, 1 << 18 - 1, 1 << 18, 1 << 18 + 1, 3, 1 << 20, 2, 1 << 18 - 7, 5]
    var text = ""
    var expected: [(offset: Int, line: Int)] = []
    for (index, length) in lengths.enumerated() {
      expected.append((text.utf8.count + length - 1, index + 1))
      text += String(repeating: " ", count: length - 1) + "]\n"
    }
    let scratch = try ScratchDirectory()
    try scratch.file("big.ndjson", text)
    for arguments in [["big.ndjson"], ["--lines", "-"]] {
      let run = try ConformProcess.run(
        ["check", "--format", "ndjson"] + arguments, input: text, in: scratch.url)
      let faults = try run.lines.map { try JSONValue(parsing: Array($0.utf8))["fault"] }
      #expect(faults.map { $0?["offset"]?.integerValue } == expected.map(\.offset))
      #expect(faults.map { $0?["line"]?.integerValue } == expected.map(\.line))
      #expect(faults.map { $0?["column"]?.integerValue } == lengths)
    }
  }

  @Test("A line beyond the limit is indeterminate, and later lines are checked")
  func longLine() throws {
    let long = "[" + String(repeating: "1,", count: 1 << 19) + "1]"
    let text = "{}\n\(long)\n[]\n\(long)\n{}\n\(long)"
    let run = try ConformProcess.run(
      ["check", "--lines", "--format", "ndjson", "--max-document-bytes", "100"], input: text)
    let documents = try run.lines.map { try JSONValue(parsing: Array($0.utf8)) }
    let outcomes = documents.map { $0["outcome"]?.stringValue }
    #expect(
      outcomes == [
        "invalid", "indeterminate", "invalid", "indeterminate", "invalid", "indeterminate",
      ])
    #expect(documents.map { $0["line"]?.integerValue } == [1, 2, 3, 4, 5, 6])
    #expect(
      documents[2]["errors"]?.arrayValue?.first?["offset"]?.integerValue == 4 + long.utf8.count)
    #expect(documents[1]["limit"]?["offset"]?.integerValue == 3)
  }

  @Test(
    "Documents of a megabyte, just below and above a limit",
    arguments: [1 << 20 - 1, 1 << 20, 1 << 21])
  func large(size: Int) throws {
    let scratch = try ScratchDirectory()
    let document = Documents.valid
    let padding = String(repeating: " ", count: size - document.utf8.count)
    try scratch.file("padded.json", padding + document)
    let run = try ConformProcess.run(["check", "padded.json"], input: "", in: scratch.url)
    #expect(run.text == "1 document: 1 valid\n")
    let piped = try ConformProcess.run(["check"], input: padding + document)
    #expect(piped.text == "1 document: 1 valid\n")
    let limited = try ConformProcess.run(
      ["check", "--max-document-bytes", "\(size - 1)", "padded.json"], input: "", in: scratch.url)
    #expect(limited.status == 1)
    #expect(limited.lines.last == "1 document: 1 indeterminate")
  }

  @Test("Large documents on several threads, with errors throughout")
  func largeOnThreads() throws {
    let scratch = try ScratchDirectory()
    let padding = String(repeating: " ", count: 700_000)
    // Missing members are reported at the start of the document, but after errors at its end.
    let members = (0..<20).map { #""ä\#($0)":\#(padding)1"# }
    let document = #"{"name":"a?",\#n"# + members.joined(separator: ",\n") + #","type":"x"}"#
    for name in ["a", "b", "c"] { try scratch.file("\(name).json", document) }
    for format in ["text", "ndjson"] {
      let options = ["check", "--format", format, "--unknown-fields", "reject"]
      let run = try ConformProcess.run(
        options + ["--jobs", "3", "a.json", "b.json", "c.json"], input: "", in: scratch.url)
      // A pipe delivers the bytes in different pieces.
      let piped = try ConformProcess.runScript(
        #"cat a.json | "$0" "$@""#, options, in: scratch.url)
      func reports(_ lines: [String]) -> [String] { lines.filter { !$0.contains(" document") } }
      let expected = ["a", "b", "c"].flatMap { name in
        reports(piped.lines).map { $0.replacing("<stdin>", with: "\(name).json") }
      }
      #expect(reports(run.lines) == expected)
      #expect(expected.count >= 3)
    }
  }

  @Test("A file that becomes shorter during the run ends it with a message")
  func shrinkingFile() throws {
    let scratch = try ScratchDirectory()
    let document = "{" + #""x":["# + String(repeating: "1,", count: 4_000_000) + "1]}"
    for delay in ["0.01", "0.05", "0.2"] {
      try scratch.file("a.json", document)
      let run = try ConformProcess.runScript(
        #"""
        "$0" check --quiet a.json & sleep "$1"
        dd if=/dev/null of=a.json bs=1 seek=3000 2>/dev/null; wait $!; echo $?
        """#, [delay], in: scratch.url)
      #expect(run.lines == ["1"])
    }
  }

  @Test(
    "An input error is never a verdict, however the file is read",
    arguments: [[], ["--lines"], ["--jobs", "1"], ["--format", "json"]])
  func inputError(_ options: [String]) throws {
    // The first page of a process's memory can be opened but not read.
    let run = try ConformProcess.run(["check", "-q"] + options + ["/proc/self/mem"], input: "")
    #expect(run.status == 2)
    #expect(run.errorText == "conform: cannot read /proc/self/mem: Input/output error\n")
    let schema = try ConformProcess.run(["check", "--schema", "/proc/self/mem"], input: "{}")
    #expect(schema.status == 2)
  }

  @Test("Arbitrary bytes are malformed and never trap")
  func junk() throws {
    let scratch = try ScratchDirectory()
    var generator = SystemRandomNumberGenerator()
    try scratch.file("zeros.json", [UInt8](repeating: 0, count: 5000))
    try scratch.file("high.json", [UInt8](repeating: 0xFF, count: 5000))
    try scratch.file(
      "random.json", (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) })
    try scratch.file("quotes.json", "[" + String(repeating: "\"", count: 5000))
    try scratch.file("nested.json", String(repeating: "[", count: 100_000))
    for format in ["text", "json", "ndjson"] {
      for lines in [[], ["--lines"]] {
        let run = try ConformProcess.run(
          ["check", "--format", format] + lines + ["."], input: "", in: scratch.url)
        #expect(run.status == 1)
        #expect(run.errorText == "")
        // The output is valid UTF-8 whatever the input is.
        #expect(String(validating: run.output, as: UTF8.self) != nil)
        #expect(!run.output.contains { $0 < 0x20 && $0 != 0x0A })
      }
    }
  }

  @Test("The name of a file need not be UTF-8")
  func bytesInNames() throws {
    let scratch = try ScratchDirectory()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let script = #"""
      a=$(printf 'a\377.json'); b=$(printf 'a\376.json')
      printf '%s' "$1" >"$a" && printf '{' >"$b" || exit 77
      "$0" check --format ndjson "$b" "$a" >given; "$0" check --format ndjson . >found
      """#
    process.arguments = ["-c", script, ConformProcess.executable.path, Documents.valid]
    process.currentDirectoryURL = scratch.url
    try process.run()
    process.waitUntilExit()
    // Some file systems do not accept such names.
    guard process.terminationStatus != 77 else { return }
    func outcomes(_ name: String) throws -> [String?] {
      try String(contentsOf: scratch.url.appendingPathComponent(name), encoding: .utf8)
        .split(separator: "\n").map { line in
          let object = try JSONValue(parsing: Array(line.utf8))
          #expect(object["source"]?.stringValue?.contains(#"a\xF"#) == true)
          return object["outcome"]?.stringValue
        }
    }
    #expect(try outcomes("given") == ["malformed", "valid"])
    #expect(try outcomes("found") == ["malformed", "valid"])
  }
}
