public import JSONText

/// What a service answers to a document that it does not take: the status, and a body of the media type
/// `application/problem+json`. Or to a request that it does not take for another reason.
///
/// Holds no value of the document, and no name from inside a secret.
///
/// https://www.rfc-editor.org/rfc/rfc9457
public struct ProblemDetails: Hashable, Sendable {
  /// The body's media type.
  public static let mediaType = "application/problem+json"

  /// The HTTP status. Of a result it is 422 for a document that breaks rules or hit a limit, 413 for one
  /// that is too long, 400 for one that is not JSON.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#section-15.5
  public let status: Int
  /// A URI that names the kind of problem; `about:blank` says that the status is all there is.
  public let type: String
  /// The kind of problem in a few words; of `about:blank` the status' own.
  public let title: String
  /// What is wrong with this document, in a sentence.
  public let detail: String
  /// The broken rules. Empty unless the outcome is `invalid`.
  public let errors: [FieldError]
  /// How many errors there were beyond `ValidationLimits.errors`.
  public let omittedErrorCount: Int

  /// The stable name of a fault or a limit.
  package let code: String?
  /// Where in the body the fault or the limit shows, in bytes.
  private let offset: Int?
  /// What the errors' messages are made of.
  package let messages: MessageCatalogue

  /// What to answer to a document with a result; nil if the document is valid.
  ///
  /// A `kind` of the service's own has a URI and a title. `messages` say what is wrong in another language than
  /// English.
  public init?(
    _ result: ValidationResult, kind: (type: String, title: String)? = nil,
    messages: MessageCatalogue = .english
  ) {
    self.messages = messages
    switch result.verdict {
    case .valid:
      return nil
    case .invalid:
      status = 422
      let count = result.errors.count + result.omittedErrorCount
      detail =
        messages.text(
          count == 1 ? "problem.invalid.one" : "problem.invalid", [("count", String(count))])
        ?? "The body breaks \(count == 1 ? "a rule" : "\(count) rules")."
      (code, offset) = (nil, nil)
    case .malformed(let fault):
      status = 400
      let reason = messages.message(for: fault)
      detail =
        messages.text("problem.malformed", [("reason", reason)])
        ?? "The body is not strict JSON: \(reason)."
      (code, offset) = (fault.code, fault.offset)
    case .indeterminate(let limit):
      let isTooLong = if case .document(.documentBytes, _) = limit.name { true } else { false }
      status = isTooLong ? 413 : 422
      let reason = messages.message(for: limit)
      detail =
        messages.text("problem.indeterminate", [("reason", reason)])
        ?? "The body was not judged: \(reason)."
      (code, offset) = (limit.code, limit.byteRange.lowerBound)
    }
    type = kind?.type ?? "about:blank"
    title = kind?.title ?? Self.phrase(status)
    errors = result.outcome == .invalid ? result.errors : []
    omittedErrorCount = result.outcome == .invalid ? result.omittedErrorCount : 0
  }

  /// What to answer for a reason that is no document's, such as a media type that is not read.
  ///
  /// - Parameters:
  ///   - status: The HTTP status.
  ///   - type: A URI that names the kind of problem; `about:blank` says that the status is all there is.
  ///   - title: The kind of problem in a few words; with `about:blank` those of the status.
  ///   - detail: What is wrong this time, in a sentence. Whoever asked gets to read it.
  public init(status: Int, type: String = "about:blank", title: String, detail: String) {
    self.status = status
    self.type = type
    self.title = title
    self.detail = detail
    messages = .english
    errors = []
    omittedErrorCount = 0
    (code, offset) = (nil, nil)
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 400: "Bad Request"
    case 413: "Content Too Large"
    default: "Unprocessable Content"
    }
  }

  /// The body: an object with `type`, `title`, `status` and `detail`; `errors`, each with `detail`, the
  /// `pointer` as a fragment, `keyword`, `rule` and `params`; for a fault or a limit `code` and `offset`.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("type", type)
    writer.member("title", title)
    writer.member("status", status)
    writer.member("detail", detail)
    if let code { writer.member("code", code) }
    if let offset { writer.member("offset", offset) }
    if !errors.isEmpty {
      writer.member("errors", errors) { writer, error in
        writer.beginObject()
        writer.member("detail", messages.message(for: error))
        writer.member("pointer", error.pointer.uriFragment)
        writer.member("keyword", error.keyword.rawValue)
        writer.member("rule", error.rule.id)
        writer.member("params", error.parameters)
        writer.endObject()
      }
    }
    if omittedErrorCount > 0 { writer.member("omittedErrors", omittedErrorCount) }
    writer.endObject()
    return writer.bytes
  }
}

extension JSONWriter {
  /// Writes the parameters of an error as an object.
  public mutating func member(
    _ name: String, _ parameters: [(name: String, value: FieldError.ParameterValue)]
  ) {
    member(name) { writer in
      for (name, value) in parameters {
        switch value {
        case .text(let text): writer.member(name, text)
        case .number(let number): writer.member(name, number)
        case .value(let other):
          writer.name(name)
          writer.value(other)
        case .list(let values): writer.member(name, values) { $0.value($1) }
        }
      }
    }
  }
}
