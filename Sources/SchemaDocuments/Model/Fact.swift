import APIOperations

/// Something that a page says of an operation and that is no rule of a body.
public struct Fact: Hashable, Sendable {
  /// What the fact is about, such as `Permission`.
  public let name: String
  /// The fact.
  public let value: String
  /// Whether the value is code and not prose.
  public let isCode: Bool
  /// The place on the page; nil if the operation does not say.
  public let place: String?

  init(_ name: String, _ value: String, isCode: Bool = true, place: String?) {
    self.name = name
    self.value = value
    self.isCode = isCode
    self.place = place
  }

  static func facts(of operation: APIOperation) -> [Fact] {
    APIOperation.Aspect.allCases.compactMap { aspect in
      let place = operation.place(of: aspect)
      switch aspect {
      case .route:
        return Fact("Operation", "\(operation.method) \(operation.path)", place: place)
      case .apiVersion:
        let version = operation.source.apiVersion
        return version.isEmpty ? nil : Fact("API version", version, place: place)
      case .summary:
        return Fact("What it does", operation.summary, isCode: false, place: place)
      case .permission:
        return operation.permission.map { Fact("Required permission", $0, place: place) }
      case .server:
        return operation.server.map { Fact("Service", $0, place: place) }
      case .authentication:
        guard operation.authentication == .bearer else { return nil }
        return Fact("Header", "Authorization: Bearer TOKEN", place: place)
      case .contentType:
        guard operation.request != nil else { return nil }
        return Fact("Header", "Content-Type: application/json", place: place)
      case .success:
        return Fact(
          "Answer of success", "\(operation.successStatus): \(operation.successSummary)",
          isCode: false, place: place)
      }
    }
  }
}
