import JSONSchema
import JSONText
import OpenAPI
import SchemaExamples
import SchemaRules

/// Tests the loader of OpenAPI documents, and compares verdicts of the schemas of their bodies like `SchemaTarget`.
///
/// An input is the text of a document, which is read as JSON and as YAML.
enum OpenAPITarget {
  static func run(_ input: UnsafeRawBufferPointer) {
    let bytes = unsafe Array(input)
    for name in ["api.json", "api.yaml"] {
      guard let document = try? SchemaGraph.Document(text: bytes, name: name) else { continue }
      if name == "api.yaml" { checkTranslation(document.bytes) }
      guard let description = try? OpenAPIDescription(document) else { continue }
      for operation in description.operations.prefix(4) {
        for problem in operation.problems { _ = problem.description }
        _ = try? description.apiOperation(operation)
        for body in operation.bodies.prefix(4) {
          guard let schema = try? description.schema(of: body, in: operation) else { continue }
          let examples = try? ExampleGenerator(schema)
          let documents = ExampleGenerator.Extent.allCases.compactMap {
            try? examples?.document($0)
          }
          SchemaTarget.compare(schema, documents + [.object([]), .string("")])
        }
      }
    }
  }

  /// Translated YAML is JSON, except for duplicate names, which the loader reports itself.
  private static func checkTranslation(_ json: [UInt8]) {
    guard case .malformed(let fault) = JSONText.check(json) else { return }
    if case .duplicateKey = fault.reason { return }
    finding("YAML became \(String(decoding: json, as: UTF8.self)): \(fault)")
  }
}
