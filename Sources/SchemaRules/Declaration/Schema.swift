/// The rules for one kind of document, such as the request body of an operation.
///
/// A schema is data: you can inspect, compare, change and render it. To validate documents, compile it into a
/// `Validator`.
public struct Schema: Hashable, Sendable {
  /// The stable name, such as `add-backup-destination.request`. The ids of declared rules start with it.
  public let id: String
  /// A short description of the documents.
  public let title: String
  /// The rules.
  public let graph: SchemaGraph
  /// The declaration that the rules come from; nil for a schema that was read from text, or changed.
  public let declaration: FieldSchema?

  /// Creates a schema from a declaration in Swift.
  public init(id: String, title: String, root: FieldSchema) {
    self.id = id
    self.title = title
    graph = SchemaGraph(declaring: root, id: id)
    declaration = root
  }

  /// Creates a schema from its graph.
  public init(id: String, title: String, graph: SchemaGraph) {
    self.id = id
    self.title = title
    self.graph = graph
    declaration = nil
  }

  /// The declaration of the document's value; an unrestricted object for a schema without a declaration.
  ///
  /// Setting it replaces the rules.
  public var root: FieldSchema {
    get { declaration ?? FieldSchema(.object(ObjectSchema(properties: [])), summary: title) }
    set { self = Schema(id: id, title: title, root: newValue) }
  }

  /// The meaning of the documents, in one or two sentences.
  public var summary: String { graph.nodes[graph.root].summary }

  /// Every rule of the schema. The rules of a node come before those of the nodes inside it.
  public var rules: [Rule] { graph.rules }
}
