package import BulkChecking
import JSONSchema
import OpenAPI
import JSONText
package import SchemaRules

/// A file that holds a schema, in JSON or YAML.
package struct SchemaFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// Whether there is something to read there.
  package var exists: Bool { SourcePath(path).isReadableFile }

  /// The text, read as YAML if the path ends in `.yaml` or `.yml`.
  ///
  /// - Throws: `CommandFailure` if the file cannot be read, or if its YAML cannot be translated.
  package func document() throws(CommandFailure) -> SchemaGraph.Document {
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try InputFile.contents(of: SourcePath(path))
    } catch {
      throw CommandFailure(
        message: "cannot read the schema \(TerminalText.escaped(path)): \(error.message)")
    }
    return try CommandFailure.catching { () throws(JSONSchemaError) in
      try SchemaGraph.Document(text: bytes, name: path)
    }
  }

  /// The text of a file in the folder of this one, or below it. Returns nil for any other address.
  func neighbour(at uri: String) throws -> SchemaGraph.Document? {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    guard uri.utf8.starts(with: folder.utf8) else { return nil }
    let rest = uri.utf8.dropFirst(folder.utf8.count)
    guard rest.first != UInt8(ascii: "/"), !rest.contains(UInt8(ascii: ":")),
      !rest.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    else { return nil }
    let file = SchemaFile(path: folder + (rest.percentDecoded ?? ""))
    return file.exists ? try file.document() : nil
  }
}
