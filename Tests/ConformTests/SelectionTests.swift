import Foundation
import ScratchDirectories
import Testing

@Suite("Selection of files")
struct SelectionTests {
  struct Case: Identifiable, CustomTestStringConvertible {
    let id: String
    /// The files with their contents; `{}` if there is none.
    var files: [String: String] = [:]
    /// The names that are not in `files`, separated by spaces.
    var names = ""
    var arguments: [String] = []
    var directory = ""
    let listed: [String]

    var testDescription: String { id }
  }

  static let cases = [
    Case(
      id: "outside a repository, .gitignore has no effect", files: [".gitignore": "a.json"],
      names: "a.json b.json", arguments: ["."], listed: ["./a.json", "./b.json"]),
    Case(
      id: "inside a repository, it has an effect", files: [".gitignore": "a.json\nbuild/\n"],
      names: ".git/x a.json b.json build/c.json d/a.json", arguments: ["."], listed: ["./b.json"]),
    Case(
      id: "unless --no-ignore is given", files: [".gitignore": "a.json"], names: ".git/x a.json",
      arguments: ["--no-ignore", "."], listed: ["./a.json"]),
    Case(
      id: "a named file is checked", files: [".gitignore": "a.json"], names: ".git/x a.json",
      arguments: ["a.json"], listed: ["a.json"]),
    Case(
      id: "files above the directory count", files: [".gitignore": "a.json"],
      names: ".git/x d/a.json d/b.json", arguments: ["."], directory: "d", listed: ["./b.json"]),
    Case(
      id: "deeper files are applied later",
      files: [".gitignore": "*.json", "d/.gitignore": "!a.json"],
      names: ".git/x d/a.json d/b.json e/a.json", arguments: ["."], listed: ["./d/a.json"]),
    Case(
      id: "the last matching line counts; comments and blank lines do not",
      files: [".gitignore": "# all\n*.json  \r\n\n!b.json\n"], names: ".git/x a.json b.json",
      arguments: ["."], listed: ["./b.json"]),
    Case(
      id: "the repository's own list", files: [".git/info/exclude": "a.json"],
      names: "a.json b.json",
      arguments: ["."], listed: ["./b.json"]),
    Case(
      id: "a nested repository has its own rules", files: [".gitignore": "*.json"],
      names: ".git/x a.json sub/.git/x sub/a.json", arguments: ["."], listed: ["./sub/a.json"]),
    Case(
      id: "--exclude", names: "a.json d/b.json d/e/c.json x/d/b.json",
      arguments: ["--exclude", "/d/**/c.json", "--exclude", "x/", "."],
      listed: ["./a.json", "./d/b.json"]),
    Case(
      id: "--exclude is relative to the working directory", names: "d/a.json d/b.json",
      arguments: ["--exclude", "/d/a.json", "d", "d/a.json"], listed: ["d/b.json", "d/a.json"]),
    Case(
      id: "standard input", arguments: [], listed: ["-"]),
    Case(
      id: "a configuration names the files of schemas, relative to the working directory",
      files: [
        "conform.toml": "[[schemas]]\nfiles = ['data/*.json']\nschema = 's.json'", "s.json": "{}",
      ],
      names: "data/a.json data/x/b.json c.json", listed: ["data/a.json"]),
    Case(
      id: "files with a schema and all others",
      files: ["conform.toml": "exclude = [\"s.json\"]\nschema = \"s.json\"", "s.json": "{}"],
      names: "data/a.json c.json", listed: ["c.json", "data/a.json"]),
    Case(
      id: "the configuration above the working directory",
      files: [
        "conform.toml": "[[schemas]]\nfiles = ['/d/a.json']\nschema = 's.json'", "s.json": "{}",
      ],
      names: "d/a.json d/b.json", directory: "d", listed: ["a.json"]),
    Case(
      id: "without --no-config", files: ["conform.toml": "schema = 's.json'", "s.json": "{}"],
      arguments: ["--no-config"], listed: ["-"]),
    Case(
      id: "a named schema takes precedence over the configuration",
      files: ["conform.toml": "schema = 's.json'", "s.json": "{}"],
      arguments: ["--schema", "s.json"], listed: ["-"]),
  ]

