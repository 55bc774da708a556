import SchemaRules

extension ExportFormat {
  /// Whether programs that read the format enforce a keyword of a schema.
  func enforces(_ use: KeywordUse) -> Bool {
    switch (self, use.keyword, use.parameter) {
    // The validator reads types in Swift.
    case (.swift, _, _): true
    case (_, _, .format(_, asserts: true)), (.jsonSchema, _, .unknownFields(.report)),
      (.openAPI31, _, .unknownFields(.report)), (.openAPI30, _, .unknownFields(.report)):
      false
    case (.typeScript, _, .types(let types)): !types.contains(.integer)
    case (.typeScript, _, .unknownFields): false
    default: writes(use.keyword)
    }
  }

  /// Whether the format can express a keyword.
  func writes(_ keyword: Keyword) -> Bool {
    switch self {
    case .jsonSchema, .openAPI31, .swift: true
    case .openAPI30:
      // The dialect of OpenAPI 3.0 descends from draft 4.
      keyword == .const || keyword == .falseSchema
        || keyword.description.dialects.lowerBound == .draft4
          && ![.patternProperties, .additionalItems, .dependencies].contains(keyword)
    case .typeScript: Self.typeKeywords.union([.allOf, .anyOf, .oneOf]).contains(keyword)
    }
  }

  /// The keywords that types of programming languages can express.
  private static let typeKeywords: Set<Keyword> = [
    .type, .required, .enum, .const, .properties, .items, .additionalProperties, .ref, .dynamicRef,
    .recursiveRef,
  ]
}
