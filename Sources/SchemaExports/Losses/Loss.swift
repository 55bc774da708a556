/// A rule, or a check by the JSON reader, that an export cannot express.
public struct Loss: Hashable, Sendable, Identifiable {
  /// The stable name, such as `white-space`.
  public let id: String
  /// What the format cannot express, or what its readers may interpret differently.
  public let summary: String
  /// The consequence for users of the export.
  public let consequence: String
  /// The ids of the affected rules; empty if the loss concerns the text of documents.
  public let rules: [String]

  /// Creates a loss.
  public init(id: String, summary: String, consequence: String, rules: [String] = []) {
    self.id = id
    self.summary = summary
    self.consequence = consequence
    self.rules = rules
  }

  /// The id, the summary and the consequence on one line.
  public var line: String { "\(id): \(summary) \(consequence)" }
}
