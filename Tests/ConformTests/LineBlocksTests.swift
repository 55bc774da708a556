import Foundation
import JSONText
import ScratchDirectories
import Testing

@Suite("Blocks of lines")
struct LineBlocksTests {
  /// The number of bytes of a regular file that are read at once, and the number of bytes at the end in which the
  /// last line end is sought first.
  private static let block = 1 << 17
  private static let tail = 1 << 12

  /// Lines of the same length, not counting their ends.
  struct Lines {
    let length: Int
    var end = "\n"
    var count = 1
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let lines: [Lines]

    init(_ description: String, _ lines: Lines...) {
      testDescription = description
      self.lines = lines
    }

    /// Lines that are malformed at their last byte, and the places of those bytes.
    var text: (bytes: [UInt8], faults: [Place]) {
      var bytes: [UInt8] = []
      var faults: [Place] = []
      var number = 0
      for run in lines {
        for _ in 0..<run.count {
          number += 1
          if run.length > 0 {
            bytes += [UInt8](repeating: UInt8(ascii: " "), count: run.length - 1)
            faults.append(Place(line: number, column: run.length, offset: bytes.count))
            bytes.append(UInt8(ascii: "]"))
          }
          bytes += run.end.utf8
        }
      }
      return (bytes, faults)
    }
  }

  struct Place: Equatable {
    let line: Int?
    let column: Int?
    let offset: Int?
  }

  static let cases = [
    Case("a line end is a block's last byte", Lines(length: block - 1), Lines(length: 9, count: 3)),
    Case("a line end is the next block's first byte", Lines(length: block), Lines(length: 9)),
    Case("a line ends one byte before a block does", Lines(length: block - 2), Lines(length: 9)),
    Case(
      "a block ends between CR and LF", Lines(length: 9), Lines(length: block - 11, end: "\r\n"),
      Lines(length: 5, end: "\r\n"), Lines(length: block)),
    Case(
      "CRLF ends a block", Lines(length: 9), Lines(length: block - 12, end: "\r\n"),
      Lines(length: 5, end: "\r\n"), Lines(length: block)),
    Case(
      "the last line end is the first byte examined", Lines(length: block - tail),
      Lines(length: block)),
    Case(
      "the last line end is one byte before", Lines(length: block - tail - 1),
      Lines(length: block)),
    Case("the only line end is a block's first byte", Lines(length: 0), Lines(length: block * 2)),
    Case("the last line end is its second byte", Lines(length: 1), Lines(length: block * 2)),
    Case(
      "a line spans blocks", Lines(length: 700, count: 200), Lines(length: block * 3 + 5),
      Lines(length: 700, count: 400)),
    Case("blocks of blank lines", Lines(length: 0, count: block * 3), Lines(length: 2)),
    Case("blank lines, CRLF", Lines(length: 0, end: "\r\n", count: block), Lines(length: 2)),
    Case(
      "the file ends with a block and a line", Lines(length: block - 1), Lines(length: block - 1)),
    Case("the file ends with a block", Lines(length: block - 1), Lines(length: block, end: "")),
    Case(
      "the last line, without an end, starts with a block", Lines(length: block - 1),
      Lines(length: 1, end: "")),
    Case("one block without a line end", Lines(length: block, end: "")),
    Case("one byte more", Lines(length: block + 1, end: "")),
    Case(
      "a line of every length", Lines(length: 4000, count: 70), Lines(length: 4095, count: 70),
      Lines(length: 4096, count: 70), Lines(length: 10_000, count: 70), Lines(length: 3)),
  ]

  private func places(_ run: ConformProcess.Run) throws -> [Place] {
    try run.lines.map { line in
      let document = try JSONValue(parsing: Array(line.utf8))
      let fault = document["fault"]
      #expect(document["line"]?.integerValue == fault?["line"]?.integerValue)
      return Place(
        line: fault?["line"]?.integerValue, column: fault?["column"]?.integerValue,
        offset: fault?["offset"]?.integerValue)
    }
  }

