import BulkChecking
import JSONSchema
import OpenAPI
package import SchemaRules

/// The names on a command line that select a schema or operation.
package struct SubjectQuery {
  /// The id of a built-in schema, or the path of a file with one.
  package var schema: String?
  /// The path of an OpenAPI document.
  package var openAPI: String?
  /// An operation of the OpenAPI document: its id, or its method and path.
  package var operation: String?
  /// A body of the operation, such as `response:201`; nil for the most usual one.
  package var body: String?
  package var reading = SchemaReading()

  package init() {}

  /// Finds the subject with the names, or the first built-in schema if there are none.
  ///
  /// - Throws: `CommandFailure` if it does not exist or cannot be read.
  package func subject(_ builtIns: [BuiltInOperation]) throws -> Subject {
    if let openAPI { return try subject(inOpenAPI: openAPI) }
    let ids = builtIns.flatMap(\.schemas).map(\.id)
    let name = schema ?? ids.first ?? ""
    let file = SchemaFile(path: name)
    guard file.exists else {
      for operation in builtIns {
        for schema in operation.schemas where schema.id == name {
          return Subject(schema: schema, makeOperation: operation.operation)
        }
      }
      throw CommandFailure(unknown: "schema", name, known: ids, others: Self.files(beside: name))
    }
    var options = try reading.options(for: file)
    let document = try file.document()
    options.map = document.map
    return Subject(
      schema: try CommandFailure.catching { () throws(JSONSchemaError) in
        try Schema(jsonSchema: document.bytes, options: options)
      })
  }

  /// The paths of the files in the directory of one that is missing.
  private static func files(beside path: String) -> [String] {
    let folder = SourcePath(path).parent
    return (try? folder.visibleNames())?.map { folder.appending($0).description } ?? []
  }

  /// Whether an OpenAPI document is named, and no operation of it.
  package var isWholeDocument: Bool { openAPI != nil && operation == nil && body == nil }

  /// The schemas of the JSON bodies of every operation of the OpenAPI document: of the request, and of the success
  /// response.
  ///
  /// - Throws: `CommandFailure` if the document or a schema cannot be used.
  package func schemas() throws -> [Schema] {
    guard let openAPI else { return [] }
    let file = SchemaFile(path: openAPI)
    let description = try reading.description(in: file)
    let options = try reading.options(for: file)
    return try CommandFailure.catching { () throws(JSONSchemaError) in
      var schemas: [Schema] = []
      for operation in description.operations {
        for case let body? in [operation.body("request"), operation.body("response")]
        where body.mediaType != nil {
          schemas.append(try description.schema(of: body, in: operation, options: options))
        }
      }
      return schemas
    }
  }

  private func subject(inOpenAPI path: String) throws -> Subject {
    let file = SchemaFile(path: path)
    let description = try reading.description(in: file)
    let listing = "conform operations \(path)"
    guard let name = operation else {
      throw CommandFailure(
        message: "name an operation of \(TerminalText.escaped(path)) with --operation\n"
          + CommandFailure.list("operation", description.operations.map(\.id), listedBy: listing))
    }
    guard let operation = description.operation(name) else {
      let route = OpenAPIDescription.route(name)
      let isRoute = route.utf8.contains(UInt8(ascii: " "))
      throw CommandFailure(
        unknown: "operation", isRoute ? route : name,
        known: description.operations.map { isRoute ? $0.route : $0.id }, listedBy: listing)
    }
    guard let body = operation.body(body) else {
      throw CommandFailure(
        unknown: "body", body ?? "", known: operation.bodies.map(\.role.description))
    }
    guard body.mediaType != nil else {
      let types = body.otherMediaTypes.map(TerminalText.escaped).joined(separator: ", ")
      let name = "the \(body.role) of \(TerminalText.escaped(operation.id))"
      let checked = operation.bodies.filter { $0.mediaType != nil }.map(\.role.description)
      throw CommandFailure(
        message: (types.isEmpty
          ? "\(name) has no body to check"
          : "\(name) is not JSON but \(types), which conform does not check")
          + (checked.isEmpty
            ? "; no body of the operation is JSON"
            : "; --body can name \(TerminalText.escaped(checked.joined(separator: ", ")))"))
    }
    let options = try reading.options(for: file)
    let response = body.role == .request ? nil : body
    return Subject(
      schema: try CommandFailure.catching { () throws(JSONSchemaError) in
        try description.schema(of: body, in: operation, options: options)
      },
      uncheckedParts: operation.uncheckedParts.map(\.description),
      remark: operation.problems.first.map { TerminalText.escaped($0.description) },
      makeOperation: {
        try description.apiOperation(operation, response: response, options: options)
      })
  }
}
