import JSONText
import SchemaRules
import Vectors

/// The response of a service.
struct ServiceAnswer {
  /// The maximum length of a body, in bytes; longer ones are not read.
  static let bodyLimit = 1 << 20

  /// The HTTP status.
  var status: Int
  /// The value of the field `Content-Type`; empty if there is none.
  var contentType: String
  /// The body. Nil if it is longer than `bodyLimit`.
  var body: [UInt8]?

  /// Whether the service did not process the document and asks to wait.
  var asksToWait: Bool { status == 429 || status == 503 }

  /// The verdict on the document.
  ///
  /// The status decides. Problem details can add which fields are at fault; a mistake in them does not affect the
  /// verdict.
  var reply: Reply {
    switch status {
    case 200...299: .success(Observation(.valid))
    case 400, 422: .success(rejection)
    // Too large, or of a type such as UTF-16 that the service does not read.
    case 413, 415: .success(Observation(.unsupported))
    case 401, 403, 404, 409, 429:
      .failure(Failure(.inconclusive, "HTTP status \(status) is not a verdict on the document"))
    case 500...599: .failure(Failure(.service, "the service failed with HTTP status \(status)"))
    default: .failure(Failure(.service, "HTTP status \(status) is not expected"))
    }
  }

  private var rejection: Observation {
    guard isProblem else { return Observation(.rejected) }
    do throws(Failure) {
      guard let body else {
        throw Failure(.service, "the body has more than \(Self.bodyLimit) bytes")
      }
      return try Observation(problemDetails: body)
    } catch {
      return Observation(.rejected, note: "cannot read the problem details: \(error.detail)")
    }
  }

  /// Whether the media type, without its parameters, is that of problem details.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#section-8.3.1
  private var isProblem: Bool {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
      .split { $0 == 0x20 || $0 == 0x09 }
    return type.count == 1 && String(Substring(type[0])).lowercased() == ProblemDetails.mediaType
  }
}
