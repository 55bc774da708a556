import SchemaRules

/// A text, with the resource and node of each of its values.
struct LoadedDocument {
  let outline: TextOutline
  /// The address from which the text was requested.
  let retrieval: URIReference
  /// The dialect of the text if it does not name one.
  let inherited: ActiveDialect
  /// The resource of each value in the position of a schema; -1 for other values.
  var resources: [Int32]
  /// The node of each value that has one; -1 for other values.
  var nodes: [Int32]
  var members = MemberIndex()
  /// Whether the meta-schema found a problem, so unreadable keywords are already reported.
  var isFlawed = false
  /// Whether the text comes with the library.
  let isBundled: Bool

  init(
    _ outline: TextOutline, retrieval: URIReference, inherited: ActiveDialect, isBundled: Bool
  ) {
    self.outline = outline
    self.retrieval = retrieval
    self.inherited = inherited
    resources = [Int32](repeating: -1, count: outline.values.count)
    nodes = resources
    self.isBundled = isBundled
  }
}

/// A value of one of the texts.
package struct Place: Hashable, Sendable {
  package var document: Int
  package var value: Int

  package init(document: Int, value: Int) {
    self.document = document
    self.value = value
  }
}

/// A part of a text with its own address.
struct LoadedResource {
  let uri: URIReference
  let root: Place
  var active: ActiveDialect
  /// The values with a name, by that name.
  var anchors: [ByteString: Anchor] = [:]
  /// The names from `$dynamicAnchor`, with the empty name for `$recursiveAnchor: true`.
  var dynamicAnchors: [Named<Int>] = []
  /// The resource that is checked against the meta-schema and contains this one: itself if it is a whole text or has
  /// a different meta-schema than the enclosing resource.
  var checkedWith = 0
  /// Whether a node belongs to the resource.
  var isReached = false

  struct Anchor {
    let value: Int
    let isDynamic: Bool
  }
}
