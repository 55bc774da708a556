import SchemaRules

/// Something that a page says of an operation and that is no rule of a body.
public struct Fact: Hashable, Sendable {
  /// What the fact is about, such as `Permission`.
  public let name: String
  /// The fact.
  public let value: String
  /// Whether the value is code and not prose.
  public let isCode: Bool
  /// The place on the page.
  public let place: String

  init(_ name: String, _ value: String, isCode: Bool = true, place: String) {
    self.name = name
    self.value = value
    self.isCode = isCode
    self.place = place
  }

  static func facts(of operation: APIOperation) -> [Fact] {
    var facts = [
      Fact("Operation", "\(operation.method) \(operation.path)", place: "Example request"),
      Fact("API version", operation.source.apiVersion, place: "Page header"),
      Fact("What it does", operation.summary, isCode: false, place: "Page header"),
      Fact("Required permission", operation.permission, place: "Required permission"),
    ]
    if let server = operation.server {
      facts.append(Fact("Service", server, place: "Example request > curl"))
    }
    if operation.authentication == .bearer {
      facts.append(Fact("Header", "Authorization: Bearer TOKEN", place: "Example request > curl"))
    }
    facts += [
      Fact("Header", "Content-Type: application/json", place: "Example request > curl"),
      Fact(
        "Answer of success", "\(operation.successStatus): \(operation.successSummary)",
        isCode: false, place: "Example response"),
    ]
    return facts
  }
}
