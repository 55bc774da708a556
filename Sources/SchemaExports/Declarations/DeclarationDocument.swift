import APIOperations
import SchemaRules

/// Schemas as the declarations of a programming language's types.
protocol DeclarationDocument {
  var ledger: LossLedger { get }
  /// Whether nodes that are shared have a type of their own, whatever they are.
  static var namesSharedNodes: Bool { get }

  /// The declaration of a type.
  mutating func declaration(_ entry: NamedTypes.Entry, _ types: NamedTypes) -> String
  /// What the declarations need beside themselves.
  var support: String { get }
}

extension DeclarationDocument {
  /// The document: the header as a comment, then each type.
  func text(of schemas: [Schema], in operation: APIOperation?) -> String {
    var document = self
    var text = ledger.header(of: schemas, in: operation)
      .map { ("// " + $0).trimmedAtEnd + "\n" }.joined()
    for schema in schemas {
      let types = NamedTypes(schema, namesSharedNodes: Self.namesSharedNodes)
      for entry in types.entries { text += "\n" + document.declaration(entry, types) }
    }
    return text + document.support
  }
}
