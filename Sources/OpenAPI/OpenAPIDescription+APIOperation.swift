public import APIOperations
public import JSONSchema
import JSONText
import SchemaExamples
import SchemaRules

extension OpenAPIDescription {
  /// The operation in the form that renderers and exports use.
  ///
  /// The schemas are those of the JSON bodies: of the request, and of `response` or, if that is nil, of the success
  /// response. Valid examples of the document come before generated ones. The caveat of an invalid example says what
  /// is wrong with it.
  ///
  /// - Throws: A `JSONSchemaError` if one of these schemas cannot be read.
  public func apiOperation(
    _ operation: Operation, response: Body? = nil,
    options: JSONSchemaOptions = JSONSchemaOptions()
  ) throws(JSONSchemaError) -> APIOperation {
    let request = operation.body("request")
    let response = response ?? operation.body("response")
    var schemas: [Body.Role: Schema] = [:]
    var examples: [APIOperation.Example] = []
    for body in [request, response].compactMap(\.self) where body.mediaType != nil {
      let schema = try self.schema(of: body, in: operation, options: options)
      schemas[body.role] = schema
      examples += self.examples(of: body, schema)
    }
    // The folder of the document's file has no meaning elsewhere.
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let source = APIOperation.Source(
      title: title == name ? file : "\(title) (\(file))",
      apiVersion: apiVersion.isEmpty ? "unknown" : apiVersion)
    return APIOperation(
      id: operation.id, title: operation.title,
      summary: operation.description.isEmpty ? operation.summary : operation.description,
      method: operation.method, path: operation.path, server: server,
      authentication: operation.hasBearerToken ? .bearer : nil,
      successStatus: response?.status ?? "default",
      successSummary: response.map(\.summary) ?? "The document lists no success response.",
      failures: failures(of: operation, without: response),
      request: request.flatMap { schemas[$0.role] },
      response: response.flatMap { schemas[$0.role] },
      examples: examples.filter { !$0.caveat.isEmpty },
      completedExamples: examples.filter(\.caveat.isEmpty), source: source)
  }

  private func failures(
    of operation: Operation, without success: Body?
  ) -> APIOperation.Failures? {
    let others = operation.bodies.filter { $0.role != .request && $0.role != success?.role }
    guard !others.isEmpty else { return nil }
    return APIOperation.Failures(
      others.map { .init(status: $0.status ?? "", summary: $0.summary, provenance: .documented) },
      body: nil)
  }

  /// The examples of the document, followed by generated ones.
  private func examples(of body: Body, _ schema: Schema) -> [APIOperation.Example] {
    let validator = try? Validator(schema)
    let given = body.examples.map { example in
      var writer = JSONWriter()
      writer.value(example.value)
      let problem = validator?.validate(writer.bytes).errors.first?.message
      let name = example.name == "example" ? "" : " \(example.name)"
      return APIOperation.Example(
        name: "\(example.name)-\(body.role.title.replacing(" ", with: "-"))",
        place: "Example\(name) of the \(body.role.title) in the document", schemaID: schema.id,
        value: example.value, caveat: problem.map { "It is not valid: \($0)." } ?? "")
    }
    return given + .generated(for: schema, as: body.role.title)
  }
}

extension OpenAPIDescription.Body {
  /// The status of a response; nil for a request.
  var status: String? { if case .response(let status) = role { status } else { nil } }
}
