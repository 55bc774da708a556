import APIOperations
import BulkChecking
package import SchemaDocuments
import SchemaExports
import SchemaRules

/// Every document that is rendered from an operation or a schema, by its path below a directory.
package struct DocumentSet {
  struct File {
    let path: String
    let text: String
  }

  let files: [File]

  /// The folders that contain only generated files.
  private static let folders = ["diagrams", "schemas"]

  /// Renders the documents that a reference describes.
  package init(_ reference: Reference) {
    let markdown = MarkdownReference(reference)
    var files = [
      File(path: "reference.md", text: markdown.text),
      File(path: "reference.html", text: HTMLReference(reference).text),
      File(path: "losses.md", text: markdown.losses),
    ]
    if let decisions = markdown.decisions {
      files.append(File(path: "decisions.md", text: decisions))
    }
    for (name, diagram) in reference.diagrams {
      files.append(File(path: "diagrams/\(name)", text: diagram.file))
    }
    let schemas = reference.bodies.map(\.schema)
    func add(_ format: ExportFormat, of schema: Schema, _ path: String) {
      let export =
        reference.operation.map { Export(format, of: $0, schemaID: schema.id) }
        ?? Export(format, of: schema)
      if let export { files.append(File(path: path, text: export.text)) }
    }
    for schema in schemas {
      add(.jsonSchema, of: schema, "schemas/\(FileName.ofID(schema.id)).json")
    }
    if let schema = schemas.first {
      for (format, path) in [
        (ExportFormat.openAPI31, "openapi-3.1.json"), (.openAPI30, "openapi-3.0.json"),
        (.typeScript, "types.ts"), (.swift, "types.swift"),
      ] {
        add(format, of: schema, path)
      }
    }
    self.files = files
  }

  /// Writes the documents and creates their folders.
  ///
  /// - Throws: `CommandFailure` if a document cannot be written.
  package func write(to directory: String) throws {
    for folder in [""] + Self.folders { try OutputFile.makeDirectory("\(directory)/\(folder)") }
    for file in files { try OutputFile.write(file.text, to: "\(directory)/\(file.path)") }
  }

  /// Compares the documents with the files of a directory. Returns one line for each file that differs or is no
  /// longer generated.
  package func differences(in directory: String) -> [String] {
    let changed = files.map { ("\(directory)/\($0.path)", Array($0.text.utf8)) }
      .filter { (try? InputFile.contents(of: SourcePath($0.0))) != $0.1 }
      .map { "\(TerminalText.escaped($0.0)) differs from the generated file" }
    let known = Set(files.map(\.path))
    let strangers = Self.folders.flatMap { folder in
      ((try? SourcePath("\(directory)/\(folder)").visibleNames()) ?? [])
        .map { "\(folder)/\(String(decoding: $0, as: UTF8.self))" }
        .filter { !known.contains($0) }
    }
    return changed
      + strangers.map { "\(TerminalText.escaped("\(directory)/\($0)")) is no longer generated" }
  }
}
