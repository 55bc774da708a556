/// The declared shape of one document, such as the body of a request.
///
/// A schema is data: it can be inspected, compared, changed and rendered. To check documents
/// against it, compile it into a `Validator`.
public struct Schema: Hashable, Sendable {
  /// The stable name, such as `add-backup-destination.request`; the start of each rule id.
  public var id: String
  /// What the documents are, in a few words.
  public var title: String
  /// The document's value.
  public var root: FieldSchema

  /// A schema by its parts.
  public init(id: String, title: String, root: FieldSchema) {
    self.id = id
    self.title = title
    self.root = root
  }
}
