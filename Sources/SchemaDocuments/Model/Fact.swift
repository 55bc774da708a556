import APIOperations

/// A statement of a page about an operation that is not a rule of a body.
public struct Fact: Hashable, Sendable {
  /// The topic of the fact, such as `Permission`.
  public let name: String
  /// The fact: a sentence or, otherwise, code.
  public let value: String
  /// The place on the page; nil if the operation does not say.
  public let place: String?

  /// Whether the value is prose.
  var isSentence: Bool { value.hasSuffix(".") }

  static func facts(of operation: APIOperation) -> [Fact] {
    APIOperation.Aspect.allCases.compactMap { aspect in
      let (name, value): (String, String?) =
        switch aspect {
        case .route: ("Operation", "\(operation.method) \(operation.path)")
        case .apiVersion: ("API version", operation.source.apiVersion)
        // Without a place, the summary would only repeat the start of the document.
        case .summary: ("Purpose", operation.place(of: aspect) == nil ? nil : operation.summary)
        case .permission: ("Required permission", operation.permission)
        case .server: ("Service", operation.server)
        case .authentication:
          ("Header", operation.authentication == .bearer ? "Authorization: Bearer TOKEN" : nil)
        case .contentType:
          ("Header", operation.request == nil ? nil : "Content-Type: application/json")
        case .success: ("Success", "\(operation.successStatus): \(operation.successSummary)")
        }
      guard let value, !value.isEmpty else { return nil }
      return Fact(name: name, value: value, place: operation.place(of: aspect))
    }
  }
}
