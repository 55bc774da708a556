import SchemaRules

extension ExportFormat {
  /// Whether those who read the format enforce a keyword of a schema.
  func enforces(_ use: KeywordUse) -> Bool {
    switch (self, use.keyword, use.parameter) {
    // Types in Swift are read by the validator.
    case (.swift, _, _): true
    case (_, _, .format(_, asserts: true)), (.jsonSchema, _, .unknownFields(.report)),
      (.openAPI31, _, .unknownFields(.report)), (.openAPI30, _, .unknownFields(.report)):
      false
    case (.typeScript, _, .types(let types)): !types.contains(.integer)
    case (.typeScript, _, .unknownFields): false
    default: writes(use.keyword)
    }
  }

  /// Whether the format has a keyword, or something of the same meaning.
  func writes(_ keyword: Keyword) -> Bool {
    switch self {
    case .jsonSchema, .openAPI31, .swift: true
    case .openAPI30:
      // Its dialect descends from draft 4.
      keyword == .const
        || keyword.description.dialects.lowerBound == .draft4
          && ![.patternProperties, .additionalItems, .dependencies].contains(keyword)
    case .typeScript: Self.typeKeywords.union([.allOf, .anyOf, .oneOf]).contains(keyword)
    }
  }

  /// What types of programming languages say.
  private static let typeKeywords: Set<Keyword> = [
    .type, .required, .enum, .const, .properties, .items, .additionalProperties, .ref, .dynamicRef,
    .recursiveRef,
  ]
}