  private func scratch(_ row: Case) throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    for name in row.names.split(separator: " ") { try scratch.file(String(name), "{}") }
    for (name, content) in row.files { try scratch.file(name, content) }
    return scratch
  }

  @Test("The list of files", arguments: cases)
  func list(_ row: Case) throws {
    let scratch = try scratch(row)
    let run = try ConformProcess.run(
      ["check", "--list-files"] + row.arguments, input: "",
      in: scratch.url.appendingPathComponent(row.directory))
    #expect(run.lines == row.listed)
    #expect(run.errorText == "")
  }

  @Test("A directory whose files are all omitted is a failure with a message")
  func allLeftOut() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.json", "{}")
    let run = try ConformProcess.run(
      ["check", "--exclude", "*.json", "."], input: "", in: scratch.url)
    #expect(run.status == 2)
    #expect(run.errorText.contains(".gitignore or --exclude excludes some"))
  }

  @Test("Each file is checked with its schema from a configuration")
  func schemas() throws {
    let scratch = try ScratchDirectory()
    try scratch.file(
      "conform.toml",
      """
      # Which schemas the files belong to.
      schema = "s/any.json"
      [[schemas]]   # numbers
      files = [
        "n/*.json",  # all of them
        'm.json',
      ]
      schema = "s/number.json"
      [[schemas]]
      files = ["r/**"]
      schema = "add-backup-destination.request"
      """)
    try scratch.file("s/any.json", "{}")
    try scratch.file("s/number.json", #"{"type":"number"}"#)
    for name in ["n/a.json", "m.json", "x.json"] { try scratch.file(name, "[]") }
    try scratch.file("r/b.json", Documents.valid)
    for format in ["ndjson", "basic"] {
      let run = try ConformProcess.run(["check", "--format", format], input: "", in: scratch.url)
      #expect(run.status == 1)
      let invalid = run.lines.filter { $0.contains("number") && $0.contains("#/type") }
      #expect(invalid.count == 2)
    }
    let summary = try ConformProcess.run(["check", "--explain"], input: "", in: scratch.url)
    #expect(
      summary.text.contains("n/a.json:1:1: error: the document must be a number, not an array"))
    #expect(summary.text.contains("= s/number.json:1:2"))
    #expect(summary.lines.last == "6 documents: 4 valid, 2 invalid (2 errors)")
    // The schema for standard input is selected by the given name.
    let number = try ConformProcess.run(
      ["check", "--stdin-filename", "n/new.json", "-"], input: "[]", in: scratch.url)
    #expect(number.text.hasPrefix("n/new.json:1:1: error: the document must be a number"))
    let other = try ConformProcess.run(["check", "-"], input: "[]", in: scratch.url)
    #expect(other.status == 0)
  }

  static let mistakes: [(text: String, complaint: String)] = [
    ("[[schemas]]\nfile = []", "conform.toml:2:1: unknown: [[schemas]] file"),
    ("[[schemas]]\nfile = []", "file; did you mean files?"),
    ("exlude = []", "exlude; did you mean exclude?"),
    ("[[shemas]]\nfiles = []", "files; did you mean schemas?"),
    ("x = 1", "conform.toml:1:5: expected a string in quotes"),
    ("schema = [\"a\"]", "conform.toml:1:1: schema must be one string"),
    ("exclude = 'a'", "conform.toml:1:1: exclude must be an array of strings"),
    ("[[schemas]]\nfiles = ['a']", "conform.toml:2:1: [[schemas]] needs the keys files and schema"),
    ("\n[[schemas]]\n", "conform.toml:2:1: [[schemas]] needs the keys files and schema"),
    ("[schemas]", "conform.toml:1:1: only arrays of tables"),
    ("schema = 'a", "conform.toml:1:10: the string does not end on its line"),
    ("schema = 'a' 'b'", "conform.toml:1:14: expected the end of the line"),
    ("schema = 'a'\nschema = 'b'", "conform.toml:2:1: duplicate key schema"),
    (#"schema = "\q""#, "conform.toml:1:10: the string has an escape"),
    ("exclude = ['a' 'b']", "conform.toml:1:16: expected , or ] in the array"),
    ("schema", "conform.toml:1:7: expected = after the key schema"),
    ("= 'a'", "conform.toml:1:1: expected a key"),
    ("schema = 'nope.json'", "unknown schema 'nope.json'"),
  ]

  @Test("Patterns of a configuration that match no file are named")
  func unusedPatterns() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.json", "{}")
    try scratch.file("d/b.json", "{}")
    try scratch.file("s", "{}")
    try scratch.file(
      "conform.toml",
      """
      [[schemas]]
      files = ["a.json"]
      schema = "s"
      [[schemas]]
      files = ["parcles/*.json"]
      schema = "s"
      """)
    let run = try ConformProcess.run(["check"], input: "", in: scratch.url)
    #expect(run.lines == ["1 document: 1 valid"])
    #expect(run.errorText == "conform: conform.toml:5:1: no file matches the patterns for s\n")
    let below = try ConformProcess.run(
      ["check"], input: "", in: scratch.url.appendingPathComponent("d"))
    #expect(!below.errorText.contains("matches the patterns"))
  }

  @Test("A mistake in a configuration is named with its place", arguments: mistakes)
  func mistake(text: String, complaint: String) throws {
    let scratch = try ScratchDirectory()
    try scratch.file("conform.toml", text)
    let run = try ConformProcess.run(["check"], input: "", in: scratch.url)
    #expect(run.status == 2)
    #expect(run.errorText.contains(complaint), "\(run.errorText)")
  }
}

