import JSONText
import SchemaRules

/// A schema with other keywords at one of its nodes.
struct SchemaChange: Sendable {
  /// The right schema.
  let schema: Schema
  /// The node that is changed.
  let node: NodeID
  /// Its keywords after the change.
  let keywords: [KeywordUse]

  /// The nodes that every changed graph has after those of the right one.
  struct SpareNodes {
    /// The schema `true`.
    let anything: NodeID
    /// The schema `false`.
    let nothing: NodeID

    init(_ graph: SchemaGraph) {
      anything = graph.nodes.count
      nothing = anything + 1
    }
  }

  /// The changed schema.
  var changed: Schema {
    let graph = schema.graph
    var nodes = graph.nodes
    let old = nodes[node]
    nodes[node].keywords = keywords
    for (name, keywords) in [
      ("true", []), ("false", [KeywordUse(.falseSchema, .flag(false))]),
    ] {
      nodes.append(
        SchemaNode(
          resource: old.resource,
          pointer: old.pointer.appending("*").appending("mutant").appending(name),
          keywords: keywords, isInArray: true))
    }
    return Schema(
      id: schema.id, title: schema.title,
      graph: SchemaGraph(
        origin: graph.origin, nodes: nodes, root: graph.root, resources: graph.resources,
        documents: graph.documents))
  }

  /// The only keyword with another parameter, before and after; nil if more, or something else, differs.
  var changedUse: (old: KeywordUse, new: KeywordUse)? {
    let old = schema.graph.nodes[node].keywords
    guard old.count == keywords.count else { return nil }
    let different = zip(old, keywords).filter { $0 != $1 }
    return different.count == 1 ? different.first : nil
  }

  /// The keywords that differ before and after the change; lists have only the entries that are not in the other list.
  var differences: [KeywordUse] {
    let old = schema.graph.nodes[node].keywords
    func rest(_ uses: [KeywordUse], without others: [KeywordUse]) -> [KeywordUse] {
      uses.filter { !others.contains($0) }.map { use in
        let other = others.first { $0.keyword == use.keyword }?.parameter
        let parameter: Parameter =
          switch (use.parameter, other) {
          case (.schemasByName(let own), .schemasByName(let other)?):
            .schemasByName(own.filter { !other.contains($0) })
          case (.names(let own), .names(let other)?): .names(own.filter { !other.contains($0) })
          case (.values(let own), .values(let other)?): .values(own.filter { !other.contains($0) })
          case (.schemas(let own), .schemas(let other)?):
            .schemas(own.filter { !other.contains($0) })
          default: use.parameter
          }
        return KeywordUse(use.keyword, parameter)
      }
    }
    return rest(keywords, without: old) + rest(old, without: keywords)
  }
}
