import JSONText
public import SchemaRules

/// The response to a request that a service rejects, in the format that the operation declares for failures:
/// `{"error": {"status", "message", "id", "details"}}`, of the type `application/json`.
///
/// It has the content of `ProblemDetails` and, like that, contains no value of a document.
public struct FailureEnvelope: Hashable, Sendable {
  /// The HTTP status: 400 instead of 422, as the operation declares, and otherwise the status of the problem.
  public let status: Int
  private let problem: ProblemDetails
  private let id: String?

  /// Creates the response that describes a problem.
  ///
  /// - Parameters:
  ///   - problem: The problem, with its status and errors.
  ///   - id: The kind of the problem, for programs; by default the problem's code, if it has one.
  public init(_ problem: ProblemDetails, id: String? = nil) {
    self.problem = problem
    self.id = id ?? problem.code ?? (problem.errors.isEmpty ? nil : "invalid-request-body")
    status = problem.status == 422 ? 400 : problem.status
  }

  /// The body, with the status, the message, the `id` and, in `details`, the error messages of each field. A field is
  /// named by its path, separated by dots; `body` means the whole body.
  public var json: [UInt8] {
    var fields: [(name: String, messages: [String])] = []
    for error in problem.errors {
      let tokens = error.pointer.tokens
      let name = tokens.isEmpty ? "body" : tokens.joined(separator: ".")
      let message = problem.messages.message(for: error)
      if let index = fields.firstIndex(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        fields[index].messages.append(message)
      } else {
        fields.append((name, [message]))
      }
    }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("error") { writer in
      writer.member("status", status)
      writer.member("message", problem.detail)
      if let id { writer.member("id", id) }
      guard !fields.isEmpty else { return }
      writer.member("details") { writer in
        for field in fields { writer.member(field.name, field.messages) { $0.string($1) } }
      }
    }
    writer.endObject()
    return writer.bytes
  }
}
