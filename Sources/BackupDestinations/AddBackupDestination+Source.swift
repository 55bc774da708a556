public import SchemaRules

extension AddBackupDestination {
  /// The page that everything here is taken from.
  static let source = APIOperation.Source(
    title: "Backup Destinations / Add backup destination",
    apiVersion: "v1",
    footerYear: 2024,
    readOn: "2026-11-23",
    sha256: "8ef6748bf7823423887e9b4b574988ed8440ed793f3ed105356be89239287dfc"
  )

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
}
