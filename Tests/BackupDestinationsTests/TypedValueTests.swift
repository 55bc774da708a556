import BackupDestinations
import Foundation
import JSONText
import SchemaRules
import Testing

@Suite("Typed values")
struct TypedValueTests {
  static let credentials =
    #"{"accessKey":"CANARY-1","secretKey":"CANARY-2","bucketName":"CANARY-3","region":"CANARY-4","endpoint":"CANARY-5"}"#
  static let request =
    #"{"credentials":\#(credentials),"prefix":"nightly/","type":"s3","extra":1,"name":"Offsite \u0031","description":"a \/ b"}"#
  static let response =
    #"{"data":{"id":"offsite-1","createdAt":"2024-01-01T00:00:00.000Z","credentials":\#(credentials),"prefix":"nightly/","type":"s3","name":"Offsite 1"}}"#

  @Test func requestIsParsedOnce() throws {
    let value = try AddBackupDestinationRequest(validating: Array(Self.request.utf8))
    #expect(value.name == "Offsite 1")
    #expect(value.description == "a / b")
    #expect(value.type == .s3)
    #expect(value.prefix == "nightly/")
    #expect(value.credentials.accessKey.exposed == "CANARY-1")
    #expect(value.credentials.secretKey.exposed == "CANARY-2")
    #expect(value.credentials.bucketName.exposed == "CANARY-3")
    #expect(value.credentials.region.exposed == "CANARY-4")
    #expect(value.credentials.endpoint.exposed == "CANARY-5")
  }

  @Test func responseIsParsedOnce() throws {
    let value = try AddBackupDestinationResponse(validating: Array(Self.response.utf8))
    #expect(value.data.id == "offsite-1")
    #expect(value.data.createdAt == "2024-01-01T00:00:00.000Z")
    #expect(value.data.updatedAt == nil)
    #expect(value.data.description == nil)
    #expect(value.data.credentials.secretKey.exposed == "CANARY-2")
  }

  @Test func invalidDocumentHasNoValue() throws {
    let document = Array(#"{"name":"Example Backup Destination"}"#.utf8)
    let error = #expect(throws: DocumentError.self) {
      try AddBackupDestinationRequest(validating: document)
    }
    guard case .notValid(let result) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(result.errors.map(\.pointer.description) == ["/type", "/prefix", "/credentials"])
  }

  /// A value that a program creates equals the one that it reads from a document.
  @Test func memberwise() throws {
    let credentials = AddBackupDestinationRequestCredentials(
      accessKey: Secret("CANARY-1"), secretKey: Secret("CANARY-2"), bucketName: Secret("CANARY-3"),
      region: Secret("CANARY-4"), endpoint: Secret("CANARY-5"))
    let request = AddBackupDestinationRequest(
      name: "Offsite 1", description: "a / b", prefix: "nightly/", credentials: credentials)
    #expect(try AddBackupDestinationRequest(validating: Array(Self.request.utf8)) == request)
    let data = AddBackupDestinationResponseData(
      name: "Offsite 1", prefix: "nightly/", credentials: credentials, id: "offsite-1",
      createdAt: "2024-01-01T00:00:00.000Z")
    #expect(
      try AddBackupDestinationResponse(validating: Array(Self.response.utf8))
        == AddBackupDestinationResponse(data: data))
  }

  /// A value stays the same when it is encoded and validated again.
  @Test func codableRoundTrip() throws {
    let value = try AddBackupDestinationRequest(validating: Array(Self.request.utf8))
    let encoded = try JSONEncoder().encode(value)
    #expect(try JSONDecoder().decode(AddBackupDestinationRequest.self, from: encoded) == value)
    #expect(try AddBackupDestinationRequest(validating: Array(encoded)) == value)
    let response = try AddBackupDestinationResponse(validating: Array(Self.response.utf8))
    let encodedResponse = try JSONEncoder().encode(response)
    #expect(try AddBackupDestinationResponse(validating: Array(encodedResponse)) == response)
  }

  @Test func secretsDoNotPrint() throws {
    let request = try AddBackupDestinationRequest(validating: Array(Self.request.utf8))
    let response = try AddBackupDestinationResponse(validating: Array(Self.response.utf8))
    var dumped = ""
    dump(request, to: &dumped)
    dump(response, to: &dumped)
    let printed = [
      "\(request)", "\(response)", String(reflecting: request), String(reflecting: response),
      "\(request.credentials)", "\([request.credentials.secretKey])",
      "\(Optional(request.credentials.secretKey) as Any)", dumped,
      "\(Mirror(reflecting: request.credentials.secretKey).children.map(\.value))",
    ]
    for text in printed { #expect(!text.contains("CANARY")) }
    #expect(printed[0].contains("[redacted]"))
    #expect(printed[0].contains("Offsite 1"))
  }
}
