public import JSONText

/// A service's response to a document that it rejects: the status, and a body of the media type
/// `application/problem+json`. It can also describe a request that is rejected for another reason.
///
/// It contains no value of the document and no member name inside a secret.
///
/// https://www.rfc-editor.org/rfc/rfc9457
public struct ProblemDetails: Hashable, Sendable {
  /// The body's media type.
  public static let mediaType = "application/problem+json"

  /// The HTTP status. For a result it is 422 if the document violates rules or exceeds a limit, 413 if
  /// it is too long, and 400 if it is not strict JSON.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#section-15.5
  public let status: Int
  /// A URI that identifies the kind of problem; `about:blank` if the status is enough.
  public let type: String
  /// The kind of problem in a few words; for `about:blank`, the reason phrase of the status.
  public let title: String
  /// The problem of this document, in a sentence.
  public let detail: String
  /// The violations. Empty unless the outcome is `invalid`.
  public let errors: [FieldError]
  /// The number of errors beyond `ValidationLimits.errors`.
  public let omittedErrorCount: Int

  /// The stable name of the fault or the limit.
  package let code: String?
  /// The byte offset of the fault or the limit in the body.
  private let offset: Int?
  /// The messages of the errors.
  package let messages: MessageCatalogue

  /// Creates the response to a document from its result; nil if the document is valid.
  ///
  /// - Parameters:
  ///   - result: The result of the validation.
  ///   - kind: The service's own URI and title for this kind of problem.
  ///   - messages: The messages in the client's language.
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
        ?? "The body violates \(count == 1 ? "a rule" : "\(count) rules")."
      (code, offset) = (nil, nil)
    case .malformed(let fault):
      status = 400
      let reason = messages.message(for: fault)
      detail =
        messages.text("problem.malformed", [("reason", reason)])
        ?? "The body is not strict JSON: \(reason)."
      (code, offset) = (fault.code, fault.offset)
    case .indeterminate(let limit):
      let isTooLong = if case .document(.documentBytes, _) = limit.kind { true } else { false }
      status = isTooLong ? 413 : 422
      let reason = messages.message(for: limit)
      detail =
        messages.text("problem.indeterminate", [("reason", reason)])
        ?? "The body could not be validated: \(reason)."
      (code, offset) = (limit.code, limit.byteRange.lowerBound)
    }
    type = kind?.type ?? "about:blank"
    title = kind?.title ?? Self.phrase(status)
    errors = result.outcome == .invalid ? result.errors : []
    omittedErrorCount = result.outcome == .invalid ? result.omittedErrorCount : 0
  }

  /// Creates a response that does not concern a document, such as one for an unsupported media type.
  ///
  /// - Parameters:
  ///   - status: The HTTP status.
  ///   - type: A URI that identifies the kind of problem; `about:blank` if the status is enough.
  ///   - title: The kind of problem in a few words; for `about:blank`, the reason phrase of the status.
  ///   - detail: The problem in this case, in a sentence for the client.
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
