import SchemaRules

/// What a run is to do with its documents.
struct CheckOptions: Sendable {
  let validator: Validator
  let reporter: any Reporter
  /// How many threads check documents.
  let jobs: Int
  /// How many bytes a line may have, where each is a document.
  let lineLimit: Int
  /// Whether to end at the first document that is not valid.
  let failsFast: Bool
}
