import ArgumentParser
import BulkChecking
import SchemaRules
import Subjects

/// The options that select a schema or an operation.
struct SubjectOptions: ParsableArguments {
  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp(
      """
      The schema: a JSON Schema file, or the id of a built-in schema (conform schemas lists them). Default: \
      \(BuiltInOperation.schemas.first?.id ?? "").
      """,
      valueName: "id|file"), completion: .custom(Completions.schemas))
  var name: String?

  @Option(
    name: .customLong("openapi"),
    help: ArgumentHelp(
      "The OpenAPI document with the operation, 3.0 or 3.1, in JSON or YAML.", valueName: "file"),
    completion: .file(extensions: ["json", "yaml", "yml"]))
  var document: String?

  @Option(
    help: ArgumentHelp(
      "The operation of the OpenAPI document: its operationId, or its method and path, such as \"POST /pets\".",
      valueName: "id"), completion: .custom(Completions.operations))
  var operation: String?

  @Option(
    help: ArgumentHelp(
      """
      The body of the operation: request, response or response:STATUS. Default: the request's body, or that of \
      the success response if the request has none.
      """, valueName: "body"),
    completion: .list(["request", "response", "response:"]))
  var body: String?

  @OptionGroup var text: SchemaTextOptions

  func validate() throws {
    if document != nil, name != nil {
      throw ValidationError("--schema and --openapi cannot be combined")
    }
    if document == nil, operation != nil || body != nil {
      throw ValidationError("--operation and --body need --openapi")
    }
  }

  /// Whether any of the options was given.
  var isGiven: Bool { name != nil || document != nil }

  /// Finds the subject that the options select.
  ///
  /// - Throws: `CommandFailure` if it does not exist or cannot be read.
  func subject() throws -> Subject {
    let subject = try query.subject(BuiltInOperation.all)
    if let remark = subject.remark { StandardError.remark(remark) }
    return subject
  }

  /// The names that the options give.
  var query: SubjectQuery {
    var query = SubjectQuery()
    (query.schema, query.openAPI, query.operation, query.body) = (name, document, operation, body)
    query.reading = text.reading
    return query
  }
}

/// Options that control how schema files are read and how their references are resolved.
struct SchemaTextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Resolve references of a schema file: PATH is the file for URI, or a directory with the files for all \
      URIs that start with URI. Repeatable. conform never uses a network.
      """, valueName: "uri=path"))
  var resolve: [SchemaMapping] = []

  @Option(
    help: ArgumentHelp(
      """
      The dialect of schema files without "$schema": 2020-12, 2019-09, 7, 6, 4 or the URI of a \
      meta-schema. Default: 2020-12.
      """, valueName: "dialect"))
  var dialect: String?

  @Flag(
    help:
      "Reject values that violate their \"format\"; by default, formats in schema files are annotations."
  )
  var assertFormat = false

  var reading: SchemaReading {
    SchemaReading(mappings: resolve, dialect: dialect, assertsFormat: assertFormat)
  }
}

extension SchemaMapping: ExpressibleByArgument {
  /// Reads `URI=PATH`.
  public init?(argument: String) { self.init(argument) }
}
