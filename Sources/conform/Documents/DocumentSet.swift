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

  init(_ reference: Reference) {
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
}
