import BulkChecking
import JSONSchema
import SchemaRules

/// The location of schemas by URI: a file for one URI, or a folder for all URIs that start with it.
package struct SchemaMapping: Sendable {
  let uri: String
  let path: String

  /// Reads `URI=PATH`, up to the first "=" that has text on both sides. Returns nil if there is none.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard
      let index = bytes.indices.first(where: {
        bytes[$0] == UInt8(ascii: "=") && $0 > 0 && $0 + 1 < bytes.count
      })
    else { return nil }
    uri = String(decoding: bytes[..<index], as: UTF8.self)
    path = String(decoding: bytes[(index + 1)...], as: UTF8.self)
  }

  /// The text with a URI, by the mapping with the longest matching URI. Returns nil if no mapping matches, or if the file
  /// is missing in the folder.
  static func document(
    for uri: String, _ mappings: [SchemaMapping]
  ) throws -> SchemaGraph.Document? {
    let candidates = mappings.filter { uri.utf8.starts(with: $0.uri.utf8) }
      .sorted { $0.uri.utf8.count > $1.uri.utf8.count }
    for mapping in candidates {
      let rest = String(decoding: uri.utf8.dropFirst(mapping.uri.utf8.count), as: UTF8.self)
      let isFolder = SourcePath(mapping.path).isDirectory
      guard isFolder || rest.isEmpty else { continue }
      guard !isFolder || !rest.split(separator: "/").contains("..") else { continue }
      let separator = mapping.path.hasSuffix("/") || rest.hasPrefix("/") ? "" : "/"
      let file = SchemaFile(path: isFolder ? mapping.path + separator + rest : mapping.path)
      if file.exists { return try file.document() }
    }
    return nil
  }
}
