package import JSONText
package import SchemaRules

extension SchemaGraph {
  /// Where the text of a value is; reads the whole document. Returns nil if there is no such document, or
  /// if the pointer leads nowhere in it.
  package func byteRange(of pointer: JSONPointer, inDocument index: Int) -> Range<Int>? {
    guard documents.indices.contains(index),
      let outline = try? TextOutline(documents[index].bytes, name: documents[index].name)
    else { return nil }
    var members = MemberIndex()
    guard let value = outline.value(at: pointer, &members) else { return nil }
    return Int(outline.values[value].start)..<Int(outline.values[value].end)
  }

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
