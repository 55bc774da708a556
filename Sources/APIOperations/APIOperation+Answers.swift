public import SchemaRules

extension APIOperation {
  /// How the caller says who it is.
  public enum Authentication: Hashable, Sendable {
    /// A token in the header `Authorization`, behind the word `Bearer`.
    ///
    /// https://www.rfc-editor.org/rfc/rfc6750
    case bearer
  }

  /// An answer other than that of success.
  public struct Failure: Hashable, Sendable {
    /// The HTTP status, or a class of them, such as `4XX`.
    public let status: String
    /// What the answer means.
    public let summary: String
    /// Where the answer comes from.
    public let provenance: Provenance

    /// Declares an answer.
    public init(status: String, summary: String, provenance: Provenance) {
      self.status = status
      self.summary = summary
      self.provenance = provenance
    }
  }

  /// The answers other than that of success.
  public struct Failures: Hashable, Sendable {
    /// The answers.
    public let answers: [Failure]
    /// The schema of the body that they have in common; nil if there is no such schema.
    public let body: Schema?

    /// Declares answers, which may share a body.
    public init(_ answers: [Failure], body: Schema?) {
      self.answers = answers
      self.body = body
    }
  }
}
