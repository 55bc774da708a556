/// A format that schemas can be written in.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// JSON Schema 2020-12, one document per schema.
  case jsonSchema = "json-schema"
  /// OpenAPI 3.1.
  case openAPI31 = "openapi-3.1"
  /// OpenAPI 3.0.
  case openAPI30 = "openapi-3.0"
  /// Type declarations in TypeScript.
  case typeScript = "typescript"
  /// Type declarations in Swift.
  case swift

  /// The format's name in a sentence.
  public var title: String {
    switch self {
    case .jsonSchema: "JSON Schema 2020-12"
    case .openAPI31: "OpenAPI 3.1"
    case .openAPI30: "OpenAPI 3.0"
    case .typeScript: "TypeScript"
    case .swift: "Swift"
    }
  }

  /// Whether the format describes operations instead of a single schema.
  public var needsOperation: Bool { self == .openAPI31 || self == .openAPI30 }
}
