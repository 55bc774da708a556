import JSONText
import SchemaRules
import Vectors

/// What a service answered to a request.
struct ServiceAnswer {
  /// Longer bodies are not read, in bytes; leaves room for curl's own line behind the body.
  static let bodyLimit = ChildProcess.lineLimit - 4096
  /// What curl is to write behind the body: a line with the status and the content type.
  static let curlFormat = #"\n%{http_code} %{content_type}"#

  /// The HTTP status.
  var status: Int
  /// The value of the field `Content-Type`; empty if there is none.
  var contentType: String
  /// The body. Nil if it is longer than `bodyLimit`.
  var body: [UInt8]?

  /// An answer by its parts.
  init(status: Int, contentType: String, body: [UInt8]?) {
    self.status = status
    self.contentType = contentType
    self.body = body
  }

  /// Takes the output of curl apart. Returns nil if there is no status at its end.
  ///
  /// - Parameter isWhole: Whether all of the body is there.
  init?(curlOutput output: [UInt8], isWhole: Bool) {
    // No field of a header holds a line feed, so that the last one is curl's own.
    guard let end = output.lastIndex(of: 0x0A) else { return nil }
    let words = String(decoding: output[(end + 1)...], as: UTF8.self)
      .split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard words.count == 2, let status = Int(words[0]) else { return nil }
    self.init(
      status: status, contentType: String(words[1]),
      body: isWhole && end <= Self.bodyLimit ? Array(output[..<end]) : nil)
  }

  /// What the answer says of the document.
  ///
  /// The status decides. Problem details can add which fields are at fault; whatever is wrong with
  /// them takes nothing from the status.
  var reply: Reply {
    switch status {
    case 200...299: .observation(Observation(.valid))
    case 400, 422: .observation(rejection)
    // Too large, or of a type such as UTF-16 that the service does not read.
    case 413, 415: .observation(Observation(.unsupported))
    case 401, 403, 404, 409, 429:
      .inconclusive("HTTP status \(status) says nothing of the document")
    case 500...599:
      .failure(SessionFailure(.service, "the service failed with HTTP status \(status)"))
    default: .failure(SessionFailure(.service, "HTTP status \(status) has no meaning here"))
    }
  }

  private var rejection: Observation {
    guard isProblem else { return Observation(.rejected) }
    do throws(ProblemErrors.Fault) {
      guard let body else {
        throw ProblemErrors.Fault("the body has more than \(Self.bodyLimit) bytes")
      }
      return switch try ProblemErrors(body) {
      case .none: Observation(.rejected)
      case .findings(let findings): Observation(.invalid, findings)
      // A service can say so of a document that is not JSON, too.
      case .pointers(let pointers): Observation(.rejected, pointers: pointers)
      }
    } catch {
      return Observation(.rejected, note: "problem details not read: \(error.message)")
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
