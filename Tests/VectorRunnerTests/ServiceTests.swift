import Foundation
import Testing
import Vectors

@testable import VectorRunner

@Suite("Live services")
struct ServiceTests {
  @Test(arguments: [
    "http://127.0.0.1", "http://127.0.0.1:8080/v1?x=1", "https://localhost/", "http://LOCALHOST",
    "http://[::1]:80/", "http://127.255.0.9/",
  ])
  func thisMachine(_ text: String) throws {
    #expect(try ServiceAddress(text, allowingRemote: nil).isLoopback)
  }

  @Test(arguments: [
    "http://example.com/", "http://127.0.0.1.example.com/", "http://localhost.example.com",
    "http://10.0.0.1", "http://0.0.0.0", "http://127.1/", "http://2130706433/", "http://0x7f.0.0.1",
    "http://127.0.0.01/", "http://[::ffff:127.0.0.1]/", "http://127.0.0.256/",
  ])
  func anotherMachine(_ text: String) {
    #expect(throws: Failure.self) { try ServiceAddress(text, allowingRemote: nil) }
  }

  @Test(arguments: [
    "", "127.0.0.1", "ftp://127.0.0.1", "http://", "http:///x", "http://user@127.0.0.1/",
    "http://127.0.0.1@example.com/", #"http://127.0.0.1\@example.com/"#, "http://127.0.0.1:99999/",
    "http://127.0.0.1:8o/", "http://127.0.0.1 /", "http://127.0.0.1/\n", "http://[::1",
    "http://[x]/",
    "http://127.0.0.1#@example.com/", "HTTP://127.0.0.1/", "http://exämple.com/",
  ])
  func unclear(_ text: String) {
    #expect(throws: Failure.self) {
      try ServiceAddress(text, allowingRemote: "example.com")
    }
  }

  @Test func anotherMachineNeedsItsFullName() throws {
    let url = "https://api.example.com/v1"
    #expect(try ServiceAddress(url, allowingRemote: "API.example.com").host == "api.example.com")
    for host in ["example.com", "*", "", "api.example.com/"] {
      #expect(throws: Failure.self) { try ServiceAddress(url, allowingRemote: host) }
    }
  }

  private func reply(toStatus status: Int) -> Reply {
    ServiceAnswer(status: status, contentType: "", body: []).reply
  }

  @Test(arguments: [
    (200, Answer.Outcome.valid), (201, .valid), (400, .rejected), (422, .rejected),
    (413, .unsupported), (415, .unsupported),
  ])
  func statusWithVerdict(_ status: Int, _ outcome: Answer.Outcome) {
    #expect(reply(toStatus: status) == .success(Observation(outcome)))
  }

  @Test(arguments: [401, 403, 404, 409, 429])
  func inconclusiveStatus(_ status: Int) {
    guard case .failure(let failure) = reply(toStatus: status), failure.kind == .inconclusive else {
      Issue.record("\(status) is a verdict")
      return
    }
  }

  @Test(arguments: [0, 100, 301, 302, 405, 418, 500, 503])
  func statusOfAFailure(_ status: Int) {
    guard case .failure(let failure) = reply(toStatus: status), failure.kind == .service else {
      Issue.record("\(status) is no failure")
      return
    }
  }

  @Test func aTokenGoesToOtherMachinesByHTTPSOnly() throws {
    let address = try ServiceAddress("http://example.com/", allowingRemote: "example.com")
    let session = ServiceSession(address, timeLimit: .seconds(1), name: nil, token: "s3cret")
    #expect(throws: Failure.self) { try session.start() }
  }

  @Test(arguments: ["", "a\nheader: x", "a b"])
  func aTokenIsOneWord(_ token: String) throws {
    let address = try ServiceAddress("http://127.0.0.1:1/", allowingRemote: nil)
    let session = ServiceSession(address, timeLimit: .seconds(1), name: nil, token: token)
    #expect(throws: Failure.self) { try session.start() }
  }
}

@Suite(
  "Live services on this machine",
  .enabled(if: Installed.python && Installed.curl, "python3 or curl is not on the search path"))
struct LocalServiceTests {
  static func report(
    _ mode: String, token: String? = nil, timeLimit: Duration = .seconds(5), _ count: Int = 12
  ) throws -> ImplementationReport {
    let service = Process()
    service.executableURL = URL(filePath: "/usr/bin/env")
    service.arguments = [
      "python3", Fixture.program("service.py"), mode, Fixture.adapter("python-handwritten.py"),
    ]
    let (input, output) = (Pipe(), Pipe())
    service.standardInput = input
    service.standardOutput = output
    try service.run()
    defer {
      try? input.fileHandleForWriting.close()
      service.waitUntilExit()
    }
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = try #require(Int(line.filter(\.isNumber)))
    let address = try ServiceAddress("http://127.0.0.1:\(port)/v1", allowingRemote: nil)
    let session = ServiceSession(address, timeLimit: timeLimit, name: nil, token: token)
    return try Fixture.report(on: session, Fixture.mixed(count))
  }