@Suite("Copies of documents")
struct CopiesTests {
  @Test("One pass separates valid from invalid documents, byte for byte", arguments: [1, 2, 4])
  func split(jobs: Int) throws {
    let good = [Documents.valid + "\r\n", "  " + Documents.valid + "\t\n", Documents.valid + "\n"]
    let bad = ["{}\n", " [\r\n", "\"\\ud800\"\n", "\u{FEFF}{}\n"]
    var text: [UInt8] = []
    var expected = (good: [UInt8](), bad: [UInt8]())
    for index in 0..<4000 {
      text += (good[index % 3] + bad[index % 4] + " \n").utf8
      expected.good += good[index % 3].utf8
      expected.bad += bad[index % 4].utf8
    }
    text += [0x22, 0xFF, 0x22]
    expected.bad += [0x22, 0xFF, 0x22]
    let scratch = try ScratchDirectory()
    try scratch.file("a.ndjson", text)
    for source in ["a.ndjson", "-"] {
      let run = try ConformProcess.run(
        ["check", "--lines", "--jobs", "\(jobs)", "--valid", "-", "--invalid", "bad", source],
        input: text, in: scratch.url)
      #expect(run.status == 1)
      #expect(run.output == expected.good)
      #expect(
        Array(try Data(contentsOf: scratch.url.appendingPathComponent("bad"))) == expected.bad)
      #expect(
        run.errorText.hasSuffix(
          "8001 documents: 4000 valid, 3001 invalid, 5000 malformed (9003 errors)\n")
          || run.errorText.contains("4000 valid"))
    }
  }

  @Test("Documents from several files are on separate lines")
  func files() throws {
    let scratch = try ScratchDirectory()
    try scratch.file("a.json", Documents.valid)
    try scratch.file("b.json", Documents.valid + "\n")
    try scratch.file("c.json", Documents.valid)
    let run = try ConformProcess.run(
      ["check", "--valid", "-", "-q", "a.json", "b.json", "c.json"], input: "", in: scratch.url)
    #expect(run.text == "\(Documents.valid)\n\(Documents.valid)\n\(Documents.valid)")
    let report = try ConformProcess.run(
      ["check", "--valid", "-", "--output", "r", "a.json"], input: "", in: scratch.url)
    #expect(report.text == Documents.valid)
    #expect(
      try String(contentsOf: scratch.url.appendingPathComponent("r"), encoding: .utf8)
        == "1 document: 1 valid\n")
  }

  @Test("A partial document is not copied, which is a failure")
  func tooLong() throws {
    for lines in [["--lines"], []] {
      let run = try ConformProcess.run(
        ["check", "--invalid", "-", "--max-document-bytes", "5"] + lines, input: "[1234567]")
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errorText.contains("has more than 5 bytes; see --max-document-bytes"))
    }
  }

  @Test(
    "One file cannot have two purposes",
    arguments: [["--valid", "x", "--invalid", "./x"], ["-o", "-", "--valid", "-"]])
  func sameFile(_ arguments: [String]) throws {
    let run = try ConformProcess.run(["check"] + arguments, input: "")
    #expect(run.status == 2)
    #expect(run.errorText.contains("must be different files"))
  }
}
