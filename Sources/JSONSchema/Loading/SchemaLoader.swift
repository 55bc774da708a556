import JSONText
import SchemaRules

/// Builds the graph of rules from the text of a schema and the texts to which it refers.
///
/// It reads each text into an outline and searches it for the addresses and names of schemas. Then every schema that
/// can be reached from the root becomes a node. Both steps use work lists, so no text controls the depth of the
/// stack.
struct SchemaLoader {
  let options: JSONSchemaOptions
  var documents: [LoadedDocument] = []
  var resources: [LoadedResource] = []
  /// The resources by their addresses, without fragments.
  var resourcesByURI: [ByteString: Int] = [:]
  /// The texts, by the addresses from which they were requested and by those that they declare.
  var documentsByURI: [ByteString: Int] = [:]
  /// The addresses without a text.
  var missing: Set<ByteString> = []
  /// The dialects that the caller's meta-schemas define.
  var customDialects: [ByteString: ActiveDialect] = [:]
  var byteCount = 0
  /// The validators of schemas with a meta-schema from the caller; nil for one that cannot be used.
  var customValidators: [ByteString: Validator?] = [:]
  /// Whether texts are checked against their meta-schemas.
  var checksMetaSchemas = true
  /// The meta-schemas that are being read, including the one that needs this text.
  var metaSchemas: Set<ByteString> = []

  var nodes: [SchemaNode] = []
  /// The values whose nodes exist but are still empty, in the order of the nodes.
  var pending: [Place] = []
  /// The targets of the references that were followed.
  var targets: [ReferenceKey: Target] = [:]
  /// The names that dynamic references look up.
  var dynamicNames: Set<ByteString> = []
  /// The targets of such names in resources that were reached before a reference looks them up.
  var idleAnchors: [ByteString: [Place]] = [:]
  /// The patterns that have been checked.
  var patterns: Set<ByteString> = []

  var problems: [Finding] = []
  var warnings: [Finding] = []

  init(_ options: JSONSchemaOptions) {
    self.options = options
  }

  /// Reads a text that is a schema as a whole.
  mutating func load(
    _ document: SchemaGraph.Document
  ) throws(JSONSchemaError) -> JSONSchemaReader.Reading {
    let root = URIReference(options.baseURI ?? options.name)
    let index = try add(document, retrieval: root, inherited: nil)
    try refuseOpenAPI(documents[index].outline, document)
    for given in options.documents {
      _ = try add(given, retrieval: URIReference(given.name), inherited: nil)
    }
    for index in documents.indices { findResources(in: index) }
    let rootNode = node(for: Place(document: index, value: 0))
    if options.readsUnusedSchemas {
      for value in documents[index].resources.indices
      where documents[index].resources[value] >= 0 {
        _ = node(for: Place(document: index, value: value))
      }
    }
    let graph = try makeGraph(rootNode)
    let uri = graph.resources.first?.uri ?? ""
    let title = documents[index].outline.member("title", of: 0)
      .flatMap { documents[index].outline.string($0) }
    let id = uri.isEmpty ? options.name : uri
    return JSONSchemaReader.Reading(
      schema: Schema(id: id, title: title ?? id, graph: graph), warnings: rendered(warnings))
  }

  /// Rejects an OpenAPI document, which would allow every value if it were a schema.
  private func refuseOpenAPI(
    _ outline: TextOutline, _ document: SchemaGraph.Document
  ) throws(JSONSchemaError) {
    guard outline.member("info", of: 0) != nil,
      let version = outline.member("openapi", of: 0) ?? outline.member("swagger", of: 0)
    else { return }
    throw JSONSchemaError(
      "this is an OpenAPI document, not a schema; name it with `--openapi`", .invalidSchema,
      at: Int(outline.values[version].nameStart) - 1, in: document,
      pointer: outline.pointer(of: version))
  }

  /// Reads a schema that is part of a text that is not itself a schema.
  mutating func load(_ part: JSONSchemaReader.Part) throws(JSONSchemaError) -> SchemaGraph {
    checksMetaSchemas = false
    for text in [part.text, part.library].compactMap(\.self) {
      let index = add(text.outline, retrieval: URIReference(text.uri), inherited: nil)
      findResources(in: index)
      for value in text.schemas where documents[index].resources[value] < 0 {
        let place = Place(document: index, value: value)
        findResources(from: place, in: innermostResource(containing: place))
      }
    }
    return try makeGraph(node(for: Place(document: 0, value: part.text.schemas.first ?? 0)))
  }

  /// Creates every node that can be reached from the existing ones.
  private mutating func makeGraph(_ root: NodeID) throws(JSONSchemaError) -> SchemaGraph {
    makeNodes()
    findEndlessReferences()
    try throwProblems()
    return SchemaGraph(
      origin: .text, nodes: nodes, root: root, resources: graphResources(),
      documents: documents.map {
        SchemaGraph.Document(
          name: $0.outline.name, bytes: $0.outline.bytes, map: $0.outline.map)
      })
  }

  /// Fills nodes until no node is empty.
  private mutating func makeNodes() {
    var filled = 0
    while filled < pending.count, nodes.count <= options.limits.nodes {
      fill(filled, pending[filled])
      filled += 1
    }
    if nodes.count > options.limits.nodes, let last = pending.last {
      report(
        "the schema reaches more than \(options.limits.nodes) schemas, the limit \"nodes\"",
        at: last, kind: .limitExceeded)
    }
  }

  private func graphResources() -> [SchemaResource] {
    resources.map { resource in
      let document = documents[resource.root.document]
      return SchemaResource(
        uri: resource.uri.absolute.text,
        document: resource.root.document,
        pointer: document.outline.pointer(of: resource.root.value),
        dynamicAnchors: resource.dynamicAnchors.compactMap { anchor in
          let node = document.nodes[anchor.value]
          return node >= 0 ? Named(anchor.name, Int(node)) : nil
        },
        dialect: resource.active.dialect)
    }
  }
}
