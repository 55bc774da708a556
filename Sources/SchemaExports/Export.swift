public import APIOperations
import SchemaRules

/// A schema or an operation, written in another format.
public struct Export: Hashable, Sendable {
  /// The format.
  public let format: ExportFormat
  /// The document, in UTF-8 with a line feed at its end.
  public let text: String
  /// The ids of the rules that the document states in a way that its readers enforce.
  public let rules: Set<String>
  /// What it does not say, or not in a way that all its readers understand.
  public let ledger: LossLedger

  /// Writes an operation in a format.
  ///
  /// JSON Schema is a document a schema, so that it needs to be told which one; `nil` is the request.
  public init(_ format: ExportFormat, of operation: APIOperation, schemaID: String? = nil) {
    let schema = operation.schemas.first { $0.id == schemaID } ?? operation.request
    let schemas = format == .jsonSchema ? [schema] : operation.schemas
    self.format = format
    ledger = LossLedger(format, of: schemas)
    var rules = Set<String>()
    switch format {
    case .jsonSchema:
      var document = JSONSchemaDocument(schema, operation, ledger)
      text = document.text()
      rules = document.builder.rules
    case .openAPI31, .openAPI30:
      var document = OpenAPIDocument(operation, format, ledger)
      text = document.text()
      rules = document.builder.rules
    case .typeScript:
      var document = TypeScriptDocument(operation, ledger)
      text = document.text()
      rules = document.rules
    case .swift:
      var document = SwiftDocument(operation, ledger)
      text = document.text()
      rules = document.rules
    }
    self.rules = rules
  }
}
