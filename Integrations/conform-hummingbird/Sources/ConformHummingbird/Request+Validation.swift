import HTTPTypes
public import Hummingbird
import NIOCore
public import SchemaRules

extension Request {
  /// Reads the body and makes a value of it, in one pass over its bytes.
  ///
  ///     let note = try await request.decodeJSON(upTo: 65_536, Note.init(validating:))
  ///
  /// - Parameters:
  ///   - limit: The greatest length of the body, in bytes.
  ///   - make: Validates the bytes, such as the `init(validating:)` of a typed value.
  /// - Throws: `RequestFailure` with 415 for a body that is not declared as JSON, with 413 for one that
  ///   is too long, and as `ProblemDetails` describes for one that is not valid; what reading from
  ///   the connection throws.
  public func decodeJSON<Value>(
    upTo limit: Int, _ make: ([UInt8]) throws(DocumentError) -> Value
  ) async throws -> Value {
    let buffer = try await jsonBody(upTo: limit)
    do throws(DocumentError) {
      return try make(Array(buffer.readableBytesView))
    } catch {
      guard case .notValid(let result) = error, let failure = RequestFailure(result) else {
        // The typed value needs a field that the schema does not require: a mistake in the program.
        throw error
      }
      throw failure
    }
  }

  /// Reads the body, which must be declared as JSON and complete.
  func jsonBody(upTo limit: Int) async throws -> ByteBuffer {
    guard
      headers[.contentType].map(Self.isJSON) ?? false,
      (headers[.contentEncoding] ?? "identity").lowercased() == "identity"
    else {
      throw RequestFailure(
        .unsupportedMediaType,
        "The body must be of the type application/json, without an encoding.",
        headers: [.accept: "application/json"])
    }
    // The rest of the body is not read, so the connection cannot be used again.
    let tooLong = RequestFailure(
      .contentTooLarge, "The body must not be longer than \(limit) bytes.",
      headers: [.connection: "close"])
    let declaredLength = headers[.contentLength].flatMap { Int($0) }
    guard declaredLength ?? 0 <= limit else { throw tooLong }
    let buffer: ByteBuffer
    do {
      buffer = try await body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw tooLong
    }
    // Hummingbird treats the end of the connection as the end of the body.
    guard !Task.isCancelled, declaredLength ?? buffer.readableBytes == buffer.readableBytes else {
      throw RequestFailure(
        .badRequest, "The body is shorter than its declared length.",
        headers: [.connection: "close"])
    }
    return buffer
  }

  /// Whether a media type is that of JSON, with any parameters: JSON defines none.
  ///
  /// https://www.rfc-editor.org/rfc/rfc8259#section-11
  private static func isJSON(_ contentType: String) -> Bool {
    contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() == "application/json"
  }
}

/// Validates a request body before the handler runs. The handler can read the body as usual.
public struct ValidatedBody<Context: RequestContext>: RouterMiddleware {
  private let validator: Validator

  /// Validates against a compiled schema. `maxUploadSize` of the context bounds the body.
  public init(_ validator: Validator) {
    self.validator = validator
  }

  /// Rejects an invalid body.
  ///
  /// - Throws: The errors of `Request.decodeJSON`.
  public func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let body = try await request.jsonBody(upTo: context.maxUploadSize)
    if let failure = RequestFailure(validator.validate(Array(body.readableBytesView))) {
      throw failure
    }
    var request = request
    request.body = RequestBody(buffer: body)
    return try await next(request, context)
  }
}
