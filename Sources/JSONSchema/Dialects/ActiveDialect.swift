import SchemaRules

/// What the keywords of a resource mean: a version of JSON Schema, and which vocabularies of it are in use.
struct ActiveDialect: Hashable, Sendable {
  var dialect: Dialect
  /// Nil for a dialect without vocabularies, and for one that uses all of them.
  var vocabularies: Set<Vocabulary>?
  /// Whether `format` asserts because the meta-schema says so.
  var assertsFormat = false
  /// The meta-schema, without a fragment.
  var metaSchema: ByteString

  /// A dialect as its own meta-schema describes it.
  init(_ dialect: Dialect) {
    self.dialect = dialect
    metaSchema = ByteString(dialect.metaSchemaURI)
  }

  /// Whether a member of a schema has the meaning of a word.
  func knows(_ word: SchemaWord) -> Bool {
    guard word.dialects.contains(dialect) else { return false }
    guard let vocabularies, word.vocabulary != .core else { return true }
    // In 2019-09, the keywords of `unevaluated` are part of `applicator`.
    let vocabulary =
      dialect == .draft2019 && word.vocabulary == .unevaluated ? .applicator : word.vocabulary
    return vocabularies.contains(vocabulary)
  }

  /// Whether everything beside `$ref` is ignored.
  ///
  /// https://json-schema.org/draft-07/draft-handrews-json-schema-01#rfc.section.8.3
  var ignoresSiblingsOfReferences: Bool { dialect <= .draft7 }
}

extension Dialect {
  /// The URI of the meta-schema, without a fragment.
  package var metaSchemaURI: String {
    switch self {
    case .draft4: "http://json-schema.org/draft-04/schema"
    case .draft6: "http://json-schema.org/draft-06/schema"
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    }
  }

  /// The dialect with a meta-schema. Returns nil for any other URI.
  init?(metaSchema uri: ByteString) {
    guard
      let dialect = Self.allCases.first(where: { $0.metaSchemaURI.utf8.elementsEqual(uri.bytes) })
    else { return nil }
    self = dialect
  }
}
