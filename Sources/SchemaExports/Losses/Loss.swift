/// Something that a rule or the reader says and that an export does not.
public struct Loss: Hashable, Sendable, Identifiable {
  /// The stable name, such as `white-space`.
  public let id: String
  /// What the format cannot say, or what its readers may take otherwise.
  public let summary: String
  /// What can come of it.
  public let consequence: String
  /// The ids of the rules concerned; empty if it is about the text of documents.
  public let rules: [String]

  /// By its parts.
  public init(id: String, summary: String, consequence: String, rules: [String] = []) {
    self.id = id
    self.summary = summary
    self.consequence = consequence
    self.rules = rules
  }

  /// Name, summary and consequence in a line.
  public var line: String { "\(id): \(summary) \(consequence)" }
}
