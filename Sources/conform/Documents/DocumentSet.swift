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
    var files = [
      File(path: "reference.md", text: MarkdownReference(reference).text()),
      File(path: "reference.html", text: HTMLReference(reference).text),
      File(path: "decisions.md", text: MarkdownDecisions(reference).text),
      File(path: "losses.md", text: MarkdownLosses(operation).text),
    ]
    for rule in reference.rules {
      guard let pattern = rule.pattern, let syntax = pattern.syntax else { continue }
      let diagram = RailroadDiagram(syntax, title: pattern.reading.text)
      files.append(
        File(
          path: "diagrams/\(MarkdownReference.diagramName(rule.rule))", text: diagram.file))
    }
    for schema in operation.schemas {
      files.append(
        File(
          path: "schemas/\(MarkdownReference.fileName(schema.id)).json",
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
