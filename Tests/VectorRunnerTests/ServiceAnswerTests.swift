import BackupDestinations
import SchemaRules
import Testing
import Vectors

@testable import VectorRunner

@Suite("Problem details of a service")
struct ServiceAnswerTests {
  static let problem = "application/problem+json"

  static func observation(
    _ body: String, status: Int = 422, type: String = problem
  ) -> Observation? {
    let answer = ServiceAnswer(status: status, contentType: type, body: Array(body.utf8))
    guard case .success(let observation) = answer.reply else { return nil }
    return observation
  }

  /// A body, what is read from it, and why.
  @Test(arguments: [
    (
      ##"{"errors":[{"detail":"x","pointer":"#/name","keyword":"minLength"}]}"##,
      Observation(.invalid, [Finding("/name", "minLength")]),
      "the form that ProblemDetails writes"
    ),
    (
      ##"{"errors":[{"pointer":"#/name","keyword":"pattern"},{"pointer":"#","keyword":"type"}]}"##,
      Observation(.invalid, [Finding("/name", "pattern"), Finding("", "type")]),
      "several errors, the root among them; a detail is for people"
    ),
    (
      ##"{"errors":[{"pointer":"#/%6eame","keyword":"minLength"}]}"##,
      Observation(.invalid, [Finding("/name", "minLength")]),
      "a fragment is decoded"
    ),
    (
      ##"{"errors":[{"pointer":"#/a","keyword":"type"},{"pointer":"#/a","keyword":"type"}]}"##,
      Observation(.invalid, [Finding("/a", "type"), Finding("/a", "type")]),
      "what stands twice is not mended: adapters may not do so either"
    ),
    (
      ##"{"errors":[{"detail":"x","pointer":"#/name"},{"detail":"y","pointer":"#/type"}]}"##,
      Observation(.rejected, pointers: ["/name", "/type"]),
      "the example of RFC 9457: where, not which rule; and a syntax error can have a pointer too"
    ),
    (
      ##"{"errors":[{"pointer":"#/name","keyword":"type"},{"pointer":"#/type"}]}"##,
      Observation(.rejected, pointers: ["/name", "/type"]),
      "one rule without a name: the places of all are known"
    ),
    (
      ##"{"type":"about:blank","title":"Bad Request","status":400,"code":"duplicateKey"}"##,
      Observation(.rejected),
      "no errors: the status is all there is"
    ),
    (##"{"errors":[]}"##, Observation(.rejected), "no errors in a list that says so"),
    ("{}", Observation(.rejected), "every member of problem details is optional"),
    (
      ##"{"Errors":[{"pointer":"#/name","keyword":"type"}]}"##, Observation(.rejected),
      "names are compared exactly; unknown ones are ignored, as RFC 9457 wants"
    ),
    (
      ##"{"errors":[{"pointer":"#/name","keyword":"type"}],"omittedErrors":0}"##,
      Observation(.invalid, [Finding("/name", "type")]),
      "none is omitted"
    ),
  ])
  func readable(_ body: String, _ expected: Observation, _ reason: Comment) {
    #expect(Self.observation(body) == expected, reason)
    #expect(Self.observation(body, status: 400) == expected, reason)
  }

  /// An unreadable body, a part of the note about it, and the reason. The status still counts.
  @Test(arguments: [
    ("", "not JSON", "an empty body"),
    ("<html>", "not JSON", "another format under this type"),
    (##"{"errors":["##, "not JSON", "cut off"),
    (##"{"errors":[],"errors":[]}"##, "not JSON", "two readers could see different errors"),
    ("\u{FEFF}{}", "not JSON", "a byte order mark"),
    (
      String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000), "nested",
      "deep enough to overflow a stack"
    ),
    ("[]", "not an object", "an array"), ("null", "not an object", "nothing"),
    (##"{"errors":{"name":["too short"]}}"##, "not an array", "the form of ASP.NET"),
    (##"{"errors":null}"##, "not an array", "nothing in place of a list"),
    (##"{"errors":["name"]}"##, "error 1", "texts"),
    (##"{"errors":[{"detail":"x"}]}"##, "error 1", "an error without a place"),
    (
      ##"{"errors":[{"pointer":"#/name","keyword":"type"},{"keyword":"type"}]}"##, "error 2",
      "half a list is not compared"
    ),
    (##"{"errors":[{"pointer":"/name","keyword":"type"}]}"##, "/name", "a pointer, not a fragment"),
    (##"{"errors":[{"pointer":"name","keyword":"type"}]}"##, "name", "no pointer at all"),
    (##"{"errors":[{"pointer":"#/~2","keyword":"type"}]}"##, "#/~2", "an escape that is none"),
    (##"{"errors":[{"pointer":7,"keyword":"type"}]}"##, "error 1", "a number"),
    (##"{"errors":[{"pointer":"#/name","keyword":7}]}"##, "keyword", "a rule without a name"),
    (
      ##"{"errors":[{"pointer":"#/name","keyword":"type"}],"omittedErrors":3}"##, "omitted",
      "a list of which ProblemDetails says that it is not complete"
    ),
    (
      ##"{"errors":[{"pointer":"\u001b[31m\u0000"}]}"##, #"\u{1B}[31m\u{0}"#,
      "nothing reaches a terminal as it is"
    ),
  ])
  func unreadable(_ body: String, _ part: String, _ reason: Comment) throws {
    let observation = try #require(Self.observation(body), reason)
    #expect(observation.outcome == .rejected, reason)
    #expect(observation.findings == nil && observation.pointers == nil, reason)
    #expect(try #require(observation.note, reason).contains(part), reason)
  }

  @Test func aTooLongBodyIsNotRead() throws {
    let answer = ServiceAnswer(status: 422, contentType: Self.problem, body: nil)
    guard case .success(let observation) = answer.reply else { throw CancellationError() }
    #expect(observation.outcome == .rejected)
    #expect(try #require(observation.note).contains("more than"))
  }

  static let body = ##"{"errors":[{"pointer":"#/name","keyword":"type"}]}"##

  @Test(arguments: [
    ("application/problem+json", true, "as registered"),
    ("application/problem+json; charset=utf-8", true, "with a parameter"),
    ("Application/Problem+JSON", true, "in any case"),
    (" application/problem+json\t;x", true, "with white space"),
    ("application/problem+json+x", false, "another type"),
    ("application/problem+xml", false, "another format"),
    ("application/json", false, "may be anything"),
    ("text/html", false, "a page"), ("", false, "no type"),
  ])
  func mediaType(_ type: String, _ isRead: Bool, _ reason: Comment) {
    let expected =
      isRead ? Observation(.invalid, [Finding("/name", "type")]) : Observation(.rejected)
    #expect(Self.observation(Self.body, type: type) == expected, reason)
  }

  /// The body does not affect the meaning of these statuses.
  @Test(arguments: [200, 201, 413, 415])
  func otherStatus(_ status: Int) throws {
    let observation = try #require(Self.observation(Self.body, status: status))
    #expect(observation == Observation(status < 300 ? .valid : .unsupported))
    #expect(Self.observation(Self.body, status: 500) == nil)
    #expect(Self.observation(Self.body, status: 401) == nil)
  }

  /// The problem details that this library writes have the errors that it found.
  @Test func ofThisLibrary() throws {
    let vectors = try Fixture.vectors(200) { vector in
      guard vector.target == "request", case .fixed(.invalid) = vector.judgement else {
        return false
      }
      return true
    }
    for selected in vectors {
      let result = AddBackupDestination.requestValidator.validate(selected.vector.input.bytes)
      let details = try #require(ProblemDetails(result))
      let answer = ServiceAnswer(
        status: details.status, contentType: ProblemDetails.mediaType, body: details.json)
      guard case .success(let observation) = answer.reply,
        case .fixed(let expectation) = selected.vector.judgement
      else { throw CancellationError() }
      #expect(observation.outcome == .invalid)
      #expect(expectation.isMet(by: observation))
    }
  }

  static let twoErrors = Vectors.Expectation.invalid([
    Finding("/name", "minLength"), Finding("/name", "pattern"), Finding("/e\u{301}", "type"),
  ])

  /// Pointers without keywords are compared as a set, because they do not name the violated rules.
  @Test(arguments: [
    (twoErrors, ["/name", "/e\u{301}"], true, "each field once"),
    (twoErrors, ["/e\u{301}", "/name", "/name"], true, "each rule once, in any order"),
    (twoErrors, ["/name"], false, "a field is missing"),
    (twoErrors, ["/name", "/e\u{301}", "/type"], false, "a field too many"),
    (twoErrors, ["/name", "/\u{E9}"], false, "another name, although canonically equivalent"),
    (.malformed, [""], true, "not JSON, and said to be so at the root"),
    (.refused, [""], true, "not judged, nor accepted"),
    (.valid, ["/name"], false, "rejected wrongly"),
  ])
  func scoredByPointer(
    _ expectation: Vectors.Expectation, _ pointers: [String], _ isMet: Bool, _ reason: Comment
  ) {
    let observation = Observation(.rejected, pointers: pointers)
    #expect(expectation.isMet(by: observation) == isMet, reason)
    #expect(expectation.isMet(by: observation.outcome) == (expectation != .valid), reason)
  }
}
