public import SchemaRules

/// An operation of an HTTP API: what a documentation page says of it, as data.
public struct APIOperation: Hashable, Sendable {
  /// The stable name, such as `add-backup-destination`.
  public let id: String
  /// The page's title.
  public let title: String
  /// What the operation does.
  public let summary: String
  /// The HTTP method.
  public let method: String
  /// The path on the service.
  public let path: String
  /// The permission that the caller needs, as the page spells it; nil if the page does not say.
  public let permission: String?
  /// Where the service is, such as `https://api.example.com`; nil if the page does not say.
  public let server: String?
  /// How the caller says who it is; nil if the page does not say.
  public let authentication: Authentication?
  /// The HTTP status of success, or what a document has in its place, such as `2XX` or `default`.
  public let successStatus: String
  /// What the answer of success holds.
  public let successSummary: String
  /// The answers other than that of success; nil if nothing is known of them.
  public let failures: Failures?
  /// The schema of the request body; nil if there is none in JSON.
  public package(set) var request: Schema?
  /// The schema of the response body; nil if there is none in JSON.
  public package(set) var response: Schema?
  /// The documents that the page shows.
  public let examples: [Example]
  /// Valid documents that the page does not show, for those who want one to start from.
  public let completedExamples: [Example]
  /// What was decided where the page is silent or contradicts itself.
  public let decisions: [Decision]
  /// The page.
  public let source: Source

  /// Declares an operation.
  public init(
    id: String,
    title: String,
    summary: String,
    method: String,
    path: String,
    permission: String? = nil,
    server: String? = nil,
    authentication: Authentication? = nil,
    successStatus: String,
    successSummary: String = "Success.",
    failures: Failures? = nil,
    request: Schema?,
    response: Schema?,
    examples: [Example] = [],
    completedExamples: [Example] = [],
    decisions: [Decision] = [],
    source: Source
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.method = method
    self.path = path
    self.permission = permission
    self.server = server
    self.authentication = authentication
    self.successStatus = successStatus
    self.successSummary = successSummary
    self.failures = failures
    self.request = request
    self.response = response
    self.examples = examples
    self.completedExamples = completedExamples
    self.decisions = decisions
    self.source = source
  }

  /// The schemas of both bodies, as far as there are any.
  public var schemas: [Schema] { [request, response].compactMap(\.self) }
}
