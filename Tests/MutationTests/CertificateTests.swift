import APIOperations
import JSONSchema
import JSONText
import SchemaRules
import Testing
import Vectors

@testable import Mutation

@Suite("The certificate")
struct CertificateTests {
  private static func body() throws -> CorpusBody {
    let text =
      #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "minLength": 2}}}"#
    return CorpusBody(
      name: "document", source: .builtIn(""), schema: try Schema(jsonSchema: Array(text.utf8)))
  }

  /// A corpus of documents with the library's answers.
  private static func corpus(_ documents: [String], claims: [String] = []) throws -> Corpus {
    let body = try body()
    let right = try LibraryChecker([body])
    let vectors = documents.enumerated().map { index, document in
      let answer = right.check(Array(document.utf8), as: "document")
      let expectation: Vectors.Expectation =
        switch answer.outcome {
        case .valid: .valid
        case .invalid: .invalid(answer.findings)
        case .malformed, .unsupported, .rejected: .malformed
        }
      return Vector(
        id: "v000\(index + 1)", target: "document", why: "A document.",
        input: .recipe([.text(document)]),
        judgement: .fixed(expectation), basis: .documented, kills: index == 0 ? claims : [])
    }
    return Corpus(
      version: "1.0.0", manifest: CorpusManifest(title: "Notes", bodies: [body]),
      axes: Decision.axes,
      files: [VectorFile(path: "notes.json", title: "Notes", about: "Some.", vectors: vectors)],
      tombstones: [])
  }

  private static let always = Mutant(id: "report/always", family: "report", summary: "all is valid")
  {
    { _ in Answer(.valid) }
  }
  private static let never = Mutant(
    id: "report/never", family: "report", summary: "nothing is wrong",
    equivalence: { "It is right." }
  ) { { $0.answer } }
  private static let quiet = Mutant(
    id: "report/quiet", family: "report", summary: "nothing is wrong"
  ) {
    { $0.answer }
  }