  @Test("Every line once, in order, from files, standard input and pipes", arguments: cases)
  func borders(_ example: Case) throws {
    let (bytes, faults) = example.text
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", bytes)
    let options = ["check", "--format", "ndjson", "--lines"]
    for jobs in [1, 2, 5] {
      let options = options + ["--jobs", "\(jobs)"]
      let file = try ConformProcess.run(options + ["a.ndjson"], input: "", in: scratch.url)
      #expect(try places(file) == faults, "a file, \(jobs) jobs")
    }
    let input = try ConformProcess.run(options, input: bytes)
    #expect(try places(input) == faults, "standard input")
    let pipe = try ConformProcess.runScript(
      #"cat a.ndjson | "$0" check --format ndjson --lines"#, in: scratch.url)
    #expect(try places(pipe) == faults, "a pipe")
  }

  @Test("Lines that exceed the limit, in blocks that several threads read")
  func limit() throws {
    let scratch = try ScratchDirectory()
    let lengths = [3, Self.block * 2, 3, Self.block * 2, Self.block, 3, 101, 100, Self.block * 3]
    let lines = lengths.map { String(repeating: " ", count: $0 - 1) + "]" }
    try scratch.file("a.ndjson", lines.joined(separator: "\n"))
    for jobs in ["1", "4"] {
      let run = try ConformProcess.run(
        [
          "check", "--format", "ndjson", "--max-document-bytes", "100", "--jobs", jobs, "a.ndjson",
        ], input: "", in: scratch.url)
      let documents = try run.lines.map { try JSONValue(parsing: Array($0.utf8)) }
      #expect(documents.map { $0["line"]?.integerValue } == Array(1...lengths.count))
      #expect(
        documents.map { $0["outcome"]?.stringValue }
          == lengths.map { $0 > 100 ? "indeterminate" : "malformed" })
    }
  }

  @Test("A line of whitespace is blank, however long it is")
  func longBlankLine() throws {
    let spaces = String(repeating: " ", count: Self.block * 2)
    let text = [spaces, spaces + "]", spaces + "\r", "]", spaces].joined(separator: "\n")
    for limit in [
      ["--max-document-bytes", "100"], ["--max-document-bytes", "\(spaces.utf8.count)"], [],
    ] {
      let run = try ConformProcess.run(
        ["check", "--format", "ndjson", "--lines"] + limit, input: text)
      let documents = try run.lines.map { try JSONValue(parsing: Array($0.utf8)) }
      #expect(documents.map { $0["line"]?.integerValue } == [2, 4])
      let long = limit.isEmpty ? "malformed" : "indeterminate"
      #expect(documents.map { $0["outcome"]?.stringValue } == [long, "malformed"])
    }
  }

  /// More numbered lines than are read ahead while the report is not read, and the report of a run on them.
  private func numbered(
    _ numbers: Range<Int>, in scratch: ScratchDirectory
  ) throws -> (text: String, report: [String]) {
    let padding = String(repeating: " ", count: 2000)
    let text = numbers.map { "[\($0)\(padding)]\n" }.joined()
    let run = try ConformProcess.run(
      ["check", "--format", "ndjson", "--lines"], input: text, in: scratch.url)
    return (text, run.lines)
  }

  @Test("Standard input that other programs read before and after")
  func partOfStandardInput() throws {
    let scratch = try ScratchDirectory()
    let (text, report) = try numbered(0..<1000, in: scratch)
    try scratch.file("a.ndjson", "#######\n" + text)
    let run = try ConformProcess.runScript(
      #"""
      { dd bs=8 count=1 2>/dev/null; "$0" check --format ndjson --lines --jobs 2
      echo "($(wc -c))"; } <a.ndjson
      """#, in: scratch.url)
    #expect(run.lines == ["#######"] + report + ["(0)"])
  }

  @Test("A file that becomes shorter is read to its new end")
  func shrinkingFile() throws {
    let scratch = try ScratchDirectory()
    let (text, report) = try numbered(0..<4000, in: scratch)
    try scratch.file("a.ndjson", text)
    // Nothing reads the report before the file is truncated.
    let run = try ConformProcess.runScript(
      #"""
      mkfifo out; { "$0" check --format ndjson --jobs 2 a.ndjson >out; echo $? >status; } &
      { sleep 0.3; dd if=/dev/null of=a.ndjson bs=1 seek=4000000 2>/dev/null; cat; } <out
      wait; cat status
      """#, in: scratch.url)
    #expect(run.lines.last == "1")
    // The last line may be truncated.
    let lines = run.lines.dropLast(2)
    #expect(lines.count < report.count)
    #expect(
      Array(lines)
        == report.map { $0.replacing("<stdin>", with: "a.ndjson") }.prefix(lines.count).map { $0 })
  }

  @Test("A file that becomes longer is read to its new end")
  func growingFile() throws {
    let scratch = try ScratchDirectory()
    let (text, report) = try numbered(0..<4000, in: scratch)
    let half = text.utf8.count / 2
    try scratch.file("a.ndjson", text.utf8.prefix(half))
    try scratch.file("rest", text.utf8.dropFirst(half))
    let run = try ConformProcess.runScript(
      #"""
      { "$0" check --format ndjson --jobs 2 a.ndjson; echo $?; } |
      { sleep 0.3; cat rest >>a.ndjson; cat; }
      """#, in: scratch.url)
    #expect(run.lines.dropLast() == report.map { $0.replacing("<stdin>", with: "a.ndjson") }[...])
    #expect(run.lines.last == "1")
  }
}
