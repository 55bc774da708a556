import APIOperations
import SchemaDocuments
import SchemaExports
import SchemaRules

/// Every document that is rendered from the rules and committed, by its path below `docs/`.
struct DocumentSet {
  struct File {
    let path: String
    let text: String
  }

  let files: [File]

  /// The folders that hold nothing else.
  static let folders = ["diagrams", "schemas"]

  init(_ reference: OperationReference) {
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
}
