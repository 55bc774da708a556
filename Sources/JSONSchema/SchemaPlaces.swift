package import JSONText
package import SchemaRules

/// Finds the positions of rules in the texts that a schema was read from. It reads each text again when it first needs
/// it.
package struct SchemaPlaces: Sendable {
  /// Part of a text.
  package struct Place: Hashable, Sendable {
    /// The name of the text.
    package let document: String
    /// The bytes, starting with the name if the part is a member.
    package let byteRange: Range<Int>
    /// The line and column where those bytes start.
    package let location: SourceLocation
  }

  private struct Text {
    let outline: TextOutline
    let lines: SourceIndex
    var members = MemberIndex()
  }

  private let graph: SchemaGraph
  private var texts: [Int: Text] = [:]

  /// Creates an index without reading a text.
  package init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  /// The place of a rule. Returns nil for a rule of a declaration.
  package mutating func place(of rule: Rule) -> Place? {
    place(of: graph.nodes[rule.node].isFalse ? [] : [rule.keyword.rawValue], in: rule.node)
  }

  /// The position of the value at a path from a node. Returns nil for a node of a declaration, and if there is no such
  /// value.
  package mutating func place(of tokens: [String], in node: NodeID) -> Place? {
    guard let (document, pointer) = graph.place(of: node), var text = text(document) else {
      return nil
    }
    texts[document] = nil
    defer { texts[document] = text }
    let path = tokens.reduce(pointer) { $0.appending($1) }
    guard let index = text.outline.value(at: path, &text.members) else { return nil }
    let value = text.outline.values[index]
    let range = text.outline.sourceRange(
      of: value.nameStart < 0
        ? Int(value.start)..<Int(value.end) : Int(value.nameStart) - 1..<Int(value.nameEnd) + 1)
    let location = unsafe text.outline.source.withUnsafeBytes { [lines = text.lines] bytes in
      unsafe lines.location(of: range.lowerBound, in: bytes)
    }
    return Place(document: text.outline.name, byteRange: range, location: location)
  }

  private mutating func text(_ index: Int) -> Text? {
    if let known = texts[index] { return known }
    guard graph.documents.indices.contains(index),
      let outline = try? TextOutline(
        graph.documents[index].bytes, name: graph.documents[index].name,
        map: graph.documents[index].map)
    else { return nil }
    return Text(
      outline: outline,
      lines: unsafe outline.source.withUnsafeBytes { unsafe SourceIndex($0) })
  }
}

extension SchemaGraph {
  /// The place of a node in the text that it was read from, as an index into `documents` and a pointer.
  /// Returns nil for a node of a declaration.
  package func place(of node: NodeID) -> (document: Int, pointer: JSONPointer)? {
    guard nodes.indices.contains(node), resources.indices.contains(nodes[node].resource) else {
      return nil
    }
    let resource = resources[nodes[node].resource]
    let pointer = nodes[node].pointer.tokens.reduce(resource.pointer) { $0.appending($1) }
    return (resource.document, pointer)
  }
}
