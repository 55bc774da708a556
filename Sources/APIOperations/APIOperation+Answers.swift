public import SchemaRules

extension APIOperation {
  /// The method by which callers authenticate.
  public enum Authentication: Hashable, Sendable {
    /// A token in the header `Authorization`, after the word `Bearer`.
    ///
    /// https://www.rfc-editor.org/rfc/rfc6750
    case bearer
  }

  /// An error response.
  public struct Failure: Hashable, Sendable {
    /// The HTTP status, or a class of them, such as `4XX`.
    public let status: String
    /// The meaning of the response.
    public let summary: String
    /// The provenance of the response.
    public let provenance: Provenance

    /// Declares an error response.
    public init(status: String, summary: String, provenance: Provenance) {
      self.status = status
      self.summary = summary
      self.provenance = provenance
    }
  }

  /// The error responses.
  public struct Failures: Hashable, Sendable {
    /// The responses.
    public let answers: [Failure]
    /// The schema of their common body; nil if they have none.
    public let body: Schema?

    /// Declares error responses, which may share a body.
    public init(_ answers: [Failure], body: Schema?) {
      self.answers = answers
      self.body = body
    }
  }
}
