import JSONText
import SchemaRules

/// The lines of documents that may be shown whole: those on which the schema declares every member, and none is secret.
/// An undeclared member may be a secret under another name.
struct ShowableLines {
  /// The end of the last line that may be shown, in bytes: finding the members of a line starts at the document's start.
  private static let mostBytes = 1 << 16

  /// Whether no schema in use has a secret, so that every line may be shown.
  let isEverything: Bool
  /// The declared places, and whether a value of each is a scalar.
  private var scalars: [JSONPointer: Bool] = [:]
  private var secret: Set<JSONPointer> = []
  /// Places whose insides the schema describes elsewhere.
  private var repeated: Set<JSONPointer> = []

  init(_ schema: Schema) {
    let graph = schema.graph
    // A built-in schema may be the wrong one of several, some of which have secrets.
    isEverything = !graph.isDeclared && !graph.nodes.contains { $0.isSecret }
    if isEverything { return }
    for place in graph.places {
      let isKnown = scalars[place.pointer]
      if case .types(let types) = graph.nodes[place.node][.type] {
        let isScalar = !types.contains(.object) && !types.contains(.array)
        scalars[place.pointer] = isScalar && isKnown ?? true
      } else {
        scalars[place.pointer] = isKnown ?? false
      }
      if place.isSecret { secret.insert(place.pointer) }
      if place.isRepeated { repeated.insert(place.pointer) }
    }
  }

  /// Whether a line of a document, a range of its bytes, may be shown.
  func contain(_ line: Range<Int>, of document: RawSpan) -> Bool {
    if isEverything { return true }
    guard line.upperBound <= Self.mostBytes else { return false }
    return unsafe document.withUnsafeBytes { bytes in
      // Sound: the resolver does not outlive the bytes.
      var resolver = unsafe PointerResolver(JSONCursor(unsafeBytes: bytes))
      return resolver.places(in: line)?.allSatisfy(isShowable) ?? false
    }
  }

  private func isShowable(_ place: PointerResolver.Place) -> Bool {
    guard let isScalar = scalars[place.pointer], isScalar || !place.isScalar else { return false }
    var outer = JSONPointer.root
    if secret.contains(outer) { return false }
    for token in place.pointer.tokens {
      let inner = outer.appending(token)
      // A rule for the names that the schema does not list may be one for listed ones, too.
      let isHidden =
        repeated.contains(outer) || secret.contains(inner) || secret.contains(outer.appending("*"))
      if isHidden { return false }
      outer = inner
    }
    return true
  }
}
