import APIOperations
import ExampleOperation
import SchemaDocuments
import SchemaExports
import SchemaRules
import Testing

/// Every rendering reflects every change of a declaration.
@Suite("Changed declarations")
struct ChangeTests {
  /// Every rendering of an operation with a different request.
  static func renderings(_ request: Schema) -> [String] {
    let one = RegisterParcel.operation
    let operation = APIOperation(
      id: one.id, title: one.title, summary: one.summary, method: one.method, path: one.path,
      permission: one.permission, successStatus: one.successStatus, request: request,
      response: one.response, examples: one.examples, source: one.source)
    let reference = Reference(operation)
    return [MarkdownReference(reference).text, HTMLReference(reference).text]
      + ExportFormat.allCases.map { Export($0, of: operation).text }
  }

  static let changes: [(what: String, change: @Sendable (inout Property) -> Void)] = [
    ("a requirement", { $0.isRequired.toggle() }),
    ("a name", { $0.name += "2" }),
    ("a description", { $0.field.summary += " Or not." }),
    ("a type", { $0.field = .boolean($0.field.summary) }),
    ("a lower bound", { $0.field.constraints = [.minLength(1), .maxLength(40)] }),
    ("an upper bound", { $0.field.constraints = [.minLength(2), .maxLength(41)] }),
    (
      "a pattern",
      { $0.field.constraints = [.minLength(2), .maxLength(40), .pattern("^[A-Z]")] }
    ),
    ("an enumeration", { $0.field.constraints = [.oneOf("Oslo")] }),
    ("a secret", { $0.field.isSecret = true }),
    ("a provenance", { $0.provenance = .chosen("Somebody said so.") }),
  ]

  @Test(arguments: changes.indices)
  func changeIsDetected(index: Int) throws {
    let (what, change) = Self.changes[index]
    var request = RegisterParcel.request
    guard case .object(var object) = request.root.shape else { return }
    change(&object.properties[0])
    request.root.shape = .object(object)
    let pairs = zip(Self.renderings(RegisterParcel.request), Self.renderings(request))
    for (format, (before, after)) in pairs.enumerated() {
      #expect(before != after, "\(what) in rendering \(format)")
    }
  }
}
