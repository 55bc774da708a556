import Foundation
import ScratchDirectories
import Testing

/// `conform vectors`, on a corpus of two small files.
@Suite("conform vectors")
struct VectorsCommandTests {
  /// A folder with the parts that every corpus needs and two files of vectors.
  static func corpus() throws -> ScratchDirectory {
    let scratch = try ScratchDirectory()
    let source = ReadmeTests.root.appending(path: "vectors")
    for name in ["VERSION", "corpus.json", "choices.json", "tombstones.json", "page/examples.json"]
    {
      try scratch.file("vectors/\(name)", Data(contentsOf: source.appending(path: name)))
    }
    return scratch
  }

  private static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> ConformProcess.Run {
    let scratch = try corpus()
    return try ConformProcess.run(
      ["vectors"] + arguments, environment: environment, in: scratch.url)
  }

  @Test func listsOneVectorALine() throws {
    let run = try Self.run(["list", "--target", "request"])
    #expect(run.status == 0)
    #expect(run.lines.allSatisfy { $0.split(separator: "\t").count == 5 })
    #expect(run.lines.first?.hasPrefix("v0001\trequest\tpage\tinvalid [/type required, ") == true)
  }

  @Test func showsEverythingAboutOne() throws {
    let run = try Self.run(["show", "v0001"])
    #expect(run.status == 0)
    #expect(run.text.contains("expected  invalid\n          /type required\n"))
    #expect(run.text.contains(#"document  {"name":"Example Backup Destination"}"#))
    let document = try Self.run(["show", "v0001", "--document"])
    #expect(document.text == #"{"name":"Example Backup Destination"}"#)
    #expect(try Self.run(["show", "v9"]).status == 2)
  }

  @Test func thisLibraryPasses() throws {
    let run = try Self.run(["run"])
    #expect(run.status == 0)
    #expect(run.text.contains("passed: 6 right, 0 wrong, 0 skipped"))
  }

  @Test func vectorsOfAnySchemaAreDerivedAndRun() throws {
    let scratch = try ScratchDirectory()
    try scratch.file(
      "schema.json", #"{"type":"object","required":["n"],"properties":{"n":{"minimum":3}}}"#)
    func conform(_ arguments: String...) throws -> ConformProcess.Run {
      try ConformProcess.run(["vectors"] + arguments, in: scratch.url)
    }
    let generated = try conform("generate", "--schema", "schema.json", "-o", "made")
    #expect(generated.status == 0, "\(generated.errorText)")
    #expect(try conform("run", "--vectors", "made", "--library").status == 0)
    #expect(try conform("run", "--vectors", "made", "--one-shot", "true").status == 1)
    let listed = try conform("list", "--vectors", "made")
    #expect(listed.lines.contains { $0.contains("invalid [/n minimum]") })
    // Run again without naming the schema, which the manifest names.
    #expect(try conform("generate", "-o", "made").status == 0)
    #expect(try conform("list", "--vectors", "made").lines == listed.lines)
    #expect(try conform("generate", "--schema", "nowhere", "-o", "other").status == 2)
  }

  @Test func schemasThatReferToOthersBringThem() throws {
    let scratch = try ScratchDirectory()
    try scratch.file(
      "schema.json",
      #"{"properties":{"n":{"$ref":"https://example.com/n.json"}},"required":["n"]}"#)
    try scratch.file("n.json", #"{"type":"integer","maximum":9}"#)
    func conform(_ arguments: String...) throws -> ConformProcess.Run {
      try ConformProcess.run(["vectors"] + arguments, in: scratch.url)
    }
    let schema = ["--schema", "schema.json", "-o", "made"]
    #expect(try conform("generate", schema[0], schema[1], schema[2], schema[3]).status == 2)
    let generated = try conform(
      "generate", schema[0], schema[1], schema[2], schema[3],
      "--resolve", "https://example.com/n.json=n.json")
    #expect(generated.status == 0, "\(generated.errorText)")
    // The folder contains everything that is needed.
    #expect(try conform("generate", "-o", "made").status == 0)
    #expect(try conform("run", "--vectors", "made", "--library").status == 0)
    let listed = try conform("list", "--vectors", "made")
    #expect(listed.lines.contains { $0.contains("invalid [/n maximum]") })
  }

  @Test func anAlternativeCanBeRequired() throws {
    let scratch = try Self.corpus()
    let choices = ReadmeTests.root.appending(path: "vectors/choices.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: choices))
    let axes = try #require((value as? [String: Any])?["axes"] as? [[String: Any]])
    let axis = try #require(axes.first)
    let requirement = "\(try #require(axis["axis"]))=\(try #require(axis["recommended"]))"
    // No vector in the two files distinguishes them.
    let run = try ConformProcess.run(
      ["vectors", "run", "--require", requirement], in: scratch.url)
    #expect(run.status == 1)
    #expect(run.text.contains("  required \(requirement), but no answer depends on it\n"))
  }

  @Test func oneThatIsWrongFails() throws {
    let run = try Self.run(["run", "--library", "--one-shot", "true", "--max-failures", "1"])
    #expect(run.status == 1)
    #expect(run.text.contains("accepted wrongly"))
    #expect(run.text.contains("[2] true"))
  }

  @Test func whatCannotBeRunIsTheToolsFailure() throws {
    for arguments in [
      ["run", "--adapter", "/no/such/program"], ["run", "--adapter", "'open"],
      ["run", "--id", "v9999"], ["run", "--class", "none"], ["run", "--tag", "none"],
      ["run", "--url", "http://example.com/"], ["run", "--timeout", "0"],
      ["run", "--name", "a", "--name", "b"], ["run", "--vectors", "nowhere"],
      ["run", "--format", "markdown", "--explanations", "nowhere"],
      ["run", "-o", "no/such/folder/file"], ["run", "--require", "white-space"],
      ["run", "--require", "none=none"],
    ] {
      let run = try Self.run(arguments)
      #expect(run.status == 2, "\(arguments)")
      #expect(!run.errorText.isEmpty || run.text.contains("cannot run"), "\(arguments)")
    }
  }

  @Test(arguments: ["text", "json", "junit", "markdown"])
  func writesAFile(_ format: String) throws {
    let scratch = try Self.corpus()
    let run = try ConformProcess.run(
      ["vectors", "run", "--format", format, "-o", "report"], in: scratch.url)
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(try !Data(contentsOf: scratch.url.appending(path: "report")).isEmpty)
  }

  @Test func theCorpusIsWhereTheVariableSays() throws {
    let corpus = try Self.corpus()
    let elsewhere = try ScratchDirectory()
    let path = corpus.url.appending(path: "vectors").path
    let run = try ConformProcess.run(
      ["vectors", "list"], environment: ["CONFORM_VECTORS": path], in: elsewhere.url)
    #expect(run.status == 0)
    #expect(run.lines.count == 6)
  }

  /// Neither a report nor an adapter receives the token.
  @Test func theTokenStaysSecret() throws {
    let command = "sh -c 'env >&2; exit 9'"
    let environment = ["CONFORM_TOKEN": "t0ken-of-the-service"]
    for arguments in [
      ["run", "--one-shot", command], ["run", "--adapter", command],
      ["run", "--url", "http://127.0.0.1:1/", "--timeout", "1"],
    ] {
      let run = try Self.run(arguments, environment: environment)
      #expect(run.status != 0)
      #expect(!run.text.contains("t0ken") && !run.errorText.contains("t0ken"))
    }
  }
}
