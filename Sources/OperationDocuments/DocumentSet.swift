import APIOperations
import BulkChecking
package import SchemaDocuments
import SchemaExports
import SchemaRules

/// Every document that is rendered from an operation, by its path below a directory.
package struct DocumentSet {
  struct File {
    let path: String
    let text: String
  }

  let files: [File]

  /// The folders that hold nothing else.
  private static let folders = ["diagrams", "schemas"]

  /// Renders the documents of an operation.
  package init(_ reference: OperationReference) {
    let operation = reference.operation
    let markdown = MarkdownReference(reference)
    var files = [
      File(path: "reference.md", text: markdown.text),
      File(path: "reference.html", text: HTMLReference(reference).text),
      File(path: "decisions.md", text: markdown.decisions),
      File(path: "losses.md", text: markdown.losses),
    ]
    for (name, diagram) in reference.diagrams {
      files.append(File(path: "diagrams/\(name)", text: diagram.file))
    }
    for schema in operation.schemas {
      files.append(
        File(
          path: "schemas/\(FileName.ofID(schema.id)).json",
          text: Export(.jsonSchema, of: operation, schemaID: schema.id).text))
    }
    for (format, path) in [
      (ExportFormat.openAPI31, "openapi-3.1.json"), (.openAPI30, "openapi-3.0.json"),
      (.typeScript, "types.ts"), (.swift, "types.swift"),
    ] {
      files.append(File(path: path, text: Export(format, of: operation).text))
    }
    self.files = files
  }

  /// Writes the documents, and makes their folders.
  ///
  /// - Throws: `CommandFailure` for what cannot be written.
  package func write(to directory: String) throws {
    for folder in [""] + Self.folders { try OutputFile.makeDirectory("\(directory)/\(folder)") }
    for file in files { try OutputFile.write(file.text, to: "\(directory)/\(file.path)") }
  }

  /// What differs between the documents and the files of a directory, a line for each file: those with another
  /// text, and those that only an earlier state of the rules rendered.
  package func differences(in directory: String) -> [String] {
    let changed = files.map { ("\(directory)/\($0.path)", Array($0.text.utf8)) }
      .filter { OutputFile.read($0.0) != $0.1 }
      .map { "\(TerminalText.escaped($0.0)) is not what the rules render" }
    let known = Set(files.map(\.path))
    let strangers = Self.folders.flatMap { folder in
      ((try? SourcePath("\(directory)/\(folder)").visibleNames()) ?? [])
        .map { "\(folder)/\(String(decoding: $0, as: UTF8.self))" }
        .filter { !known.contains($0) }
    }
    return changed
      + strangers.map { "\(TerminalText.escaped("\(directory)/\($0)")) is not rendered any more" }
  }
}
