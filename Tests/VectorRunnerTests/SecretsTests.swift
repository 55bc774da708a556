import Testing
import Vectors

@testable import VectorRunner

/// No report contains a token that an implementation repeats.
@Suite("Secrets")
struct SecretsTests {
  private static let secret = #"t0k/en~wi+th"quotes"#

  /// Repeats the secret in every text that it sends.
  private final class Parrot: Session {
    var identity = Identity(name: "n\(secret)", version: secret, kind: .service)
    let secrets = [SecretsTests.secret]
    private var count = 0

    func start() throws(Failure) {}

    func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
      count += 1
      switch count % 5 {
      case 0: throw Failure(.service, "no \(secret)")
      case 1: throw Failure(.inconclusive, secret)
      case 2: return Observation(.rejected, note: "no \(secret)")
      case 3: return Observation(.rejected, pointers: ["/t0k~1en~0wi+th\"quotes"])
      default: return Observation(.invalid, [Finding("/\(secret)", secret)])
      }
    }

    func finish() -> [Breach] { [Breach(secret), Breach(question: 0, secret)] }
  }

  private final class Absent: Session {
    let identity = Identity(name: "absent", kind: .service)
    let secrets = [SecretsTests.secret]

    func start() throws(Failure) { throw Failure(.notAsked, secret) }
    func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
      throw Failure(.inconclusive, "")
    }
    func finish() -> [Breach] { [] }
  }

  @Test func areInNoReport() throws {
    let vectors = try Fixture.mixed(20)
    let sessions: [any Session] = [Parrot(), Absent()]
    let report = RunReport(
      corpusVersion: "1", date: "2026-11-24",
      implementations: try sessions.map { try Fixture.report(on: $0, vectors) })
    for text in [
      TextReport(report, failureLimit: 99).text, JSONReport(report).text, JUnitReport(report).text,
      MarkdownReport(report).text,
    ] {
      #expect(text.contains("[secret]"))
      #expect(!text.contains("t0k") && !text.contains("quotes"))
    }
  }

  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("a secret-1", "a [secret]"),
    ("secret-1secret-1", "[secret][secret]"),
    ("/secret-1/x", "/[secret]/x"), ("a secre...", "a [secret]..."),
    ("...ret-1 b", "...[secret] b"),
    ("x se... y", "x se... y"), ("a secr... is none", "a [secret]... is none"), ("...", "..."),
    ("secret", "secret"),
  ])
  func areReplaced(_ text: String, _ expected: String) {
    #expect(Secrets(["secret-1"]).scrubbed(text) == expected)
  }

  @Test(arguments: ["a/b+c", "a~1b+c", "a%2Fb%2Bc", "a/b%2Bc", "a~1b%2Bc"])
  func areReplacedInEverySpelling(_ text: String) {
    #expect(Secrets(["a/b+c"]).scrubbed("<\(text)>") == "<[secret]>")
  }

  @Test func withoutSecretsTextsStayTheSame() {
    #expect(Secrets([]).scrubbed("a... b") == "a... b")
    #expect(Secrets([""]).scrubbed("a... b") == "a... b")
  }
}
