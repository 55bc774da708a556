public import APIOperations
import SchemaRules

extension AddBackupDestination {
  /// The error responses, which the page does not mention.
  public static let failures = APIOperation.Failures(
    [
      .init(
        status: "400", summary: "The body violates a rule; the details name the fields.",
        provenance: beyondThePage),
      .init(
        status: "401", summary: "The token is missing or invalid.", provenance: beyondThePage),
      .init(
        status: "default", summary: "Any other failure, such as a missing permission.",
        provenance: beyondThePage),
    ],
    body: failureBody)

  /// The body of an error response.
  static let failureBody = Schema(
    id: "add-backup-destination.error",
    title: "Add backup destination: error response body",
    root: .object(
      "The envelope of the response.",
      [
        .required(
          "error",
          .object(
            "What went wrong.",
            [
              .required(
                "status",
                .integer("The HTTP status code.", provenance: beyondThePage),
                beyondThePage),
              .required(
                "message",
                .string("A description of the error for people.", provenance: beyondThePage),
                beyondThePage),
              .optional(
                "id", .string("The kind of error, for programs.", provenance: beyondThePage)),
              .optional(
                "details",
                .object(
                  "The problems of each field, by field name.", [], provenance: beyondThePage)),
            ], provenance: beyondThePage),
          beyondThePage)
      ], provenance: beyondThePage))

  private static let beyondThePage = Provenance.chosen(
    "The page does not mention error responses; this is the envelope that the API's own client reads."
  )
}
