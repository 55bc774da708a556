import Foundation
import JSONText
import Processes
import TestReports
import Testing
import Vectors

@testable import VectorRunner

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Reports of a run")
struct ReportTests {
  /// A report on three implementations: one passes, one fails in several ways, one does not start.
  static func report() throws -> RunReport {
    let vectors = try Fixture.mixed(12) + Fixture.vectors(6) { $0.tags.contains("white-space") }
    let corpus = try Fixture.corpus()
    let liar = OracleSession(corpus, vectors) { vector, observation in
      vector.id.hasSuffix("1") ? Observation(.malformed) : Observation(.valid)
    }
    let absent = AdapterSession(
      try Program(commandLine: "/no/such/program"), timeLimit: .seconds(1),
      name: "<b>\u{1B}[31m&\"'")
    let sessions: [any Session] = [try Fixture.library(version: "1"), liar, absent]
    return RunReport(
      corpusVersion: corpus.version, date: "2026-11-24",
      implementations: try sessions.map { try Fixture.report(on: $0, vectors) })
  }

  @Test func json() throws {
    let report = try Self.report()
    let value = try #require(
      JSONSerialization.jsonObject(with: Data(JSONReport(report).text.utf8)) as? [String: Any])
    #expect(value["passed"] as? Bool == false)
    let implementations = try #require(value["implementations"] as? [[String: Any]])
    #expect(implementations.map { $0["passed"] as? Bool } == [true, false, false])
    let results = try #require(implementations[1]["results"] as? [[String: Any]])
    #expect(results.count == 18)
    #expect(results.contains { $0["kind"] as? String == "accepted" })
    let choices = try #require(implementations[0]["choices"] as? [[String: Any]])
    #expect(choices.allSatisfy { $0["recommended"] as? String == $0["chosen"] as? String })
    for (result, written) in zip(report.implementations[1].results, results) {
      let isWrong = result.failure != nil
      #expect(written["why"] as? String == (isWrong ? result.vector.why : nil))
      let text = (written["document"] as? String).map { Data($0.utf8) }
      let bytes = text ?? (written["base64"] as? String).flatMap { Data(base64Encoded: $0) }
      #expect(bytes == (isWrong ? Data(result.vector.input.bytes) : nil))
    }
  }

  @Test func junit() throws {
    final class Counter: NSObject, XMLParserDelegate {
      var counts: [String: Int] = [:]

      func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
      ) {
        counts[name, default: 0] += 1
      }
    }
    let report = try Self.report()
    let parser = XMLParser(data: Data(JUnitReport(report).text.utf8))
    let counter = Counter()
    parser.delegate = counter
    try #require(parser.parse())
    let failures = report.implementations.map(\.failed).reduce(0, +)
    #expect(counter.counts["testcase"] == 3 * 18 + 1)
    #expect(counter.counts["failure"] == failures + 1)
    let text = JUnitReport(report).text
    for result in report.implementations[1].results where result.failure != nil {
      let document = try #require(result.vector.shownDocument)
      let name = document.isText ? "document" : "base64  "
      #expect(text.contains(JUnitSuite.escaped(Printable.escaped(result.vector.why))))
      #expect(text.contains("\n\(name) \(JUnitSuite.escaped(document.text))</failure>"))
    }
  }

  @Test func text() throws {
    let text = TextReport(try Self.report(), failureLimit: 2).text
    #expect(text.contains("conform 1 (library, verdicts and errors)\n  passed: 18 right, 0 wrong"))
    #expect(text.contains(" more failures in "))
    #expect(text.contains("[2] oracle"))
  }

  @Test func markdown() throws {
    let report = try Self.report()
    #expect(MarkdownReport(report).text.contains("**not explained**"))
    let explanations = try Explanations(
      .object([
        .init(name: "implementations", value: .object([])),
        .init(
          name: "explanations",
          value: .array([
            .object([
              .init(name: "implementation", value: .string("oracle")),
              .init(name: "because", value: .string("It lies|a lot.")),
            ])
          ])),
      ]))
    let text = MarkdownReport(report, explanations).text
    #expect(text.contains("It lies\\|a lot."))
  }

  /// Notes about unreadable parts of answers are in every report and do not affect the score.
  @Test func notes() throws {
    let vectors = try Fixture.mixed(12)
    let corpus = try Fixture.corpus()
    let session = OracleSession(corpus, vectors, reportsErrors: false) { _, observation in
      observation.outcome == .valid ? observation : Observation(.rejected, note: "not <read>")
    }
    let implementation = try Fixture.report(on: session, vectors)
    #expect(implementation.isPassed)
    #expect(implementation.notes.map(\.count) == [6])
    let first = try #require(implementation.notes.first?.first)
    let report = RunReport(
      corpusVersion: corpus.version, date: "2026-11-24", implementations: [implementation])
    let line = "not <read> (\(first) and 5 more)"
    #expect(TextReport(report, failureLimit: 1).text.contains("\n  note: \(line)\n"))
    #expect(TextReport(report, failureLimit: 0).text.contains("\n  and 1 more note\n"))
    #expect(MarkdownReport(report).text.contains("Note: \(line)\n"))
    #expect(JUnitReport(report).text.contains("<system-out>not &lt;read&gt;</system-out>"))
    #expect(JSONReport(report).text.contains("\"note\": \"not <read>\""))
  }

  @Test func readsTheCommittedExplanations() throws {
    let url = Fixture.root.appending(path: "Examples/Disagreements/explanations.json")
    let explanations = try Explanations(JSONValue(parsing: Array(Data(contentsOf: url))))
    #expect(explanations.subjects.count == 6)
    let document = try String(
      contentsOf: Fixture.root.appending(path: "docs/disagreements.md"), encoding: .utf8)
    #expect(!document.contains("not explained"))
    for entry in explanations.entries { #expect(document.contains(entry.because), "\(entry)") }
  }
}
