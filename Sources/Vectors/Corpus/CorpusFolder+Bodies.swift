package import JSONSchema
import JSONText
import SchemaRules
import Synchronization

extension CorpusFolder {
  /// Adds a body: the text of its schema becomes a file of the folder, and so does each text that the schema refers to.
  ///
  /// - Throws: `JSONSchemaError` if the text cannot be used as a schema; `CorpusError` for a file that cannot be
  ///   written; what the options' lookup throws.
  package func addBody(
    _ name: String, _ text: [UInt8], _ options: JSONSchemaOptions
  ) throws -> CorpusBody {
    var options = options
    let path = "schemas/\(name).json"
    options.name = path
    let (lookup, found) = (options.lookup, FoundDocuments())
    options.lookup = { uri in
      let document = try lookup(uri)
      if let document { found.list.withLock { $0[ByteString(uri)] = document.bytes } }
      return document
    }
    let schema = try Schema(jsonSchema: text, options: options)
    try write(text, to: path)
    var references: [JSONValue.Member] = []
    for (uri, bytes) in found.list.withLock({ $0 }).map({ ($0.text, $1) }).sorted(by: {
      $0.0 < $1.0
    }) {
      let path = "schemas/\(name)-\(references.count + 1).json"
      try write(bytes, to: path)
      references.append(.init(name: uri, value: .string(path)))
    }
    return CorpusBody(
      name: name,
      source: .file(
        path, dialect: options.dialect, assertsFormat: options.assertsFormat, references: references
      ), schema: schema)
  }
}

/// The texts that a schema refers to, by their URIs, as they were looked up.
private final class FoundDocuments: Sendable {
  let list = Mutex<[ByteString: [UInt8]]>([:])
}
