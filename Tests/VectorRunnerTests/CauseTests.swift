import APIOperations
import Processes
import Testing
import Vectors

@testable import VectorRunner

/// The groups of failures that a report lists first.
@Suite("Likely causes")
struct CauseTests {
  private static func report(
    requiring requirements: [String] = [], choosing chosen: [String: String] = [:],
    _ vectors: [SelectedVector], bend: @escaping (Vector, Observation) -> Observation = { $1 }
  ) throws -> ImplementationReport {
    let corpus = try Fixture.corpus()
    let requirements = try requirements.map { try Requirement($0, axes: corpus.axes) }
    return VectorRun(axes: corpus.axes, vectors: vectors, requirements: requirements)
      .report(on: OracleSession(corpus, vectors, choosing: chosen, bend: bend))
  }

  private static func text(_ implementation: ImplementationReport) -> String {
    TextReport(
      RunReport(corpusVersion: "1", date: "2026-11-24", implementations: [implementation]),
      failureLimit: 20
    ).text
  }

  @Test(arguments: [
    ("minLength", "/name"), ("required", "/credentials/region"), ("pattern", "/prefix"),
  ])
  func aMissingRuleIsOneGroup(_ keyword: String, _ pointer: String) throws {
    let rule = Finding(pointer, keyword)
    let vectors = try Fixture.vectors { vector in
      guard case .fixed = vector.judgement else { return false }
      return vector.target == "request"
    }
    let report = try Self.report(vectors) { _, observation in
      guard let findings = observation.findings, findings.contains(rule) else { return observation }
      let rest = findings.filter { $0 != rule }
      return rest.isEmpty ? Observation(.valid) : Observation(.invalid, rest)
    }
    try #require(report.failed > 3)
    let groups = FailureGroup.groups(of: report.results)
    #expect(groups.map(\.cause) == ["\(keyword) of \(pointer): not reported"])
    #expect(groups.first?.results.count == report.failed)
    let text = Self.text(report)
    #expect(text.contains("  \(report.failed) x \(keyword) of \(pointer): not reported ("))
    let examples = try #require(groups.first?.examples)
    #expect(examples.count == 3)
    let fewest = groups.first?.results.map(\.vector.judgement.errorCount).min()
    #expect(examples.first?.vector.judgement.errorCount == fewest, "the simplest comes first")
    for example in examples { #expect(text.contains(Printable.escaped(example.vector.why))) }
    let page = MarkdownReport(
      RunReport(corpusVersion: "1", date: "2026-11-24", implementations: [report])
    ).text
    #expect(page.contains("| **not explained**: \(keyword) of \(pointer): not reported |"))
  }

  @Test func anInventedRuleIsOneGroup() throws {
    let report = try Self.report(Fixture.mixed(12)) { _, observation in
      observation.outcome == .valid ? Observation(.invalid, [Finding("/a/7", "type")]) : observation
    }
    let groups = FailureGroup.groups(of: report.results)
    #expect(groups.map(\.cause) == ["type of /a/*: reported wrongly"])
  }

  @Test func theLastLineOfACrashIsTheCause() throws {
    let session = OneShotSession(
      try Program(commandLine: #"sh -c 'echo "at $$"; echo "$$ x" >&2; echo "E: no" >&2; exit 9'"#),
      timeLimit: .seconds(20))
    let report = try Fixture.report(on: session, Fixture.mixed(2))
    #expect(FailureGroup.groups(of: report.results).map(\.cause) == ["E: no"])
  }

  @Test func withoutAnAnswerTheMessageIsTheCause() throws {
    let report = try Fixture.report(on: RogueTests.session("wrong-id"), Fixture.mixed(12))
    let groups = FailureGroup.groups(of: report.results)
    #expect(groups.last?.cause == "the run had ended")
    #expect(groups.map(\.results.count).reduce(0, +) == 12)
  }

  @Test(arguments: try Fixture.corpus().axes.map(\.id))
  func anAlternativeCanBeRequired(_ name: String) throws {
    let axis = try #require(Fixture.corpus().axes.first { $0.id == name })
    let vectors = try InferenceTests.choices(name)
    for alternative in axis.alternatives.map(\.name) {
      let report = try Self.report(
        requiring: ["\(name)=\(axis.recommended)"], choosing: [name: alternative], vectors)
      #expect(report.isPassed == (alternative == axis.recommended))
      #expect(
        report.remarks.isEmpty
          || report.remarks == [
            "required \(name)=\(axis.recommended), but the answers follow \(alternative)"
          ])
      let mark = alternative == axis.recommended ? "*" : ""
      #expect(Self.text(report).contains("  \(alternative)\(mark) (explains all"))
      let page = MarkdownReport(
        RunReport(corpusVersion: "1", date: "2026-11-24", implementations: [report]))
      #expect(page.text.contains("| \(name) | \(alternative)\(mark.isEmpty ? "" : #"\*"#) "))
    }
    let silent = try Self.report(requiring: ["\(name)=\(axis.recommended)"], Fixture.mixed(2))
    #expect(
      silent.remarks == ["required \(name)=\(axis.recommended), but no answer depends on it"])
    for text in ["", "=", name, "\(name)=", "\(name)=?", "?=\(axis.recommended)"] {
      #expect(throws: FilterFailure.self) { try Requirement(text, axes: [axis]) }
    }
  }

  @Test(arguments: [
    (#"{"id":"1","outcome":"valid","errors":null}"#, Observation(.valid, [])),
    (#"{"id":"1","outcome":"invalid","errors":null}"#, Observation(.invalid, [])),
    (#"{"id":"1","outcome":"malformed","errors":[]}"#, Observation(.malformed, [])),
  ])
  func nullErrorsCountAsAbsent(_ line: String, _ expected: Observation) throws {
    let answer = try AdapterMessage.answer(Array(line.utf8), withErrors: true)
    #expect(try answer.reply.get() == expected)
  }

  @Test(
    arguments: [
      ("", nil), (" \n\n", nil), ("broken\n", "broken"),
      (
        "/a.mjs:3\n  x.y();\n    ^\n\nTypeError: x is null\n    at f (/a.mjs:3:5)\n    at g\n\nNode.js v22.1.0\n",
        "/a.mjs:3 |  x.y(); |  ^ | TypeError: x is null"
      ),
      (
        "Traceback (most recent call last):\n  File \"a.py\", line 1\nKeyError: 'x'\n",
        #"Traceback (most recent call last): |  File "a.py", line 1 | KeyError: 'x'"#
      ),
      (
        "thread 'main' panicked:\nno\nnote: run with `RUST_BACKTRACE=1`\n",
        "thread 'main' panicked: | no"
      ),
      ("X: y\r\n\tat Main.main(Main.java:3)\r\n", "X: y"), ("at most 3\n", "at most 3"),
      ("Node.js v22\n", "Node.js v22"), ("\u{1B}[31mno", "\\u{1B}[31mno"),
    ] as [(String, String?)])
  func keepsTheRelevantLinesOfStandardError(_ text: String, _ expected: String?) {
    #expect(Printable.lastLines(Array(text.utf8)) == expected)
  }

  @Test func cutsLongStandardErrorAtItsStart() throws {
    let text = try #require(
      Printable.lastLines(Array("\(String(repeating: "x", count: 4000))end".utf8)))
    #expect(text.hasPrefix("...x") && text.hasSuffix("xend") && text.count < 1100)
  }
}
