import SchemaRules

/// The dialect of a resource: a version of JSON Schema and the vocabularies in use.
struct ActiveDialect: Hashable, Sendable {
  var dialect: Dialect
  /// The vocabularies in use; nil for a dialect without vocabularies or one that uses all of them.
  var vocabularies: Set<Vocabulary>?
  /// Whether the meta-schema requires `format` to reject values.
  var assertsFormat = false
  /// The meta-schema, without a fragment.
  var metaSchema: ByteString
  /// The version of OpenAPI that defines the dialect, which adds keywords and, in 3.0, omits some; nil for JSON Schema.
  var openAPI: OpenAPIVersion?

  /// Creates a dialect as its own meta-schema describes it.
  init(_ dialect: Dialect) {
    self.dialect = dialect
    metaSchema = ByteString(dialect.metaSchemaURI)
  }

  /// Creates the dialect of a version of OpenAPI. That of 3.0 resembles draft 4.
  ///
  /// https://spec.openapis.org/oas/v3.0.4#schema-object and https://spec.openapis.org/oas/v3.1.1#schema-object
  init(_ openAPI: OpenAPIVersion) {
    self.init(openAPI == .v30 ? .draft4 : .draft2020)
    self.openAPI = openAPI
    if openAPI == .v30 { metaSchema = ByteString("https://spec.openapis.org/oas/3.0/schema") }
  }

  /// The URI by which texts name the dialect of OpenAPI 3.1.
  static let openAPI31 = ByteString("https://spec.openapis.org/oas/3.1/dialect/base")

  /// Whether the dialect gives a member of a schema the meaning of a word.
  func knows(_ word: SchemaWord) -> Bool {
    if openAPI == .v30 { return word.isInOpenAPI30 }
    guard !word.isOnlyInOpenAPI || openAPI != nil && word.constraint == nil else { return false }
    guard word.dialects.contains(dialect) else { return false }
    guard let vocabularies, word.vocabulary != .core else { return true }
    // In 2019-09, the keywords of `unevaluated` are part of `applicator`.
    let vocabulary =
      dialect == .draft2019 && word.vocabulary == .unevaluated ? .applicator : word.vocabulary
    return vocabularies.contains(vocabulary)
  }

  /// Whether all members next to `$ref` are ignored.
  ///
  /// https://json-schema.org/draft-07/draft-handrews-json-schema-01#rfc.section.8.3
  var ignoresSiblingsOfReferences: Bool { dialect <= .draft7 }
}

/// A version of OpenAPI.
package enum OpenAPIVersion: String, Hashable, Sendable {
  case v30 = "3.0"
  case v31 = "3.1"
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

  /// Creates the dialect of a bundled meta-schema. Returns nil for any other URI.
  init?(metaSchema uri: ByteString) {
    guard
      let dialect = Self.allCases.first(where: { $0.metaSchemaURI.utf8.elementsEqual(uri.bytes) })
    else { return nil }
    self = dialect
  }
}
