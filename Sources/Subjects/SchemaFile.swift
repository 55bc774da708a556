package import BulkChecking
import JSONSchema
import OpenAPI
import JSONText
package import SchemaRules

/// A file with a schema, in JSON or YAML.
package struct SchemaFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// Whether there is a readable file at the path.
  package var exists: Bool { SourcePath(path).isReadableFile }

  /// The text, read as YAML if the path ends in `.yaml` or `.yml`.
  ///
  /// - Parameter subject: what the text is, in messages.
  /// - Throws: `CommandFailure` if the file cannot be read, or if its YAML cannot be translated.
  package func document(
    _ subject: String = "schema"
  ) throws(CommandFailure) -> SchemaGraph.Document {
    let bytes: [UInt8]
    do throws(ReadError) {
      bytes = try InputFile.contents(of: SourcePath(path))
    } catch {
      throw CommandFailure(
        message: "cannot read the \(subject) \(TerminalText.escaped(path)): \(error.message)")
    }
    return try CommandFailure.catching(subject) { () throws(JSONSchemaError) in
      try SchemaGraph.Document(text: bytes, name: path)
    }
  }

  /// The text of a file in the folder of this one, or below it. Returns nil for an address with a scheme.
  ///
  /// - Throws: `CommandFailure` if there is no such file, or if it is elsewhere.
  func neighbour(at uri: String) throws -> SchemaGraph.Document? {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    let isBelow = uri.utf8.starts(with: folder.utf8)
    let rest = uri.utf8.dropFirst(isBelow ? folder.utf8.count : 0)
    guard !rest.contains(UInt8(ascii: ":")) else { return nil }
    guard isBelow, rest.first != UInt8(ascii: "/"),
      !rest.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    else {
      throw CommandFailure(
        message: "it is outside the folder of \(path); allow it with `--resolve \(uri)=PATH`")
    }
    let file = SchemaFile(path: folder + (rest.percentDecoded ?? ""))
    guard file.exists else { throw CommandFailure(message: "there is no such file") }
    return try file.document()
  }
}