  @Test("lists for each mutant the vectors that kill it, or what is known about it")
  func verdicts() throws {
    let schema = try Self.body().schema
    let node = try #require(schema.graph.nodes.firstIndex { $0.pointer.tokens.last == "a" })
    func changed(_ keywords: [KeywordUse]) -> Mutant {
      Mutant(
        id: "schema/\(keywords.count)", family: "schema", summary: "", body: "document",
        change: SchemaChange(schema: schema, node: node, keywords: keywords))
    }
    let type = KeywordUse(.type, .types([.string]))
    let mutants = [
      Self.always, Self.never, Self.quiet, changed([type]),
      changed([type, .minLength(2), KeywordUse(.pattern, .pattern("["))]),
    ]
    let run = try CertificateRun(try Self.corpus([#"{"a": "ab"}"#, "{}", "1"]), mutants)
    #expect(run.entries.map(\.killCount) == [2, 0, 0, 0])
    #expect(run.entries[0].verdict == .killed)
    #expect(run.entries[1].verdict == .equivalent("It is right."))
    #expect(run.entries[2].verdict == .unknown)
    guard case .missed(let document) = run.entries[3].verdict else {
      Issue.record("\(run.entries[3].verdict)")
      return
    }
    // One letter is too short, and no vector has that.
    #expect((try JSONValue(parsing: document)["a"]?.stringValue?.unicodeScalars.count ?? 9) < 2)
    #expect(run.uncompiled.count == 1)
    #expect(run.failures.isEmpty)
    #expect(run.problems().count == 1)
    #expect(run.problems(share: 30).isEmpty)
    #expect(run.claims == ["v0002": ["report/always"], "v0003": ["report/always"]])
  }

  @Test("names a small set of vectors with the same kills, and counts it by class")
  func needed() throws {
    var corpus = try Self.corpus([#"{"a": "ab"}"#, "1", "2", "3", #"{"a": 1}"#])
    // Two of four vectors kill it; one that was found is taken only if others do not do.
    let run = try CertificateRun(corpus, [Self.always])
    #expect(run.entries[0].killCount == 4)
    #expect(run.needed == ["v0002", "v0003"])
    corpus.files[0].path = "found/notes.json"
    let last = VectorFile(
      path: "types/notes.json", title: "Types", about: "Some.",
      vectors: [corpus.files[0].vectors.removeLast()])
    corpus.files.append(last)
    let other = try CertificateRun(corpus, [Self.always])
    #expect(other.needed == ["v0002", "v0005"])
    #expect(
      other.classes == [
        .init(name: "found", vectors: 4, needed: 1), .init(name: "types", vectors: 1, needed: 1),
      ])
  }

  @Test("names claims that do not hold, and vectors that the library fails")
  func problems() throws {
    var corpus = try Self.corpus(
      [#"{"a": "ab"}"#, "{}"], claims: ["report/always", "report/gone"])
    let run = try CertificateRun(corpus, [Self.always])
    #expect(run.brokenClaims.map(\.mutant) == ["report/always", "report/gone"])
    corpus.files[0].vectors[1].judgement = .fixed(.valid)
    #expect(try CertificateRun(corpus, [Self.always]).failures.map(\.id) == ["v0002"])
  }

  @Test("asks about new vectors alone where it continues from another run")
  func extended() throws {
    let mutants = [Self.always, Self.quiet]
    let first = try CertificateRun(try Self.corpus(["{}"]), mutants)
    let more = try Self.corpus(["{}", "1", #"{"a": "ab"}"#])
    let second = try CertificateRun(more, mutants, after: first)
    #expect(
      second.entries.map(\.killCount)
        == (try CertificateRun(more, mutants)).entries.map(\.killCount))
  }

  @Test("is written for people, for programs and for viewers of mutation tests")
  func writing() throws {
    let run = try CertificateRun(
      try Self.corpus(["{}", "1"]), [Self.always, Self.never, Self.quiet])
    let page = String(decoding: run.page, as: UTF8.self)
    #expect(page.contains("| report | 3 | 1 | 1 | 1 |"))
    #expect(page.contains("- `report/quiet`: unknown"))
    #expect(page.contains("- `report/never`: It is right."))
    let json = try JSONValue(parsing: run.json)
    #expect(json["killed"] == .number("1"))
    #expect(
      json["results"]?.arrayValue?.map { $0["kills"] } == [
        .number("2"), .number("0"), .number("0"),
      ])
    let report = try JSONValue(parsing: run.mutationTestingReport)
    #expect(report["schemaVersion"] == .string("2"))
    let mutants = report["files"]?["report"]?["mutants"]?.arrayValue ?? []
    #expect(mutants.compactMap { $0["status"]?.stringValue } == ["Killed", "Ignored", "Survived"])
    #expect(mutants[2]["location"]?["start"]?["line"] == .number("3"))
    let schema = try Schema(jsonSchema: Array(Self.reportSchema.utf8))
    #expect(try Validator(schema).validate(run.mutationTestingReport).errors.map(\.message) == [])
  }

  /// What viewers need, of the schema that they publish.
  ///
  /// https://github.com/stryker-mutator/mutation-testing-elements/blob/master/packages/report-schema/src/mutation-testing-report-schema.json
  private static let reportSchema = #"""
    {"type": "object", "required": ["schemaVersion", "thresholds", "files"], "properties": {
      "thresholds": {"required": ["high", "low"]},
      "files": {"additionalProperties": {"required": ["language", "source", "mutants"], "properties": {
        "mutants": {"type": "array", "uniqueItems": true, "items": {
          "required": ["id", "mutatorName", "location", "status"], "properties": {
            "location": {"required": ["start", "end"], "additionalProperties": {
              "required": ["line", "column"], "additionalProperties": {"type": "integer", "minimum": 1}}},
            "status": {"enum": ["Killed", "Survived", "NoCoverage", "CompileError", "RuntimeError", "Timeout", "Ignored", "Pending"]},
            "killedBy": {"type": "array", "items": {"type": "string"}}}}}}}},
      "testFiles": {"additionalProperties": {"required": ["tests"], "properties": {
        "tests": {"items": {"required": ["id", "name"]}}}}}}}
    """#
}
