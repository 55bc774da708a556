import APIOperations
import JSONText
import SchemaRules

/// The bodies of an operation as the declarations of a programming language's types.
protocol DeclarationDocument {
  var operation: APIOperation { get }
  var ledger: LossLedger { get }
  /// The ids of the rules that the types state.
  var rules: Set<String> { get set }

  /// The declaration of one object's type, whose rules and those of its members are among `rules`.
  mutating func declaration(
    _ entry: NamedObjects.Entry, _ objects: NamedObjects, _ rules: [JSONPointer: [Rule]]
  ) -> String
}

extension DeclarationDocument {
  /// The document: the operation's header as a comment, then each object's type.
  mutating func text() -> String {
    var text = operation.header(ledger).map { ("// " + $0).trimmedAtEnd + "\n" }.joined()
    for schema in operation.schemas {
      let objects = NamedObjects(schema)
      let rules = Dictionary(grouping: schema.rules, by: \.pointer)
      for entry in objects.entries { text += "\n" + declaration(entry, objects, rules) }
    }
    return text
  }

  /// Notes that the types state those of a field's rules that have a keyword.
  mutating func state(_ rules: [Rule]?, _ keyword: Keyword) {
    self.rules.formUnion((rules ?? []).filter { $0.keyword == keyword }.map(\.id))
  }
}
