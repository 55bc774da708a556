import JSONSchema
import SchemaRules
import Synchronization

/// The texts of a description by their addresses. Each is read once, when it is first needed.
final class TextStore: Sendable {
  private let lookup: @Sendable (_ uri: String) throws -> SchemaGraph.Document?
  private let outlines = Mutex<[ByteString: TextOutline]>([:])

  init(lookup: @escaping @Sendable (_ uri: String) throws -> SchemaGraph.Document?) {
    self.lookup = lookup
  }

  /// The text with an address; nil if there is none.
  ///
  /// - Throws: The errors of the lookup, and a `JSONSchemaError` if the text is not JSON.
  func outline(_ uri: String) throws -> TextOutline? {
    if let known = outlines.withLock({ $0[ByteString(uri)] }) { return known }
    guard let found = try lookup(uri) else { return nil }
    let outline = try TextOutline(reading: found)
    add(outline, uri)
    return outline
  }

  func add(_ outline: TextOutline, _ uri: String) {
    outlines.withLock { $0[ByteString(uri)] = outline }
  }
}
