import JSONText
public import SchemaRules

/// One representation of failures.
public struct FailureFormat: Sendable {
  /// The media type of the body.
  public let mediaType: String
  /// The HTTP status of a problem in this format.
  public let status: @Sendable (ProblemDetails) -> Int
  /// The body.
  public let body: @Sendable (RequestFailure) -> [UInt8]

  /// A format of an application's own.
  public init(
    mediaType: String,
    status: @escaping @Sendable (ProblemDetails) -> Int = \.status,
    body: @escaping @Sendable (RequestFailure) -> [UInt8]
  ) {
    self.mediaType = mediaType
    self.status = status
    self.body = body
  }

  /// Problem details.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9457
  public static let problemDetails = FailureFormat(
    mediaType: ProblemDetails.mediaType, body: { $0.problem.json })

  /// The envelope `{"error": {"status", "message", "id", "details"}}`, where `details` lists the
  /// messages of each field by its dotted name. A body that breaks rules gets 400 rather than 422.
  public static let errorEnvelope = FailureFormat(
    mediaType: "application/json", status: \.statusInEnvelope, body: \.envelope)
}

extension RequestFailure {
  fileprivate var envelope: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("error") { writer in
      writer.member("status", problem.statusInEnvelope)
      writer.member("message", problem.detail)
      writer.member("id", id)
      guard !problem.errors.isEmpty else { return }
      writer.member("details") { writer in
        for (field, messages) in problem.messagesByField {
          writer.member(field, messages) { $0.string($1) }
        }
      }
    }
    writer.endObject()
    return writer.bytes
  }
}

extension ProblemDetails {
  fileprivate var statusInEnvelope: Int { status == 422 ? 400 : status }

  /// The messages of each field, in the order of the fields' first errors. A field is named by the
  /// parts of its pointer with dots between them; the body itself is `body`.
  fileprivate var messagesByField: [(field: String, messages: [String])] {
    var fields: [(field: String, messages: [String])] = []
    for error in errors {
      let field =
        error.pointer == .root
        ? "body" : String(error.pointer.description.dropFirst()).replacing("/", with: ".")
      if let index = fields.firstIndex(where: { $0.field.utf8.elementsEqual(field.utf8) }) {
        fields[index].messages.append(error.message)
      } else {
        fields.append((field, [error.message]))
      }
    }
    return fields
  }
}

extension [FailureFormat] {
  /// The format with the highest quality in the values of `Accept`; the earlier one of equals.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
  func preferred(by accept: [String]) -> FailureFormat {
    let ranges = accept.flatMap { $0.split(separator: ",") }.map(MediaRange.init)
    var best: (format: FailureFormat, quality: Double)?
    for format in self {
      let type = Substring(format.mediaType)
      let matching = ranges.filter { $0.includes(type) }
      let quality = matching.max { $0.specificity < $1.specificity }?.quality ?? 0
      if best == nil || quality > best?.quality ?? 0 { best = (format, quality) }
    }
    return best?.format ?? .problemDetails
  }
}

/// A media range of the field `Accept`, with its quality.
private struct MediaRange {
  let type: String
  let quality: Double

  init(_ text: Substring) {
    let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
    type = parts.first ?? ""
    let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
    quality = weight.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
  }

  /// 0 for `*/*`, 1 for a type with any subtype, 2 for a full media type.
  var specificity: Int { type == "*/*" ? 0 : type.hasSuffix("/*") ? 1 : 2 }

  func includes(_ mediaType: Substring) -> Bool {
    type == "*/*" || type == mediaType
      || type.hasSuffix("/*") && mediaType.hasPrefix(type.dropLast())
  }
}
