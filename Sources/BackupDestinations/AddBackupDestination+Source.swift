public import APIOperations
import SchemaRules

extension AddBackupDestination {
  /// The documentation page of the operation.
  static let source = APIOperation.Source(
    title: "Backup Destinations / Add backup destination",
    apiVersion: "v1",
    details: [.init(label: "footer", member: "footerYear", value: .number(2024))],
    readOn: "2026-11-23",
    sha256: "8ef6748bf7823423887e9b4b574988ed8440ed793f3ed105356be89239287dfc",
    layout: layout
  )

  /// The page's sections and labels.
  private static let layout = APIOperation.Source.Layout(
    sections: [
      request.id: "Request body", response.id: "Response body", failureBody.id: "Not on the page",
    ],
    labels: [
      .minLength: "min length", .maxLength: "max length", .enum: "one of",
      .additionalProperties: "other members",
    ],
    aspects: [
      .route: "Example request", .apiVersion: "Page header", .summary: "Page header",
      .permission: "Required permission", .server: "Example request > curl",
      .authentication: "Example request > curl", .contentType: "Example request > curl",
      .success: "Example response",
    ])

  /// The page's example request, which contradicts the page.
  public static let exampleRequest = APIOperation.Example(
    name: "page-request",
    place: "Example request",
    schemaID: request.id,
    json: #"{"name":"Example Backup Destination"}"#,
    caveat: "It lacks type, prefix and credentials, which the page marks as required."
  )

  /// The page's example response, which contradicts the page.
  public static let exampleResponse = APIOperation.Example(
    name: "page-response",
    place: "Example response",
    schemaID: response.id,
    json: """
      {
        "data": {
          "name": "Example Backup Destination",
          "id": "example-backup-destination"
        }
      }

      """,
    caveat: "Its data lacks type, prefix and credentials, which the page marks as required."
  )

  /// The page's example request with the missing fields added; their values are our own.
  public static let completedRequest = APIOperation.Example(
    name: "completed-request",
    place: "Example request, completed",
    schemaID: request.id,
    json: """
      {
        "name": "Example Backup Destination",
        "description": "Nightly copies, kept for 30 days.",
        "type": "s3",
        "prefix": "backups/",
        "credentials": {
          "accessKey": "EXAMPLE-ACCESS-KEY",
          "secretKey": "EXAMPLE-SECRET-KEY",
          "bucketName": "example-bucket",
          "region": "us-west-2",
          "endpoint": "s3.us-west-2.amazonaws.com"
        }
      }

      """,
    caveat: ""
  )

  /// The page's example response with the missing fields added; their values are our own.
  public static let completedResponse = APIOperation.Example(
    name: "completed-response",
    place: "Example response, completed",
    schemaID: response.id,
    json: """
      {
        "data": {
          "name": "Example Backup Destination",
          "description": "Nightly copies, kept for 30 days.",
          "type": "s3",
          "prefix": "backups/",
          "credentials": {
            "accessKey": "EXAMPLE-ACCESS-KEY",
            "secretKey": "EXAMPLE-SECRET-KEY",
            "bucketName": "example-bucket",
            "region": "us-west-2",
            "endpoint": "s3.us-west-2.amazonaws.com"
          },
          "id": "example-backup-destination",
          "createdAt": "2026-11-23T09:00:00.000Z",
          "updatedAt": "2026-11-23T09:00:00.000Z"
        }
      }

      """,
    caveat: ""
  )
}
