import BulkChecking
import APIOperations
import ArgumentParser
import JSONSchema
import JSONText
import OpenAPI
import SchemaRules

/// The options that say which schema to use, or which operation.
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

  /// Whether any of the options is there.
  var isGiven: Bool { name != nil || document != nil }

  /// What the options name.
  ///
  /// - Throws: `CommandFailure` if there is no such thing, or if it cannot be read.
  func subject() throws -> Subject {
    if let document { return try subject(inOpenAPI: document) }
    let name = name ?? BuiltInOperation.schemas.first?.id ?? ""
    let file = SchemaFile(path: name)
    if !file.exists {
      for operation in BuiltInOperation.all {
        for schema in operation.schemas where schema.id == name {
          return Subject(schema: schema, makeOperation: operation.operation)
        }
      }
      throw CommandFailure(
        unknown: "schema", name, known: BuiltInOperation.schemas.map(\.id))
    }
    var options = try text.options(for: file)
    let document = try file.document()
    options.map = document.map
    do throws(JSONSchemaError) {
      return Subject(schema: try Schema(jsonSchema: document.bytes, options: options))
    } catch {
      throw CommandFailure(schema: error)
    }
  }

  /// Whether the options name an OpenAPI document and no operation of it.
  var isWholeDocument: Bool { document != nil && operation == nil && body == nil }

  /// The schemas of the JSON bodies of every operation of the OpenAPI document: of the request, and of the success
  /// response.
  func schemas() throws -> [Schema] {
    guard let path = document else { return [] }
    let file = SchemaFile(path: path)
    let description = try text.description(in: file)
    let options = try text.options(for: file)
    do {
      return try description.operations.flatMap { operation in
        try [operation.body("request"), operation.body("response")].compactMap { body in
          guard let body, body.mediaType != nil else { return nil }
          return try description.schema(of: body, in: operation, options: options)
        }
      }
    } catch let error as JSONSchemaError {
      throw CommandFailure(schema: error)
    }
  }

  private func subject(inOpenAPI path: String) throws -> Subject {
    let description = try text.description(in: SchemaFile(path: path))
    guard let name = operation else {
      throw CommandFailure(
        message: "name an operation of \(TerminalText.escaped(path)) with --operation\nOperations:"
          + description.operations.map { "\n  \(TerminalText.escaped($0.id))" }.joined())
    }
    guard let operation = description.operation(name) else {
      throw CommandFailure(
        unknown: "operation", name, known: description.operations.map(\.id))
    }
    guard let body = operation.body(body) else {
      throw CommandFailure(
        unknown: "body", body ?? "", known: operation.bodies.map(\.role.description))
    }
    guard body.mediaType != nil else {
      let types = body.otherMediaTypes.map(TerminalText.escaped).joined(separator: ", ")
      let name = "the \(body.role) of \(TerminalText.escaped(operation.id))"
      throw CommandFailure(
        message: types.isEmpty
          ? "\(name) has no body to check"
          : "\(name) is not JSON but \(types), which conform does not check; choose another with --body"
      )
    }
    if let problem = operation.problems.first {
      StandardError.write("conform: \(TerminalText.escaped(problem.description))")
    }
    let options = try text.options(for: SchemaFile(path: path))
    do throws(JSONSchemaError) {
      let schema = try description.schema(of: body, in: operation, options: options)
      let response = body.role == .request ? nil : body
      return Subject(
        schema: schema, uncheckedParts: operation.uncheckedParts.map(\.description),
        makeOperation: {
          try description.apiOperation(operation, response: response, options: options)
        })
    } catch {
      throw CommandFailure(schema: error)
    }
  }
}

/// How to read schema files, and where their references lead.
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

  /// - Throws: `CommandFailure` for an unknown dialect.
  func options(for file: SchemaFile) throws -> JSONSchemaOptions {
    var options = JSONSchemaOptions(name: file.path, assertsFormat: assertFormat)
    if let dialect {
      if let known = Dialect(rawValue: dialect) {
        options.dialect = known
      } else if dialect.utf8.contains(UInt8(ascii: ":")) {
        options.metaSchema = dialect
      } else {
        let known = Dialect.allCases.reversed().map(\.rawValue)
        throw CommandFailure(unknown: "dialect", dialect, known: known)
      }
    }
    let mappings = resolve
    options.lookup = { try SchemaMapping.document(for: $0, mappings) }
    return options
  }

  /// Reads an OpenAPI document, whose references may lead to files in its folder and below.
  func description(in file: SchemaFile) throws -> OpenAPIDescription {
    guard file.exists else {
      throw CommandFailure(
        message: "cannot read the OpenAPI document \(TerminalText.escaped(file.path))")
    }
    let (mappings, path) = (resolve, file.path)
    let document = try file.document()
    do throws(JSONSchemaError) {
      return try OpenAPIDescription(
        document,
        lookup: {
          try SchemaMapping.document(for: $0, mappings)
            ?? SchemaMapping.document(for: $0, besides: path)
        })
    } catch {
      throw CommandFailure(schema: error)
    }
  }
}

