import Processes
import Testing
import Vectors

@testable import VectorRunner

/// Adapters that break the protocol or lie: none of them passes, and the report says why.
@Suite("Rogue adapters")
struct RogueTests {
  struct Rogue: Sendable, CustomTestStringConvertible {
    let mode: String
    /// The kind of failure that vectors have; nil if the run as a whole fails.
    let kind: Failure.Kind?
    /// What a failure, a remark or the start says.
    let words: String
    var timeLimit = Duration.seconds(20)

    var testDescription: String { mode }
  }

  static let rogues = [
    Rogue(mode: "valid", kind: .accepted, words: "valid"),
    Rogue(mode: "invalid", kind: .rejected, words: "invalid"),
    Rogue(mode: "silent", kind: nil, words: "flush its output", timeLimit: .milliseconds(50)),
    Rogue(mode: "dead", kind: nil, words: "exit status 3; standard error: no such module"),
    Rogue(mode: "chatty", kind: nil, words: "not a JSON object: Listening"),
    Rogue(mode: "future", kind: nil, words: "does not speak"),
    Rogue(mode: "echo", kind: nil, words: "the answer to hello needs"),
    Rogue(mode: "mute", kind: .timeOut, words: "line by line", timeLimit: .milliseconds(500)),
    Rogue(mode: "wrong-id", kind: .breach, words: "an answer to an unknown id"),
    Rogue(mode: "no-id", kind: .breach, words: "has no \"id\""),
    Rogue(mode: "parrot", kind: .breach, words: "needs an \"outcome\""),
    Rogue(mode: "novel", kind: .breach, words: "needs an \"outcome\""),
    Rogue(mode: "errors-of-valid", kind: .breach, words: "only an invalid document"),
    Rogue(mode: "garbage", kind: .breach, words: "not a JSON object: \\u{1B}[31mTraceback"),
    Rogue(mode: "unfinished", kind: .crash, words: "unfinished line: {\"id\":"),
    Rogue(mode: "flood", kind: .breach, words: "a line of more than"),
    Rogue(mode: "twice", kind: .breach, words: "answered twice"),
    Rogue(mode: "late", kind: .timeOut, words: "no answer within", timeLimit: .milliseconds(500)),
    Rogue(mode: "fifth", kind: .crash, words: "signal 9"),
    Rogue(mode: "early-end", kind: .crash, words: "exit status 0"),
    Rogue(mode: "limping", kind: nil, words: "exit status 4 after bye"),
    Rogue(mode: "lingering", kind: nil, words: "after bye", timeLimit: .milliseconds(500)),
    Rogue(mode: "talkative", kind: nil, words: "sent a line after bye: so long"),
  ]

  static func session(_ mode: String, timeLimit: Duration = .seconds(20)) throws -> AdapterSession {
    let command = try Program(commandLine: "sh '\(Fixture.program("rogue.sh"))' \(mode)")
    return AdapterSession(command, timeLimit: timeLimit)
  }

  @Test(arguments: rogues)
  func fails(_ rogue: Rogue) throws {
    let session = try Self.session(rogue.mode, timeLimit: rogue.timeLimit)
    let report = try Fixture.report(on: session, Fixture.mixed(12))
    #expect(!report.isPassed)
    if let kind = rogue.kind {
      let failures = report.results.compactMap(\.failure).filter { $0.kind == kind }
      #expect(
        failures.contains { $0.detail.contains(rogue.words) }, "\(report.results.map(\.status))")
    } else {
      let lines = report.remarks + [report.startFailure?.detail ?? ""]
      #expect(lines.contains { $0.contains(rogue.words) }, "\(lines)")
    }
    let text = TextReport(
      RunReport(corpusVersion: "1", date: "2026-11-24", implementations: [report]),
      failureLimit: 20
    ).text
    #expect(text.contains("FAILED"))
    #expect(text.contains(rogue.words))
    #expect(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test func aCrashBelongsToOneVector() throws {
    let report = try Fixture.report(on: Self.session("fifth"), Fixture.mixed(12))
    let crashed = report.results.indices.filter { report.results[$0].failure?.kind == .crash }
    #expect(crashed == [4, 9])
    #expect(
      report.results.indices.allSatisfy { index in
        crashed.contains(index) || report.results[index].observation?.outcome == .valid
      })
  }

  @Test func givesUpOnOneThatNeverAnswers() throws {
    let session = try Self.session("wrong-id")
    let report = try Fixture.report(on: session, Fixture.mixed(12))
    #expect(report.results.count { $0.failure?.kind == .breach } == 3)
    #expect(report.results.count { $0.failure?.kind == .notAsked } == 9)
    #expect(report.remarks.contains { $0.contains("3 failures in a row") })
  }

  @Test func aMissingProgramIsNotACrash() throws {
    let session = AdapterSession(
      try Program(commandLine: "/no/such/program"), timeLimit: .seconds(1))
    let report = try Fixture.report(on: session, Fixture.mixed(2))
    #expect(report.startFailure?.kind == .notAsked)
    #expect(!report.isPassed)
  }

  @Test func anEmptyRunDoesNotPass() throws {
    #expect(try !Fixture.report(on: Fixture.library(version: ""), []).isPassed)
  }
}
