import Foundation
import JSONText
import ScratchDirectories
import Testing

/// Edge cases of the command line, each of a kind that has misled users or programs.
@Suite("Edges")
struct EdgesTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    /// A shell script; the command is `$0`.
    let script: String
    /// The output of the script; the exit status comes last.
    let lines: [String]
    /// Texts on standard error, in this order.
    var complaints: [String] = []

    var testDescription: String { id }
  }

  /// Files for all cases: `good.json` is valid, and `bad.json` is `{}`.
  private func run(_ script: String) throws -> ConformProcess.Run {
    let scratch = try ScratchDirectory()
    try scratch.file("good.json", Documents.valid)
    try scratch.file("bad.json", "{}")
    return try ConformProcess.runScript(script, in: scratch.url)
  }

  private func check(_ row: Case) throws {
    let run = try run(row.script)
    #expect(run.lines == row.lines)
    var rest = run.errorText[...]
    if row.complaints.isEmpty { #expect(rest.isEmpty) }
    for complaint in row.complaints {
      let range = rest.range(of: complaint)
      #expect(range != nil, "\(complaint) in \(run.errorText)")
      rest = rest[(range?.upperBound ?? rest.startIndex)...]
    }
  }

  static let dashes = [
    Case(
      id: "a file that starts with a dash is a path",
      script: #"echo '{' >-batch.json; "$0" check -q *.json; echo $?"#, lines: ["1"]),
    Case(
      id: "its name is shown so that it can be used",
      script: #"echo '{' >-batch.json; "$0" check --summary -batch.json | tail -1; echo $?"#,
      lines: ["            ./-batch.json:2:1", "0"]),
    Case(
      id: "a cluster of letters that is not a file",
      script: #""$0" check -batch.json; echo $?"#, lines: ["2"],
      complaints: ["conform: unknown option '-batch.json'", "put \"--\" in front of paths"]),
    Case(
      id: "a cluster of letters with h, which would request help",
      script: #""$0" check -qh good.json; echo $?"#, lines: ["2"],
      complaints: ["conform: unknown option '-qh'"]),
    Case(
      id: "a file with the name of an option", script: #"echo >-q; "$0" check -q; echo $?"#,
      lines: ["2"], complaints: ["conform: '-q' is an option and a file; for the file, write ./-q"]),
    Case(
      id: "a file with the name of the help option",
      script: #"echo >--help; "$0" check *; echo $?"#,
      lines: ["2"], complaints: ["'--help' is an option and a file"]),
    Case(
      id: "after two dashes, every argument is a path",
      script: #"echo '{' >-q; "$0" check --summary -- -q | tail -1; "$0" check -- -x; echo $?"#,
      lines: ["            -q:2:1", "0 documents", "2"], complaints: ["cannot read -x"]),
    Case(
      id: "a long name with an extension is a path",
      script: #"echo '{' >--a.json; "$0" check -q --a.json; echo $?"#, lines: ["1"]),
    Case(
      id: "another command's paths", script: #"echo '{}' >-s.json; "$0" schema -s.json; echo $?"#,
      lines: ["1 schema: no problems", "0"]),
    Case(
      id: "an unknown command", script: #""$0" chek; echo $?"#, lines: ["2"],
      complaints: ["conform: unknown command 'chek'; did you mean 'check'?"]),
    Case(
      id: "an unknown command of a command", script: #""$0" vectors rum; echo $?"#, lines: ["2"],
      complaints: ["conform: unknown command 'rum'; did you mean 'run'?"]),
    Case(
      id: "an empty path, for example from an unset variable",
      script: #""$0" check "$nothing"; echo $?"#, lines: ["2"],
      complaints: ["conform: a path is empty"]),
    Case(
      id: "no command, for example from an unset variable",
      script: #""$0" $nothing; echo $?; "$0" vectors; echo $?; "$0" --; echo $?"#,
      lines: ["2", "2", "2"],
      complaints: ["the command is missing", "the command is missing", "the command is missing"]),
    Case(
      id: "help is also a command",
      script: #""$0" help >x && "$0" help vectors run >x && "$0" help vectors >x; echo $?"#,
      lines: ["0"]),
    Case(
      id: "help for an unknown command", script: #""$0" help chek; echo $?"#, lines: ["2"],
      complaints: ["conform: unknown command 'chek'; did you mean 'check'?"]),
    Case(
      id: "an unknown format", script: #""$0" check --format jsn good.json; echo $?"#, lines: ["2"],
      complaints: ["conform: The value 'jsn' is invalid", "; did you mean 'json'? Please provide"]),
    Case(
      id: "an unknown value of a few", script: #""$0" export typscript; echo $?"#, lines: ["2"],
      complaints: ["'typscript' is invalid for '<format>'; did you mean 'typescript'?"]),
    Case(
      id: "a value that resembles nothing", script: #""$0" check --format xyzzy; echo $?"#,
      lines: ["2"], complaints: ["'--format <format>'. Please provide one of"]),
    Case(
      id: "the parser's own options", script: #""$0" --vresion; "$0" check --hlep; echo $?"#,
      lines: ["2"],
      complaints: ["'--vresion'; did you mean '--version'?", "'--hlep'; did you mean '--help'?"]),
    Case(
      id: "a schema file",
      script: #"echo '{}' >s.json; "$0" check --schema ./s.jsn good.json; echo $?"#, lines: ["2"],
      complaints: ["unknown schema './s.jsn'; did you mean './s.json'?"]),
    Case(
      id: "a field", script: #""$0" spec nmae; echo $?"#, lines: ["2"],
      complaints: ["unknown rule or field 'nmae'; did you mean 'name'?"]),
    Case(
      id: "a single prefix for the parser's errors", script: #""$0" check --fromat json; echo $?"#,
      lines: ["2"], complaints: ["conform: Unknown option '--fromat'"]),
  ]

  @Test("Names that could be options", arguments: dashes)
  func dash(_ row: Case) throws { try check(row) }

  static let streams = [
    Case(
      id: "standard input is closed", script: #""$0" check <&-; echo $?"#,
      lines: ["0 documents", "2"],
      complaints: ["conform: cannot read <stdin>: Bad file descriptor"]),
    Case(
      id: "standard input is closed, with lines", script: #""$0" check --lines -q <&-; echo $?"#,
      lines: ["2"], complaints: ["conform: cannot read <stdin>: Bad file descriptor"]),
    Case(
      id: "standard input is closed and not needed", script: #""$0" check good.json <&-; echo $?"#,
      lines: ["1 document: 1 valid", "0"]),
    Case(
      id: "standard output is closed", script: #""$0" check good.json >&-; echo $?"#, lines: ["2"],
      complaints: ["conform: cannot write standard output: Bad file descriptor"]),
    Case(
      id: "standard output is closed and not needed",
      script: #""$0" check -q good.json >&-; echo $?"#, lines: ["0"]),
    Case(
      id: "standard error is closed", script: #""$0" check bad.json nope.json 2>&- >x; echo $?"#,
      lines: ["2"]),
    Case(
      id: "no other file takes the number of standard error",
      script: #""$0" check bad.json -o report 2>&- ; echo $?; grep -c required report"#,
      lines: ["1", "4"]),
    Case(
      id: "input and output are closed", script: #""$0" check bad.json <&- >&-; echo $?"#,
      lines: ["2"], complaints: ["conform: cannot write standard output"]),
    Case(
      id: "lines, input and output closed",
      script: #"echo '{' >x.ndjson; "$0" check x.ndjson <&- >&-; echo $?"#, lines: ["2"],
      complaints: ["conform: cannot write standard output"]),
    Case(
      id: "everything is closed", script: #""$0" check bad.json <&- >&- 2>&-; echo $?"#,
      lines: ["2"]),
    Case(
      id: "compressed input with everything closed",
      script: #"gzip -k good.json; "$0" check -q good.json.gz <&- >&- 2>&-; echo $?"#, lines: ["0"]),
    Case(
      id: "other commands, too",
      script: #""$0" schemas >&-; echo $?; "$0" pattern --lines <&-; echo $?"#,
      lines: ["2", "2"], complaints: ["cannot write standard output", "cannot read <stdin>"]),
    Case(
      id: "a full disk for the report", script: #""$0" check bad.json >/dev/full; echo $?"#,
      lines: ["2"], complaints: ["conform: cannot write standard output: No space left on device"]),
    Case(
      id: "a full disk for the help", script: #""$0" --help >/dev/full; echo $?"#, lines: ["2"],
      complaints: ["conform: cannot write standard output: No space left on device"]),
    Case(
      id: "a full disk for the copies",
      script: #""$0" check --valid /dev/full -q good.json; echo $?"#, lines: ["2"],
      complaints: ["conform: cannot write /dev/full: No space left on device"]),
  ]

  @Test("Streams that are closed or full", arguments: streams)
  func stream(_ row: Case) throws { try check(row) }

  static let emptiness = [
    Case(
      id: "a run without documents succeeds",
      script: #"printf '\n \n' >x.ndjson; "$0" check x.ndjson; echo $?"#,
      lines: ["0 documents", "0"]),
    Case(
      id: "unless a document is required",
      script: #"printf '\n \n' >x.ndjson; "$0" check --require-documents x.ndjson; echo $?"#,
      lines: ["0 documents", "2"], complaints: ["conform: there are no documents to check"]),
    Case(
      id: "a document exists", script: #""$0" check --require-documents good.json; echo $?"#,
      lines: ["1 document: 1 valid", "0"]),
  ]

  @Test("Nothing to check", arguments: emptiness)
  func nothing(_ row: Case) throws { try check(row) }

  static let outputs = [
    Case(
      id: "a report next to its documents is not a document",
      script:
        #""$0" check . --format json -o r.json; "$0" check . --format json -o r.json; echo $?"#,
      lines: ["1"]),
    Case(
      id: "a file that a shell writes to is not a document",
      script: #""$0" check . --summary --format json >r.json; grep -c '"documents": 2' r.json"#,
      lines: ["1"]),
    Case(
      id: "a file to check is not overwritten",
      script: #"ln bad.json l; "$0" check bad.json --valid l; echo $?; cat bad.json"#,
      lines: ["2", "{}"], complaints: ["conform: cannot write l: it is also a file to check"]),
    Case(
      id: "a file that a shell has emptied is not checked",
      script: #""$0" check good.json >good.json; echo $?"#, lines: ["2"],
      complaints: ["conform: cannot read good.json: the output goes there"]),
    Case(
      id: "an output of the maximum file size",
      script:
        #"yes '{}' | head -n 4000 >a.ndjson; ulimit -f 1; LLVM_PROFILE_FILE=/dev/null "$0" check a.ndjson >r; echo $?"#,
      lines: ["2"], complaints: ["conform: cannot write standard output: File too large"]),
  ]

  @Test("Files that are read and written", arguments: outputs)
  func output(_ row: Case) throws { try check(row) }

  @Test("Every machine-readable format reports unreadable sources")
  func unreadable() throws {
    let run = try run(
      #"""
      head -c 30 /dev/urandom >x && gzip -c x | head -c 20 >t.json.gz
      for format in json ndjson sarif github junit flag basic; do
        "$0" check good.json t.json.gz nope.json --format $format >$format; echo $?; done
      "$0" check --summary --format json nope.json >summary
      for format in json ndjson sarif github junit flag basic summary; do echo @@$format; cat $format; done
      """#)
    #expect(run.lines.prefix(7) == Array(repeating: "2", count: 7)[...])
    var reports: [String: String] = [:]
    for part in run.text.components(separatedBy: "@@").dropFirst() {
      let (name, text) = (part.prefix { $0 != "\n" }, part.drop { $0 != "\n" }.dropFirst())
      reports[String(name)] = String(text)
    }
    func value(_ name: String) throws -> JSONValue {
      try JSONValue(parsing: Array((reports[name] ?? "").utf8))
    }
    let json = try #require(try value("json")["unreadable"]?.arrayValue)
    #expect(json.map { $0["source"]?.stringValue } == ["t.json.gz", "nope.json"])
    #expect(
      json.last?["message"]?.stringValue == "cannot read nope.json: No such file or directory")
    #expect(try value("summary")["unreadable"]?.arrayValue?.count == 1)
    let lines = try (reports["ndjson"] ?? "").split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(lines.map { $0["outcome"]?.stringValue } == ["valid", nil, nil])
    #expect(
      lines.last?["unreadable"]?["message"]?.stringValue
        == "cannot read nope.json: No such file or directory")
    let invocation = try value("sarif")["runs"]?.arrayValue?.first?["invocations"]?.arrayValue?
      .first
    #expect(invocation?["executionSuccessful"] == .boolean(false))
    #expect(invocation?["toolExecutionNotifications"]?.arrayValue?.count == 2)
    #expect(
      reports["github"]?.contains(
        "::error title=unreadable,file=nope.json::cannot read nope.json: No such file") == true)
    #expect(
      reports["junit"]?.contains(#"errors="1"><testcase classname="conform" name="nope.json">"#)
        == true)
    for format in ["flag", "basic"] {
      #expect(reports[format]?.contains(#"{"valid":false,"error":"cannot read nope.json"#) == true)
    }
  }

  static let paths: [(argument: String, path: String, reason: String)] = [
    ("./a.json", "a.json", "a dot is removed"),
    ("sub/../a.json", "a.json", "a parent directory is removed"),
    ("../work/a.json", "a.json", "out of the directory and back"),
    ("../b.json", "<parent>/b.json", "outside of the directory, the path starts at the root"),
    ("<parent>/work/a.json", "a.json", "inside, the path is relative"),
    ("sub//c.json", "sub/c.json", "repeated slashes become one"),
    (
      "link/../d.json", "sub/d.json",
      "a parent directory after a link is resolved like the system does"
    ),
  ]

  @Test("Consumers of a report can match its paths", arguments: paths)
  func path(argument: String, path: String, reason: String) throws {
    let scratch = try ScratchDirectory()
    for name in ["b.json", "work/a.json", "work/sub/c.json", "work/sub/d.json", "work/sub/deep/x"] {
      try scratch.file(name, "[]")
    }
    let directory = scratch.url.appendingPathComponent("work")
    try FileManager.default.createSymbolicLink(
      atPath: directory.appendingPathComponent("link").path, withDestinationPath: "sub/deep")
    let parent = try ConformProcess.runScript("pwd -P", in: scratch.url).lines[0]
    let argument = argument.replacing("<parent>", with: parent)
    let path = path.replacing("<parent>", with: parent)
    let annotations = try ConformProcess.run(
      ["check", "--format", "github", argument], input: "", in: directory)
    #expect(annotations.text.contains("file=\(path),line=1"), "\(reason): \(annotations.text)")
    let log = try ConformProcess.run(
      ["check", "--format", "sarif", argument], input: "", in: directory)
    let uri = (path.hasPrefix("/") ? "file://" : "") + path
    #expect(log.text.contains(#""uri":"\#(uri)""#), "\(reason): \(log.text)")
  }

  static let resemblances: [(bytes: [UInt8], hint: String)] = [
    ([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], "UTF-16, as PowerShell writes it; convert it to UTF-8"),
    ([0xFE, 0xFF, 0, 0x7B, 0, 0x7D], "UTF-16"),
    (
      Array("{\0}\0".utf8),
      "UTF-16; convert it to UTF-8, for example with iconv -t UTF-8 -f UTF-16LE"
    ),
    (Array("\0{\0}".utf8), "UTF-16BE"),
    ([0xFF, 0xFE, 0, 0, 0x7B, 0, 0, 0], "UTF-32"),
    (Array("{\0\0\0}\0\0\0".utf8), "iconv -t UTF-8 -f UTF-32LE"),
    (Array("\0\0\0{\0\0\0}".utf8), "iconv -t UTF-8 -f UTF-32BE"),
    ([0x1F, 0x8B, 8, 0], ".gz file"),
    (Array("BZh91AY".utf8), ".bz2 file"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0], ".xz file"),
    (Array("\u{1E}{}\n\u{1E}{}\n".utf8), "JSON text sequence"),
    (Array("eyJhIjoxfQ==".utf8), "Base64"),
    (Array("{\"a\": 1,\n<<<<<<< HEAD\n\"b\": 1}".utf8), "merge conflict"),
    (Array("<<<<<<< HEAD\n{}".utf8), "merge conflict"),
    (Array("a: 1".utf8), "read it with --yaml"),
    ([0x28, 0xB5, 0x2F, 0xFD], ".zst file"),
    (Array("name: x\ntype: s3\n".utf8), "YAML"),
    (Array("---\na: 1\n".utf8), "YAML"),
    (Array("- a\n- b\n".utf8), "YAML"),
    (Array("# note\n{}".utf8), "YAML"),
    (Array("{\n  // note\n  \"a\": 1}".utf8), "comment"),
    (Array("/* note */ {}".utf8), "comment"),
    (Array("{\"a\": 1 /* one */}".utf8), "comment"),
    (Array("{'a': 1}".utf8), "double quotes"),
    (Array("<html>".utf8), "HTML or XML"),
    (Array("{\"a\": NaN}".utf8), "JSON has no NaN"),
    (Array("{\"a\": None}".utf8), "JSON has no None"),
    (Array("{}\n{}\n".utf8), "use --lines"),
  ]

  @Test("A report names the format that a document resembles", arguments: resemblances)
  func resemblance(bytes: [UInt8], hint: String) throws {
    let text = try ConformProcess.run(["check"], input: bytes)
    #expect(text.text.contains("note: ") && text.text.contains(hint), "\(text.text)")
    let line = try ConformProcess.run(["check", "--format", "ndjson"], input: bytes)
    let fault = try JSONValue(parsing: Array(line.lines.joined().utf8))["fault"]
    #expect(fault?["hint"]?.stringValue?.contains(hint) == true)
  }

  /// Files of two lines, and the encodings that the hints about their lines name. The second line starts behind one
  /// byte of a line feed: a line in the middle of a file has the same bytes in both byte orders.
  static let encodedLines: [(bytes: String, encodings: [String])] = [
    ("{\0}\0\n\0{\0}\0\n\0", ["UTF-16LE", "UTF-16"]),
    ("\0{\0}\0\n\0{\0}\0\n", ["UTF-16BE", "UTF-16"]),
    ("{\0\0\0\n\0\0\0{\0\0\0\n\0\0\0", ["UTF-32LE", "UTF-32"]),
    ("\0\0\0{\0\0\0\n\0\0\0{\0\0\0\n", ["UTF-32BE", "UTF-32"]),
  ]

  @Test("Only the first line of a file shows the byte order", arguments: encodedLines)
  func byteOrder(bytes: String, encodings: [String]) throws {
    let run = try ConformProcess.run(["check", "--lines", "--format", "ndjson"], input: bytes)
    let hints = try run.lines.map {
      try JSONValue(parsing: Array($0.utf8))["fault"]?["hint"]?.stringValue
    }
    for (hint, encoding) in zip(hints, encodings) {
      #expect(hint?.hasSuffix("iconv -t UTF-8 -f \(encoding)") == true, "\(hints)")
    }
  }

  @Test(
    "Malformed JSON that resembles no other format gets no such note",
    arguments: [
      "{", "[1,", #"{"a" 1}"#, #"{"a":1,"a":2}"#, "{\"a\":\"\u{1}\"}", "nul", "1.", #"{a:1}"#, "",
      "x",
    ])
  func noResemblance(_ text: String) throws {
    let run = try ConformProcess.run(["check", "--format", "ndjson"], input: text)
    let fault = try JSONValue(parsing: Array(run.lines.joined().utf8))["fault"]
    #expect(fault != nil && fault?["hint"] == nil, "\(run.text)")
  }

  @Test("No format contains a byte that a terminal interprets, whatever its source")
  func terminalControl() throws {
    let scratch = try ScratchDirectory()
    let controls = "\u{1B}[2J\u{9B}31m\u{202E}\u{200B}\u{2028}"
    let name = "a\(controls)\n.json"
    try scratch.file(name, #"{"\#("\\u001b\u{9B}\u{202E}")":1,"a":"\#("\u{9B}\u{202E}")"}"#)
    try scratch.file("schema", #"{"additionalProperties":false,"properties":{"a":{"const":1}}}"#)
    for format in [
      "text", "json", "ndjson", "sarif", "github", "junit", "flag", "basic", "list", "hierarchical",
    ] {
      for more in [[], ["--summary"], ["nope\(controls)"]] {
        let run = try ConformProcess.run(
          ["check", "--schema", "schema", "--format", format, name] + more, input: "",
          in: scratch.url)
        if more == ["--summary"] && run.output.isEmpty { continue }
        for output in [run.text, run.errorText] {
          for scalar in output.unicodeScalars where scalar != "\n" {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator:
              Issue.record("\(format) has U+\(String(scalar.value, radix: 16))")
            default: break
            }
          }
        }
      }
    }
  }

  @Test("Limits of consumers are respected, and omissions are counted")
  func consumerLimits() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", String(repeating: "{}\n", count: 2000))
    for jobs in ["1", "3"] {
      let log = try JSONValue(
        parsing: try ConformProcess.run(
          ["check", "--format", "sarif", "--jobs", jobs, "a.ndjson"], input: "", in: scratch.url
        ).output)
      let run = try #require(log["runs"]?.arrayValue?.first)
      #expect(run["results"]?.arrayValue?.count == 5000)
      #expect(run["properties"]?["omittedResults"]?.integerValue == 3000)
      let notification = run["invocations"]?.arrayValue?.first?["toolExecutionNotifications"]?
        .arrayValue?.first
      #expect(
        notification?["message"]?["text"]?.stringValue?.hasPrefix("3000 more results") == true)
      let annotations = try ConformProcess.run(
        ["check", "--format", "github", "--jobs", jobs, "a.ndjson"], input: "", in: scratch.url)
      #expect(annotations.lines.count == 11)
      #expect(
        annotations.lines.last?.hasPrefix("::notice title=omitted::7990 more results") == true)
    }
  }

  @Test("Every format distinguishes names that are not UTF-8")
  func bytesInNames() throws {
    let run = try run(
      #"""
      a=$(printf 'a\377.json'); b=$(printf 'a\376.json')
      { echo '[]' >"$a"; } 2>/dev/null && echo '[]' >"$b" || exit 77
      for format in text json ndjson sarif github junit
      do "$0" check --format $format "$a" "$b" | grep -oE 'a(\\+xF|%F)[EF]\.json' | sort -u; done
      """#)
    // Some file systems do not accept such names.
    if run.status == 77 { return }
    let text = [#"a\xFE.json"#, #"a\xFF.json"#]
    let json = [#"a\\xFE.json"#, #"a\\xFF.json"#]
    #expect(
      run.lines == text + json + json + ["a%FE.json", "a%FF.json"] + text + text)
  }
}
