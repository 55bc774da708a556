import ConformHummingbird
import HTTPTypes
import Hummingbird
import JSONText
import Logging
import NIOCore
import NIOEmbedded
import SchemaRules

/// A note, read from a body.
struct Note: ValidatedDocument {
  let title: String

  static let validator = Validator(
    constant: Schema(
      id: "note", title: "A note",
      root: .object(
        "A note.",
        [
          .required("title", .string("What it is about.", .minLength(2), .maxLength(80))),
          .optional(
            "author", .object("Who wrote it.", [.required("name", .string("A name."))])),
        ])))

  private static let names = MemberNames("title")

  init(reading reader: borrowing ValueReader) throws(DocumentError) {
    var title: String?
    var members = try reader.members()
    while reader.next(&members, of: Self.names) != nil { title = try reader.value() }
    self.title = try reader.required(title, "title", in: members)
  }
}

extension FailureFormat {
  /// An application's own format, with another status for invalid bodies.
  static let envelope = FailureFormat(
    mediaType: "application/json", status: { $0.status == 422 ? 400 : $0.status },
    body: { failure in
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("error") { writer in
        writer.member("status", failure.problem.status == 422 ? 400 : failure.problem.status)
        writer.member("id", failure.id)
        writer.member("messages", failure.problem.errors.map(\.message)) { $0.string($1) }
      }
      writer.endObject()
      return writer.bytes
    })
}

/// All that an application needs to add validation.
func router() -> Router<BasicRequestContext> {
  let router = Router()
  router.add(middleware: FailureResponses(.envelope, .problemDetails))
  router.post("notes") { request, _ in
    let note = try await request.decodeJSON(upTo: 100, Note.init(validating:))
    return note.title
  }
  router.group("checked").add(middleware: ValidatedBody(Note.validator)).post { request, _ in
    String(buffer: try await request.body.collect(upTo: 100))
  }
  router.get("broken") { _, _ -> String in throw Broken() }
  router.refuseOtherMethods()
  return router
}

struct Broken: Error, CustomStringConvertible {
  let description = "canary"
}

/// A response, with its body as text and as JSON.
struct Answer {
  let status: Int
  let headers: HTTPFields
  let text: String

  var json: JSONValue? { try? JSONValue(parsing: Array(text.utf8)) }
}

func answer(
  _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], _ body: String = ""
) async throws -> Answer {
  let head = HTTPRequest(
    method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
  let response = try await router().buildResponder().respond(
    to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body))),
    context: BasicRequestContext(
      source: ApplicationRequestContextSource(
        channel: EmbeddedChannel(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    ))
  let text = Text()
  try await response.body.write(text)
  return Answer(status: response.status.code, headers: response.headers, text: text.value.text)
}

/// Collects the body of a response.
struct Text: ResponseBodyWriter {
  final class Value: @unchecked Sendable {
    // Sound: one task writes, and reads after it has written.
    var text = ""
  }
  let value = Value()

  func write(_ buffer: ByteBuffer) async throws { value.text += String(buffer: buffer) }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
