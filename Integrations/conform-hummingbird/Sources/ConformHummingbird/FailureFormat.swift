public import SchemaRules

/// One representation of failures.
public struct FailureFormat: Sendable {
  /// The media type of the body.
  public let mediaType: String
  /// The HTTP status of a problem in this format.
  public let status: @Sendable (ProblemDetails) -> Int
  /// The body.
  public let body: @Sendable (RequestFailure) -> [UInt8]

  /// Creates a format for an application.
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
}

extension [FailureFormat] {
  /// The format with the highest quality in the values of `Accept`; of several, the first.
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
