import HTTPTypes
import Hummingbird
import NIOCore
import SchemaRules

extension Response {
  /// A body of a type, whole.
  init(_ status: HTTPResponse.Status, _ mediaType: String, _ body: [UInt8]) {
    self.init(
      status: status, headers: [.contentType: mediaType],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }

  /// What is wrong with a body, as conform says it.
  init(_ problem: ProblemDetails) {
    self.init(
      HTTPResponse.Status(code: problem.status), ProblemDetails.mediaType, problem.json)
  }

  /// What is wrong with a request before its body can be judged, in the same form.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9457
  init(problem status: HTTPResponse.Status, _ detail: String) {
    self.init(
      ProblemDetails(status: status.code, title: status.reasonPhrase, detail: detail))
  }
}
