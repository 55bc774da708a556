/// The lines of the documentation page that state something, by their numbers in the text whose SHA-256 is part of
/// the operation's source.
///
/// The page itself is not part of the project: names, bounds and patterns are facts, and its prose is reworded.
enum PageLines {
  /// The texts in the reference for lines that state no rule of a body, without escapes.
  static let facts: [(line: Int, said: String)] = [
    (1, "API version v1"),
    (7, "Backup Destinations / Add backup destination"),
    (9, "# Add backup destination"),
    (11, "Registers a storage bucket as a new place for an account's backups."),
    (15, "`Account > BackupDestinations > General > Create` | Required permission"),
    (23, "The name of the destination, for people. On the page: Request body > name."),
    (40, "The kind of storage; only S3-compatible buckets are supported."),
    (46, "backups are written to instead of the bucket's root."),
    (52, "What the service needs to access the bucket."),
    (68, "including the region, such as s3.us-west-2.amazonaws.com."),
    (73, "The envelope of the response. On the page: Response body."),
    (77, "The backup destination that was added. On the page: Response body > data."),
    (81, "The name of the destination, for people. On the page: Response body > data > name."),
    (98, "only S3-compatible buckets are supported. On the page: Response body > data > type."),
    (104, "the bucket's root. On the page: Response body > data > prefix."),
    (110, "to access the bucket. On the page: Response body > data > credentials."),
    (126, "amazonaws.com. On the page: Response body > data > credentials > endpoint."),
    (130, "The identifier of the destination in the API."),
    (134, "When the destination was added."),
    (138, "When the destination was last changed."),
    (143, "`POST /v1/backup-destinations`"),
    (149, "`Content-Type: application/json` | Example request > curl"),
    (150, "`Authorization: Bearer TOKEN` | Example request > curl"),
    (151, "`POST /v1/backup-destinations` | Example request"),
    (152, #"{"name":"Example Backup Destination"}"#),
    (153, "`https://api.northflank.com` | Example request > curl"),
    (157, "| Success | 200: "),
    (159, "200: The backup destination that was added."),
    (164, #""data": {"#),
    (165, #""name": "Example Backup Destination","#),
    (166, #""id": "example-backup-destination""#),
    (170, "footer 2024"),
  ]

  /// The rules stated by lines of the section on the request; `type required` states two.
  static let request: [(line: Int, rules: [String])] = [
    (19, ["/type"]),
    (22, ["/name/type", "/name/required"]), (25, ["/name/minLength"]), (27, ["/name/maxLength"]),
    (29, ["/name/pattern"]),
    (32, ["/description/type"]), (34, ["/description/maxLength"]), (36, ["/description/pattern"]),
    (39, ["/type/type", "/type/required"]), (42, ["/type/enum"]),
    (45, ["/prefix/type", "/prefix/required"]), (48, ["/prefix/pattern"]),
    (51, ["/credentials/type", "/credentials/required"]),
    (55, ["/credentials/accessKey/type", "/credentials/accessKey/required"]),
    (58, ["/credentials/secretKey/type", "/credentials/secretKey/required"]),
    (61, ["/credentials/bucketName/type", "/credentials/bucketName/required"]),
    (64, ["/credentials/region/type", "/credentials/region/required"]),
    (67, ["/credentials/endpoint/type", "/credentials/endpoint/required"]),
  ]

  /// The rules stated by lines of the section on the response.
  static let response: [(line: Int, rules: [String])] =
    [(72, ["/type"]), (76, ["/data/type", "/data/required"])]
    // The same fields again, 58 lines further down.
    + request.dropFirst().map { ($0.line + 58, $0.rules.map { "/data" + $0 }) }
    + [
      (129, ["/data/id/type", "/data/id/required"]), (133, ["/data/createdAt/type"]),
      (137, ["/data/updatedAt/type"]),
    ]
}
