/// The rules for one kind of document, such as the request body of an operation.
///
/// A schema is data: it can be inspected, compared, changed and rendered. To check documents
/// against it, compile it into a `Validator`.
public struct Schema: Hashable, Sendable {
  /// The stable name, such as `add-backup-destination.request`; the start of each declared rule's id.
  public let id: String
  /// What the documents are, in a few words.
  public let title: String
  /// The rules.
  public let graph: SchemaGraph
  /// The declaration that the rules come from; nil for a schema that was read from text, or changed.
  public let declaration: FieldSchema?

  /// A schema that is declared in Swift.
  public init(id: String, title: String, root: FieldSchema) {
    self.id = id
    self.title = title
    graph = SchemaGraph(declaring: root, id: id)
    declaration = root
  }

  /// A schema by its graph.
  public init(id: String, title: String, graph: SchemaGraph) {
    self.id = id
    self.title = title
    self.graph = graph
    declaration = nil
  }

  /// The declaration of the document's value; an object of anything for a schema that has none.
  ///
  /// Setting it declares the schema anew.
  public var root: FieldSchema {
    get { declaration ?? FieldSchema(.object(ObjectSchema(properties: [])), summary: title) }
    set { self = Schema(id: id, title: title, root: newValue) }
  }

  /// What the documents mean, in one or two sentences.
  public var summary: String { graph.nodes[graph.root].summary }

  /// Every rule of the schema, each node's own before those of the nodes inside it.
  public var rules: [Rule] { graph.rules }
}
