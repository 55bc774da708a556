public import HTTPTypes
public import Hummingbird
import NIOCore
public import SchemaRules

/// The reason why a request is rejected. It can be thrown by any handler that `FailureResponses` wraps, which renders
/// it.
///
/// It contains no value of the request.
public struct RequestFailure: HTTPResponseError {
  /// The status, the message and, for an invalid body, its errors.
  public let problem: ProblemDetails
  /// The kind of failure, for programs, such as `not-found`.
  public let id: String
  /// Further header fields of the response, such as `Allow`.
  public let headers: HTTPFields

  /// The status of the problem details; a format may use another one.
  public var status: HTTPResponse.Status { HTTPResponse.Status(code: problem.status) }

  /// Creates a failure that does not concern the content of a body.
  ///
  /// - Parameters:
  ///   - detail: What is wrong, in a sentence for the client.
  ///   - headers: Further header fields of the response.
  public init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
    problem = ProblemDetails(status: status.code, title: status.reasonPhrase, detail: detail)
    id = status.reasonPhrase.lowercased().replacing(" ", with: "-")
    self.headers = headers
  }

  /// Creates the failure for an invalid body. Returns nil if the body is valid.
  public init?(_ result: ValidationResult) {
    guard let problem = ProblemDetails(result) else { return nil }
    self.problem = problem
    id = "\(result.outcome)-request-body"
    headers = [:]
  }

  /// The failure as problem details, for applications without `FailureResponses`.
  public func response(from request: Request, context: some RequestContext) -> Response {
    response(to: request, formats: [.problemDetails])
  }

  /// The failure in the format that the request accepts best; the first one if it accepts none.
  func response(to request: Request, formats: [FailureFormat]) -> Response {
    let format = formats.preferred(by: request.headers[values: .accept])
    var headers = headers
    headers[.contentType] = format.mediaType
    if formats.count > 1 { headers[.vary] = "Accept" }
    let response = Response(
      status: HTTPResponse.Status(code: format.status(problem)), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: format.body(self))))
    return request.method == .head ? response.createHeadResponse() : response
  }
}
