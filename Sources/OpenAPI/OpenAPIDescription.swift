public import JSONSchema
public import JSONText
public import SchemaRules

/// An OpenAPI document, version 3.0 or 3.1, and the operations that it describes.
///
/// https://spec.openapis.org/oas/v3.0.4 and https://spec.openapis.org/oas/v3.1.1
public struct OpenAPIDescription: Sendable {
  /// The document's name in messages: a path or an address.
  public let name: String
  /// The title of the API.
  public let title: String
  /// The version of the API.
  public let apiVersion: String
  /// The address of the service; nil if the document does not say.
  public let server: String?
  /// The operations, in the order of the document; webhooks come last.
  public let operations: [Operation]

  let version: OpenAPIVersion
  /// The document and the texts to which it refers outside of schemas, with their addresses.
  let texts: [(outline: TextOutline, uri: String)]
  /// The schemas of the components. Schemas inside them may have their own addresses and names.
  let schemas: [Int]
  /// The texts that references point to.
  let store: TextStore
  /// The meta-schema that `jsonSchemaDialect` names; nil for that of OpenAPI 3.1 itself.
  let metaSchema: String?

  /// Reads a document and the documents to which its operations refer.
  ///
  /// Problems of single operations are in `Operation.problems`; the other operations can be used.
  ///
  /// - Parameter lookup: Finds the text that a reference points to, by its address. It must not use the network for
  ///   untrusted documents.
  /// - Throws: A `JSONSchemaError` if the text is not an OpenAPI document of these versions.
  public init(
    _ document: SchemaGraph.Document,
    lookup: @escaping @Sendable (_ uri: String) throws -> SchemaGraph.Document? = { _ in nil }
  ) throws(JSONSchemaError) {
    let outline = try TextOutline(reading: document)
    func problem(_ message: String, at value: Int = 0) -> JSONSchemaError {
      JSONSchemaError(
        message, .invalidSchema, at: Int(outline.values[value].start), in: document,
        pointer: outline.pointer(of: value))
    }
    version = try Self.version(outline, problem)
    name = document.name
    let info = outline.member("info", of: 0)
    func text(_ member: StaticString) -> String? {
      info.flatMap { outline.member(member, of: $0) }.flatMap { outline.string($0) }
    }
    title = text("title") ?? document.name
    apiVersion = text("version") ?? ""
    server = outline.member("servers", of: 0)
      .flatMap { outline.children(of: $0).first { _ in true } }
      .flatMap { outline.member("url", of: $0) }.flatMap { outline.string($0) }
    metaSchema = outline.member("jsonSchemaDialect", of: 0).flatMap { outline.string($0) }
    store = TextStore(lookup: lookup)
    store.add(outline, URIReference(outline.name).absolute.text)
    var reader = OperationReader(outline, version, store)
    reader.read()
    operations = reader.operations
    texts = reader.texts
    schemas = reader.componentSchemas
  }

  private static func version(
    _ outline: TextOutline, _ problem: (String, Int) -> JSONSchemaError
  ) throws(JSONSchemaError) -> OpenAPIVersion {
    guard outline.values[0].kind == .object else {
      throw problem("an OpenAPI document must be an object", 0)
    }
    if let swagger = outline.member("swagger", of: 0) {
      throw problem("OpenAPI 2.0 (Swagger) is not supported; convert the document to 3.0", swagger)
    }
    guard let member = outline.member("openapi", of: 0) else {
      throw problem(
        "not an OpenAPI document: the member \"openapi\" with its version is missing", 0)
    }
    for name in ["paths", "webhooks"] as [StaticString] {
      if let paths = outline.member(name, of: 0), outline.values[paths].kind != .object {
        throw problem("must be an object", paths)
      }
    }
    let text = outline.string(member) ?? ""
    for version in [OpenAPIVersion.v30, .v31]
    where text == version.rawValue || text.hasPrefix(version.rawValue + ".") {
      return version
    }
    throw problem(
      "the version of OpenAPI must be 3.0 or 3.1, as a string such as \"3.1.1\"", member)
  }

  /// The operation with an `operationId`, or with a method and a path such as `POST /pets`.
  ///
  /// Returns nil if there is none. The method may be in lower case, as in OpenAPI documents.
  public func operation(_ name: String) -> Operation? {
    operations.first { $0.id == name } ?? operations.first { $0.route == Self.route(name) }
  }

  /// A method and a path, with the method in upper case; any other text unchanged.
  package static func route(_ text: String) -> String {
    guard let space = text.utf8.firstIndex(of: UInt8(ascii: " ")) else { return text }
    return text[..<space].uppercased() + text[space...]
  }
}

extension OpenAPIDescription {
  /// An operation of the document.
  public struct Operation: Sendable {
    /// The `operationId`; the route if there is none, or if an earlier operation has the same one.
    public let id: String
    /// The method in upper case.
    public let method: String
    /// The path; for a webhook, its name, which does not start with a slash.
    public let path: String
    /// The purpose of the operation in a few words; empty if the document does not say.
    public let summary: String
    /// A description of the operation; empty if the document has none.
    public let description: String
    /// Whether callers send a bearer token.
    public let hasBearerToken: Bool
    /// The request's body, if it has one, and the responses, in the order of the document.
    public let bodies: [Body]
    /// The parts of the operation that conform does not check.
    public let uncheckedParts: [UncheckedPart]
    /// The reasons why the operation, or part of it, cannot be read.
    public let problems: [SchemaProblem]
    /// The name of the document that contains the operation.
    public let document: String
    /// The position of the operation in that document.
    public let location: SourceLocation

    /// Method and path, such as `POST /pets`.
    public var route: String { method.isEmpty ? path : "\(method) \(path)" }
  }

  /// A part of an operation that conform does not check.
  public struct UncheckedPart: Hashable, Sendable, CustomStringConvertible {
    /// The kind, such as `query parameter`.
    public let kind: String
    /// The name or the media type; empty if the part has neither.
    public let name: String

    /// The kind and the name.
    public var description: String { name.isEmpty ? kind : "\(kind) \(name)" }
  }

  /// The body of a request or a response.
  public struct Body: Sendable {
    /// The message that contains the body.
    public enum Role: Hashable, Sendable, CustomStringConvertible {
      /// The body of the request.
      case request
      /// The body of the response with a status: digits, a class such as `4XX`, or `default`.
      case response(status: String)

      /// The role as an argument of `--body`.
      public var description: String {
        switch self {
        case .request: "request"
        case .response(let status): "response:\(status)"
        }
      }
    }

    /// The message that contains the body.
    public let role: Role
    /// The description in the document; empty without one.
    public let summary: String
    /// Whether a request must have the body.
    public let isRequired: Bool
    /// The JSON media type whose schema is used; nil if there is none.
    public let mediaType: String?
    /// The other media types.
    public let otherMediaTypes: [String]
    /// The schema; nil if the document has none, which allows any JSON.
    let schema: Place?
    /// The examples in the document, by name.
    let examples: [Named<JSONValue>]
  }
}
