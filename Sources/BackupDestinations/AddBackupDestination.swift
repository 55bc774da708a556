public import APIOperations
public import SchemaRules

/// The operation "Add backup destination", as its documentation page states it.
///
/// The page: "Backup Destinations / Add backup destination", API version v1, footer 2024, read on 2026-11-23. Names,
/// bounds and patterns are the page's; descriptions are in our own words.
///
/// This is one revision of the operation. Version 2 of the API's Python client shows a later one, with a required
/// `usage`, optional keys, and fields for another authentication method and for object locks. It is not declared here,
/// because the types of a client have no bounds and no patterns and do not show which fields each authentication method
/// requires. Once its page is available, declare it as a separate operation.
public enum AddBackupDestination {
  /// The operation's name, method, path and permission, with the schemas of both bodies.
  public static let operation = APIOperation(
    id: "add-backup-destination",
    title: "Add backup destination",
    summary: "Registers a storage bucket as a new place for an account's backups.",
    method: "POST",
    path: "/v1/backup-destinations",
    permission: "Account > BackupDestinations > General > Create",
    server: "https://api.northflank.com",
    authentication: .bearer,
    successStatus: "200",
    successSummary: "The backup destination that was added.",
    failures: failures,
    request: request,
    response: response,
    examples: [exampleRequest, exampleResponse],
    completedExamples: [completedRequest, completedResponse],
    decisions: decisions,
    source: source
  )

  /// The body that the caller sends.
  public static let request = Schema(
    id: "add-backup-destination.request",
    title: "Add backup destination: request body",
    root: .object("The backup destination to add.", destination)
  )

  /// The body of a successful response.
  public static let response = Schema(
    id: "add-backup-destination.response",
    title: "Add backup destination: response body",
    root: .object(
      "The envelope of the response.",
      [
        .required(
          "data",
          .object("The backup destination that was added.", destination + assignedByService))
      ])
  )

  // MARK: Fields

  /// The fields that the request and the response have in common.
  private static let destination: [Property] = [
    .required("name", name),
    .optional("description", description),
    .required("type", type, missingInExamples),
    .required("prefix", prefix, missingInExamples),
    .required("credentials", credentials, missingInExamples),
  ]

  private static let name = FieldSchema.string(
    "The name of the destination, for people.",
    .minLength(3),
    .maxLength(100),
    .pattern(#"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#)
  )

  private static let description = FieldSchema.string(
    "A description of the destination, in free text.",
    .maxLength(200),
    .pattern(#"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#)
  )

  private static let type = FieldSchema.string(
    "The kind of storage; only S3-compatible buckets are supported.",
    .oneOf("s3")
  )

  private static let prefix = FieldSchema.string(
    "The folder, with a trailing slash, that backups are written to instead of the bucket's root.",
    .pattern(#"^([a-zA-Z0-9-_]+)\/$"#)
  )

  private static let credentials = FieldSchema.object(
    "What the service needs to access the bucket.",
    [
      .required("accessKey", .string("The id of the key pair that grants access to the bucket.")),
      .required("secretKey", .string("The secret key of that pair.")),
      .required("bucketName", .string("The bucket that receives the backups.")),
      .required("region", .string("The region of the bucket.")),
      .required(
        "endpoint",
        .string(
          "The host name of the storage service, including the region, such as "
            + "s3.us-west-2.amazonaws.com.")),
    ],
    secret: true
  )

  private static let assignedByService: [Property] = [
    .required("id", .string("The identifier of the destination in the API.")),
    .optional("createdAt", .string("When the destination was added.")),
    .optional("updatedAt", .string("When the destination was last changed.")),
  ]

  private static let missingInExamples = Provenance.contradicted(
    "The page marks the field as required but omits it from its example request and response.")
}
