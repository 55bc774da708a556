public import APIOperations
import JSONText
public import SchemaRules

/// A schema or an operation in another format.
public struct Export: Hashable, Sendable {
  /// The format.
  public let format: ExportFormat
  /// The document, in UTF-8 with a line feed at its end.
  public let text: String
  /// The ids of the rules that readers of the document enforce, in the order of the schemas.
  public let rules: [String]
  /// The losses of the export.
  public let ledger: LossLedger

  /// Exports an operation.
  ///
  /// A JSON Schema document describes one schema: the one with `schemaID`, or else the request, or else the response.
  /// Without any of these, the document allows any value.
  public init(_ format: ExportFormat, of operation: APIOperation, schemaID: String? = nil) {
    let schema =
      operation.schemas.first { $0.id == schemaID } ?? operation.schemas.first
      ?? Schema(
        id: operation.id, title: operation.title,
        graph: SchemaGraph(origin: .text, nodes: [SchemaNode(pointer: .root)], root: 0))
    self.init(format, of: schema, format == .jsonSchema ? [schema] : operation.schemas, operation)
  }

  /// Exports a schema.
  ///
  /// Returns nil if the format describes operations, as OpenAPI does, or if dynamic references give the nodes
  /// of the schema more than `SchemaLimits.compiledNodes` meanings.
  public init?(_ format: ExportFormat, of schema: Schema) {
    self.init(format, of: [schema])
  }

  /// Exports the types of several schemas as one file, which declares equal types once.
  ///
  /// Returns nil if the format describes operations, or one schema per document, as JSON Schema does.
  public init?(_ format: ExportFormat, of schemas: [Schema]) {
    guard !format.needsOperation, let first = schemas.first,
      format != .jsonSchema || schemas.count == 1 && SchemaDefinitions(first.graph).isComplete
    else { return nil }
    self.init(format, of: first, schemas, nil)
  }

  private init(
    _ format: ExportFormat, of schema: Schema, _ schemas: [Schema], _ operation: APIOperation?
  ) {
    self.format = format
    ledger = LossLedger(format, of: schemas, inOperation: operation != nil)
    rules = schemas.flatMap(\.rules).filter { format.enforces($0.keywordUse) }.map(\.id)
    switch (format, operation) {
    case (.openAPI31, let operation?), (.openAPI30, let operation?):
      text = OpenAPIDocument(operation: operation, format: format, ledger: ledger).text
    case (.typeScript, _):
      text = TypeScriptDocument(ledger).text(of: schemas, in: operation)
    case (.swift, _):
      text = SwiftDocument(ledger).text(of: schemas, in: operation)
    case (.jsonSchema, _), (.openAPI31, _), (.openAPI30, _):
      text = JSONSchemaDocument(schema: schema, operation: operation, ledger: ledger).text
    }
  }
}
