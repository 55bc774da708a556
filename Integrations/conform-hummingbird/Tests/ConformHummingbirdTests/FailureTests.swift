import HTTPTypes
import JSONText
import Testing

private let json: HTTPFields = [.contentType: "application/json"]
private let problem: HTTPFields = [
  .contentType: "application/json", .accept: "application/problem+json",
]

/// One request and the status of its answer.
struct StatusRow: CustomTestStringConvertible, Sendable {
  let why: String
  let method: HTTPRequest.Method
  let path: String
  let headers: HTTPFields
  let body: String
  let status: Int

  var testDescription: String { why }
}

private let long = #"{"title":""# + String(repeating: "a", count: 100) + #""}"#

@Suite struct FailureTests {
  static let rows: [StatusRow] = [
    .init(
      why: "a valid body", method: .post, path: "/notes", headers: json,
      body: #"{"title":"ab"}"#, status: 200),
    .init(
      why: "the media type in another spelling", method: .post, path: "/notes",
      headers: [.contentType: "Application/JSON ; charset=utf-8"], body: #"{"title":"ab"}"#,
      status: 200),
    .init(
      why: "a violated rule, in the envelope", method: .post, path: "/notes", headers: json,
      body: #"{"title":"a"}"#, status: 400),
    .init(
      why: "a violated rule, as problem details", method: .post, path: "/notes", headers: problem,
      body: #"{"title":"a"}"#, status: 422),
    .init(
      why: "not JSON", method: .post, path: "/notes", headers: problem, body: "{", status: 400),
    .init(
      why: "the middleware refuses too", method: .post, path: "/checked", headers: json,
      body: "[]", status: 400),
    .init(
      why: "a body that is too long", method: .post, path: "/notes", headers: json, body: long,
      status: 413),
    .init(
      why: "a length that is too long, before anything is read", method: .post, path: "/notes",
      headers: [.contentType: "application/json", .contentLength: "99999999999"],
      body: #"{"title":"ab"}"#, status: 413),
    .init(
      why: "a truncated body whose content so far is valid", method: .post, path: "/notes",
      headers: [.contentType: "application/json", .contentLength: "15"],
      body: #"{"title":"ab"}"#, status: 400),
    .init(
      why: "no media type", method: .post, path: "/notes", headers: [:],
      body: #"{"title":"ab"}"#, status: 415),
    .init(
      why: "a media type that starts like JSON's", method: .post, path: "/notes",
      headers: [.contentType: "application/json-seq"], body: #"{"title":"ab"}"#, status: 415),
    .init(
      why: "an encoding", method: .post, path: "/notes",
      headers: [.contentType: "application/json", .contentEncoding: "gzip"],
      body: #"{"title":"ab"}"#, status: 415),
    .init(
      why: "an unknown path", method: .get, path: "/other", headers: [:], body: "", status: 404),
    .init(
      why: "a method that the path does not have", method: .put, path: "/notes", headers: json,
      body: "", status: 405),
    .init(
      why: "a method that few know", method: .init(rawValue: "QUERY") ?? .trace, path: "/notes",
      headers: json, body: "", status: 405),
    .init(
      why: "an error of the application", method: .get, path: "/broken", headers: [:], body: "",
      status: 500),
  ]

  @Test(arguments: rows) func `Status and body`(_ row: StatusRow) async throws {
    let answer = try await answer(row.method, row.path, row.headers, row.body)
    #expect(answer.status == row.status)
    guard row.status != 200 else { return }
    let json = try #require(answer.json)
    let isProblem = row.headers[.accept] != nil
    #expect((isProblem ? json : json["error"])?["status"]?.integerValue == row.status)
    #expect(
      answer.headers[.contentType] == (isProblem ? "application/problem+json" : "application/json"))
    #expect(!answer.text.contains("canary"))
  }

  @Test func `An application's own format has the errors of each field`() async throws {
    let body = #"{"author":{"name":1},"title":"a"}"#
    let error = try await answer(.post, "/notes", json, body).json?["error"]
    #expect(error?["id"]?.stringValue == "invalid-request-body")
    #expect(
      error?["messages"]?.arrayValue?.map(\.stringValue) == [
        "/author/name must be a string, not a number",
        "/title must have at least 2 code points; it has 1",
      ])
  }

  @Test func `A syntax fault has its own id`() async throws {
    let error = try await answer(.post, "/notes", json, #"{"title":"a","title":"b"}"#).json?[
      "error"]
    #expect(error?["id"]?.stringValue == "malformed-request-body")
  }

  @Test func `405 lists the methods`() async throws {
    #expect(try await answer(.delete, "/notes").headers[.allow] == "POST")
  }

  @Test func `A body that is too long ends the connection`() async throws {
    #expect(try await answer(.post, "/notes", json, long).headers[.connection] == "close")
  }

  @Test func `The middleware passes the body on`() async throws {
    let body = #"{"title":"ab"}"#
    #expect(try await answer(.post, "/checked", json, body).text == body)
  }

  static let accepted: [(accept: String, isProblem: Bool, why: String)] = [
    ("*/*", false, "the first of equally preferred formats"),
    ("application/json, application/problem+json;q=0.9", false, "the higher quality"),
    ("application/json;q=0.5, application/problem+json", true, "the higher quality, last"),
    ("*/*, application/json;q=0.1", true, "the most specific range counts"),
    ("application/*;q=0.2, application/problem+json;q=0.1", false, "a type with any subtype"),
    ("text/html", false, "none is acceptable: the first rather than nothing"),
    (
      "application/problem+json;q=x, application/json;q=0.1", false,
      "a quality that is not a number"
    ),
    ("", false, "an empty list"),
  ]

  @Test(arguments: accepted) func `Accept chooses the format`(
    _ row: (accept: String, isProblem: Bool, why: String)
  ) async throws {
    let answer = try await answer(.get, "/other", [.accept: row.accept])
    #expect(
      answer.headers[.contentType]
        == (row.isProblem ? "application/problem+json" : "application/json"), "\(row.why)")
    #expect(answer.headers[.vary] == "Accept")
  }
}
