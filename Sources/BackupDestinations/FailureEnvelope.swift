import JSONText
public import SchemaRules

/// What a service answers to a request that it does not take, in the shape that the operation declares for
/// failures: `{"error": {"status", "message", "id", "details"}}`, of the type `application/json`.
///
/// It says what `ProblemDetails` says, whose shape is the standard's, and holds no value of a document either.
public struct FailureEnvelope: Hashable, Sendable {
  /// The HTTP status, which is declared to be 400 where a body breaks rules, and is otherwise the problem's.
  public let status: Int
  private let problem: ProblemDetails

  /// The answer that says what a problem is.
  public init(_ problem: ProblemDetails) {
    self.problem = problem
    status = problem.status == 422 ? 400 : problem.status
  }

  /// The body. `id` is the code of a fault or a limit, or else `invalid-request-body` where a body was looked at;
  /// `details` lists the messages by field, names joined by dots, the whole body under `body`.
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
      if let id = problem.code ?? (fields.isEmpty ? nil : "invalid-request-body") {
        writer.member("id", id)
      }
      guard !fields.isEmpty else { return }
      writer.member("details") { writer in
        for field in fields { writer.member(field.name, field.messages) { $0.string($1) } }
      }
    }
    writer.endObject()
    return writer.bytes
  }
}
