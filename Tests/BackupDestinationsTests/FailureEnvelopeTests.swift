import APIOperations
import BackupDestinations
import SchemaRules
import Testing

/// Failures in the operation's own format satisfy the schema that it declares for them.
@Suite("Failure envelopes")
struct FailureEnvelopeTests {
  static let bodies: [(body: String, status: Int, parts: [String])] = [
    (
      TypedValueTests.request.replacing("nightly/", with: "n").replacing(
        "Offsite \\u0031", with: "a?"), 400,
      [
        #""id":"invalid-request-body""#, #""name":["/name must have at least 3"#,
        #"","/name must match"#, #""prefix":["/prefix must match"#,
      ]
    ),
    (
      #"{"credentials":{}}"#, 400,
      [#""credentials.secretKey":["/credentials/secretKey is required"]"#]
    ),
    ("[]", 400, [#""details":{"body":["the document must be an object, not an array"]}"#]),
    ("{", 400, [#""id":"unexpectedEnd""#, #""message":"The body is not strict JSON: "#]),
    (
      String(repeating: "[", count: 600) + String(repeating: "]", count: 600), 400,
      [#""id":"depth""#]
    ),
  ]

  @Test(arguments: bodies)
  func envelope(body: String, status: Int, parts: [String]) throws {
    let result = AddBackupDestination.requestValidator.validate(body)
    let envelope = FailureEnvelope(try #require(ProblemDetails(result)))
    let text = String(decoding: envelope.json, as: UTF8.self)
    #expect(envelope.status == status)
    for part in parts { #expect(text.contains(part), "\(text)") }
    #expect(!text.contains("CANARY"))
    let failures = try #require(AddBackupDestination.operation.failures)
    #expect(try Validator(#require(failures.body)).validate(envelope.json).outcome == .valid)
    #expect(failures.answers.contains { $0.status == String(envelope.status) })
  }

  @Test func withoutABody() throws {
    let envelope = FailureEnvelope(
      ProblemDetails(status: 401, title: "Unauthorized", detail: "No token."))
    #expect(
      String(decoding: envelope.json, as: UTF8.self)
        == #"{"error":{"status":401,"message":"No token."}}"#)
    let named = FailureEnvelope(
      ProblemDetails(status: 404, title: "Not Found", detail: "Nothing."), id: "not-found")
    #expect(String(decoding: named.json, as: UTF8.self).contains(#""id":"not-found""#))
  }
}
