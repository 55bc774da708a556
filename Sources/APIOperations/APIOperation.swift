public import SchemaRules

/// An operation of an HTTP API, as its documentation describes it.
public struct APIOperation: Hashable, Sendable {
  /// The stable name, such as `add-backup-destination`.
  public let id: String
  /// The page's title.
  public let title: String
  /// The purpose of the operation.
  public let summary: String
  /// The HTTP method.
  public let method: String
  /// The path on the service.
  public let path: String
  /// The permission that the caller needs, in the page's words; nil if the page does not say.
  public let permission: String?
  /// The address of the service, such as `https://api.example.com`; nil if the page does not say.
  public let server: String?
  /// The method by which callers authenticate; nil if the page does not say.
  public let authentication: Authentication?
  /// The HTTP status of the success response. In an OpenAPI document, it can also be a class of statuses, such as
  /// `2XX`, or `default`.
  public let successStatus: String
  /// The content of the success response.
  public let successSummary: String
  /// The error responses; nil if nothing is known about them.
  public let failures: Failures?
  /// The schema of the request body; nil if the request has no JSON body.
  public package(set) var request: Schema?
  /// The schema of the response body; nil if the response has no JSON body.
  public package(set) var response: Schema?
  /// The documents that the page shows.
  public let examples: [Example]
  /// Valid documents to start from, which the page does not show.
  public let completedExamples: [Example]
  /// The decisions of this project where the page is silent or contradicts itself.
  public let decisions: [Decision]
  /// The page that documents the operation.
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

  /// The schemas of the bodies: of the request, then of the response.
  public var schemas: [Schema] { [request, response].compactMap(\.self) }
}
