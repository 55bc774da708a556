public import APIOperations
import SchemaRules

extension AddBackupDestination {
  /// What the service answers instead of success, of which the page says nothing.
  public static let failures = APIOperation.Failures(
    [
      .init(
        status: "400", summary: "The body breaks a rule; the details name the fields.",
        provenance: beyondThePage),
      .init(
        status: "401", summary: "The token is missing or not accepted.", provenance: beyondThePage),
      .init(
        status: "default", summary: "Any other failure, such as a missing permission.",
        provenance: beyondThePage),
    ],
    body: failureBody)

  /// The body of a failure.
  static let failureBody = Schema(
    id: "add-backup-destination.error",
    title: "Add backup destination: body of a failure",
    root: .object(
      "The answer's envelope.",
      [
        .required(
          "error",
          .object(
            "What went wrong.",
            [
              .required(
                "status",
                .integer("The HTTP status, once more.", provenance: beyondThePage),
                beyondThePage),
              .required(
                "message",
                .string("What went wrong, for people.", provenance: beyondThePage),
                beyondThePage),
              .optional(
                "id", .string("The kind of failure, for programs.", provenance: beyondThePage)),
              .optional(
                "details",
                .object(
                  "What is wrong with each field, by its name.", [], provenance: beyondThePage)),
            ], provenance: beyondThePage),
          beyondThePage)
      ], provenance: beyondThePage))

  private static let beyondThePage = Provenance.chosen(
    "The page is silent about failures; this is the envelope that the API's own client reads.")
}