/// A file that holds a schema.
struct SchemaFile {
  let path: String

  /// Whether there is something to read there.
  var exists: Bool { SourcePath(path).isReadableFile }

  func bytes() throws(CommandFailure) -> [UInt8] {
    do throws(ReadError) {
      return try InputFile.contents(of: SourcePath(path))
    } catch {
      throw CommandFailure(
        message: "cannot read the schema \(TerminalText.escaped(path)): \(error.message)")
    }
  }

  /// The text, which is YAML if the path says so.
  ///
  /// - Throws: `CommandFailure` if the file cannot be read, or if its YAML cannot be translated.
  func document() throws(CommandFailure) -> SchemaGraph.Document {
    let bytes = try bytes()
    do throws(JSONSchemaError) {
      return try SchemaGraph.Document(text: bytes, name: path)
    } catch {
      throw CommandFailure(schema: error)
    }
  }
}

/// Where the schemas with some URIs are: one value of `--resolve`.
struct SchemaMapping: ExpressibleByArgument, Sendable {
  let uri: String
  let path: String

  init?(argument: String) {
    // The first "=" of which the part behind it exists: URIs may have one too.
    let bytes = Array(argument.utf8)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "=") {
      let path = String(decoding: bytes[(index + 1)...], as: UTF8.self)
      guard !path.isEmpty, index > 0 else { continue }
      uri = String(decoding: bytes[..<index], as: UTF8.self)
      self.path = path
      return
    }
    return nil
  }

  /// The text with a URI by some mappings, of which the one with the longest URI counts. Returns nil if none
  /// of them is about the URI, or if the file is missing in the folder.
  static func document(
    for uri: String, _ mappings: [SchemaMapping]
  ) throws -> SchemaGraph.Document? {
    let candidates = mappings.filter { uri.utf8.starts(with: $0.uri.utf8) }
      .sorted { $0.uri.utf8.count > $1.uri.utf8.count }
    for mapping in candidates {
      let rest = String(decoding: uri.utf8.dropFirst(mapping.uri.utf8.count), as: UTF8.self)
      let isFolder = SourcePath(mapping.path).isDirectory
      guard isFolder || rest.isEmpty else { continue }
      guard !isFolder || !rest.split(separator: "/").contains("..") else { continue }
      let separator = mapping.path.hasSuffix("/") || rest.hasPrefix("/") ? "" : "/"
      let path = isFolder ? mapping.path + separator + rest : mapping.path
      guard SourcePath(path).isReadableFile else { continue }
      return try SchemaFile(path: path).document()
    }
    return nil
  }

  /// The text of a file in the folder of another one, or below it. Returns nil for any other address.
  static func document(for uri: String, besides path: String) throws -> SchemaGraph.Document? {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    guard uri.utf8.starts(with: folder.utf8) else { return nil }
    let rest = uri.utf8.dropFirst(folder.utf8.count)
    guard rest.first != UInt8(ascii: "/"), !rest.contains(UInt8(ascii: ":")),
      !rest.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) })
    else { return nil }
    let file = SchemaFile(path: folder + (rest.percentDecoded ?? ""))
    return file.exists ? try file.document() : nil
  }
}

extension CommandFailure {
  /// What is wrong with a schema, every problem on a line of its own.
  init(schema error: JSONSchemaError) {
    let problems = error.problems.map { TerminalText.escaped($0.description) }
    self.init(message: "the schema cannot be used:\n" + problems.joined(separator: "\n"))
  }

  /// What a schema is used for, with a failure that says what is wrong with the schema.
  static func catching<Result>(
    _ body: () throws(SchemaError) -> Result
  ) throws(CommandFailure) -> Result {
    do throws(SchemaError) {
      return try body()
    } catch {
      throw CommandFailure(
        message: "the schema cannot be used: \(TerminalText.escaped(error.description))")
    }
  }

  /// A name that is none of those known.
  init(unknown kind: String, _ name: String, known: [String]) {
    var message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    if let suggestion = Suggestion.closest(to: name, among: known) {
      message += "; did you mean '\(suggestion)'?"
    }
    message += "\nKnown \(kind == "class" ? "classe" : kind)s:"
    for other in known { message += "\n  \(other)" }
    self.init(message: message)
  }
}