  @Test func aStrictOnePasses() throws {
    let report = try Self.report("strict")
    #expect(report.isPassed, "\(report.results.compactMap(\.failure))")
    #expect(report.skipped == 0)
  }

  /// The number of answers that are right, and how many have a note, where the service answers with problem
  /// details. Half of the 12 documents are invalid.
  @Test(arguments: [
    ("problems", 12, 0, "pointers and keywords"),
    ("pointers", 12, 0, "pointers, as in RFC 9457"),
    ("wrong-keyword", 6, 0, "the keyword counts"),
    ("wrong-pointer", 6, 0, "the pointer counts"),
    ("cut-off", 12, 6, "not JSON: the status counts, and a note says so"),
    ("long", 12, 6, "longer than what is read, and the answer says so"),
    ("endless", 12, 6, "longer than what is read, and nobody knows before"),
  ])
  func problemDetails(_ mode: String, _ right: Int, _ noted: Int, _ reason: Comment) throws {
    let report = try Self.report(mode)
    #expect(report.passed == right, reason)
    #expect(report.failed == 12 - right, reason)
    #expect(report.results.allSatisfy { ($0.failure?.kind ?? .errors) == .errors }, reason)
    #expect(report.notes.map(\.count).reduce(0, +) == noted, reason)
    #expect(report.isPassed == (right == 12), reason)
    #expect(report.identity.reportsErrors == (noted == 0), reason)
  }

  @Test(arguments: [
    ("one-connection", "a connection that the service keeps open is used for every document"),
    ("hangs-up", "a connection that the service closed is replaced, and the document sent again"),
    ("busy", "a document that the service did not look at yet is sent again, twice"),
  ])
  func connections(_ mode: String, _ reason: Comment) throws {
    let report = try Self.report(mode, mode == "busy" ? 2 : 12)
    #expect(report.isPassed, "\(reason) \(report.results.compactMap(\.failure))")
  }

  /// The service answers a second request with a status of its own.
  @Test func aPartialAnswerIsNotRequestedAgain() throws {
    let report = try Self.report("cut-off-body", 2)
    let failures = report.results.compactMap(\.failure)
    #expect(failures.map(\.kind) == [.service, .service])
    #expect(!(try #require(failures.first).detail.contains("500")))
  }

  @Test func stopsAtTheFirstWrongSuccess() throws {
    let report = try Self.report("lax")
    #expect(!report.isPassed)
    #expect(report.results.count { $0.failure?.kind != .notAsked } == 1)
    #expect(report.remarks.contains { $0.hasPrefix("stopped: ") })
  }

  @Test func aRejectedTokenIsInconclusive() throws {
    let report = try Self.report("token", token: "wrong")
    #expect(report.results.count { $0.failure?.kind == .inconclusive } == 5)
    #expect(report.results.count { $0.failure?.kind == .notAsked } == 7)
    #expect(!report.isPassed)
  }

  @Test func sendsTheToken() throws {
    #expect(try Self.report("token", token: "s3cret").isPassed)
  }

  /// The whole token in a pointer, and a part of it in the note about a pointer that is too long to show.
  @Test(arguments: ["echo", "echo-note"])
  func anEchoedTokenIsInNoReport(_ mode: String) throws {
    let implementation = try Self.report(mode, token: "s3cret-of-the-service")
    #expect(implementation.results.contains { $0.observation?.outcome == .rejected })
    let report = RunReport(
      corpusVersion: "1", date: "2026-11-24", implementations: [implementation])
    for text in [
      TextReport(report, failureLimit: 9).text, JSONReport(report).text, JUnitReport(report).text,
      MarkdownReport(report).text,
    ] {
      #expect(!text.contains("s3c"))
    }
    #expect(JSONReport(report).text.contains("[secret]"))
  }

  @Test(arguments: ["500", "302", "405"])
  func givesUpOnFailures(_ mode: String) throws {
    let report = try Self.report(mode)
    #expect(report.results.count { $0.failure?.kind == .service } == 3)
  }

  @Test func slowAnswersAreTimeOuts() throws {
    let report = try Self.report("slow", timeLimit: .milliseconds(200), 2)
    #expect(report.results.allSatisfy { $0.failure?.kind == .timeOut })
  }
}
