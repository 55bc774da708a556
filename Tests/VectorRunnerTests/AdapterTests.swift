import Foundation
import Processes
import Testing
import Vectors

@testable import VectorRunner

/// The adapters that an implementer starts from.
@Suite("Adapters")
struct AdapterTests {
  static let names = [
    "node-handwritten.mjs", "perl-handwritten.pl", "python-handwritten.py", "python-jsonschema.py",
    "shell.sh",
  ]

  @Test(arguments: names)
  func areShort(_ name: String) throws {
    let text = try String(contentsOfFile: Fixture.adapter(name), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 40)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test func areAllListed() throws {
    let folder = Fixture.root.appending(path: "vectors/adapters").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let others = ["README.md", "schemas", "__pycache__"]
    #expect(files.filter { !others.contains($0) }.sorted() == Self.names)
    let readme = try String(contentsOfFile: Fixture.adapter("README.md"), encoding: .utf8)
    for name in Self.names { #expect(readme.contains("`\(name)`")) }
  }

  @Test func messagesMatchTheDescription() throws {
    let readme = try String(contentsOfFile: Fixture.adapter("README.md"), encoding: .utf8)
    let lines = readme.split(separator: "\n").map(String.init)
    for message in [AdapterMessage.hello, AdapterMessage.bye] {
      let line = "→ " + String(decoding: message.dropLast(), as: UTF8.self)
      #expect(lines.contains(line))
    }
    let answers = lines.compactMap { $0.hasPrefix("← ") ? Array($0.utf8.dropFirst(4)) : nil }
    try #require(answers.count == 2)
    #expect(try AdapterMessage.identity(answers[0]).title == "my validator 1.2")
    #expect(try AdapterMessage.answer(answers[1], withErrors: true).id == "2n9c4ofzxl0k1")
  }

  @Test(
    "an adapter must report one of the four outcomes",
    arguments: ["rejected", "indeterminate", "Valid"])
  func otherOutcomes(_ outcome: String) throws {
    let line = Array(#"{"id":"1","outcome":"\#(outcome)"}"#.utf8)
    #expect(throws: Failure.self) {
      try AdapterMessage.answer(line, withErrors: true).reply.get()
    }
  }

  private static func passes(_ command: String) throws {
    let session = AdapterSession(try Program(commandLine: command), timeLimit: .seconds(20))
    let vectors = try Fixture.vectors()
    let report = try Fixture.report(on: session, vectors)
    #expect(report.isPassed, "\(report.remarks) \(report.results.compactMap(\.failure).prefix(3))")
    #expect(report.passed > vectors.count * 99 / 100)
  }

  @Test(.enabled(if: Installed.python, "python3 is not on the search path"))
  func handwrittenPythonPasses() throws {
    try Self.passes("python3 '\(Fixture.adapter("python-handwritten.py"))'")
  }

  @Test(.enabled(if: Installed.node, "node is not on the search path"))
  func handwrittenNodePasses() throws {
    try Self.passes("node '\(Fixture.adapter("node-handwritten.mjs"))'")
  }

  @Test func theLibraryPasses() throws {
    let report = try Fixture.report(on: Fixture.library(version: "0"), Fixture.vectors())
    #expect(report.isPassed)
    #expect(report.skipped == 0)
  }
}

@Suite("Programs that run once per document")
struct OneShotTests {
  private static func report(
    _ command: String, timeLimit: Duration = .seconds(20)
  ) throws -> ImplementationReport {
    let session = OneShotSession(try Program(commandLine: command), timeLimit: timeLimit)
    return try Fixture.report(on: session, Fixture.mixed(4))
  }

  @Test func theExitStatusIsTheOutcome() throws {
    let report = try Self.report(#"sh -c 'wc -c >/dev/null; exit "$1"' sh 0"#)
    #expect(report.results.map { $0.observation?.outcome } == [.valid, .valid, .valid, .valid])
    #expect(try Self.report("sh -c 'exit 1'").results[0].observation?.outcome == .rejected)
    #expect(try Self.report("sh -c 'exit 2'").results[0].observation?.outcome == .unsupported)
  }

  @Test func wordsAndEnvironmentNameTheTarget() throws {
    let report = try Self.report(
      #"sh -c 'test "$CONFORM_TARGET" = request && test "$1" = request' sh {target}"#)
    #expect(report.results.allSatisfy { $0.observation?.outcome == .valid })
  }

  @Test func theDocumentIsOnStandardInput() throws {
    let report = try Self.report(#"sh -c 'grep -q "^{.*}$"'"#)
    #expect(report.results.contains { $0.observation?.outcome == .valid })
  }

  @Test func otherExitStatusesAreCrashes() throws {
    let report = try Self.report("sh -c 'echo broken >&2; exit 7'")
    let failure = try #require(report.results.first?.failure)
    #expect(failure.kind == .crash)
    #expect(failure.detail == "ended with exit status 7; standard error: broken")
    #expect(try Self.report("sh -c 'kill -9 $$'").results[0].failure?.kind == .crash)
    let sleeper = try Self.report("sleep 60", timeLimit: .milliseconds(50))
    #expect(sleeper.results[0].failure?.kind == .timeOut)
  }

  /// libcurl and Foundation change what SIGPIPE does to the process, and may do so at any moment.
  @Test func aProgramThatReadsNothingCausesNoSignal() throws {
    let earlier = signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, earlier) }
    let program = try Program(commandLine: "sh -c 'exec <&-; echo ready; sleep 0.2; exit 1'")
    let process = try ChildProcess(asking: program)
    guard case .line = process.line(by: Deadline(in: .seconds(20))) else {
      Issue.record("not ready")
      return
    }
    process.send([UInt8](repeating: 0x20, count: 1 << 20))
    _ = process.restOfOutput(by: Deadline(in: .seconds(20)))
    #expect(process.waitForExit(by: Deadline(in: .seconds(20))) == .status(1))
  }
}
