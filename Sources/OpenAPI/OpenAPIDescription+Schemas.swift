public import JSONSchema
import JSONText
public import SchemaRules

extension OpenAPIDescription {
  /// The schema of a body, with the rules for its direction.
  ///
  /// - Parameter options: Whether formats reject values, and the limits; everything else comes from the document.
  /// - Throws: A `JSONSchemaError` that lists the problems of the schema, or of a schema to which it refers.
  public func schema(
    of body: Body, in operation: Operation, options: JSONSchemaOptions = JSONSchemaOptions()
  ) throws(JSONSchemaError) -> Schema {
    let isRequest = body.role == .request
    let id = "\(operation.id).\(body.role.description.replacingColon)"
    let title = "\(operation.title): \(isRequest ? "request body" : "\(body.role.title) body")"
    guard let part = part(for: body) else {
      return Schema(
        id: id, title: title,
        graph: SchemaGraph(
          origin: .text, nodes: [SchemaNode(pointer: .root, summary: body.summary)], root: 0,
          resources: [SchemaResource(uri: name)],
          documents: [.init(name: name, bytes: Array("true".utf8))]))
    }
    let graph = try JSONSchemaReader.read(part, options: complete(options))
    return Schema(
      id: id, title: title,
      graph: graph.droppingRequirements(ofMembersThatAre: isRequest ? "readOnly" : "writeOnly"))
  }

  /// The errors in the schemas of an operation's JSON bodies, and the warnings about schemas without errors.
  public func schemaProblems(
    of operation: Operation, options: JSONSchemaOptions = JSONSchemaOptions()
  ) -> [SchemaProblem] {
    operation.bodies.compactMap { part(for: $0) }.flatMap {
      JSONSchemaReader.problems(in: $0, options: complete(options))
    }
  }

  /// The place of a body's schema; nil if it has none.
  private func part(for body: Body) -> JSONSchemaReader.Part? {
    guard let place = body.schema else { return nil }
    typealias Text = JSONSchemaReader.Part.Text
    let isInRoot = place.document == 0
    return JSONSchemaReader.Part(
      Text(
        texts[place.document].outline, uri: texts[place.document].uri,
        schemas: [place.value] + (isInRoot ? schemas : [])),
      library: isInRoot || schemas.isEmpty
        ? nil : Text(texts[0].outline, uri: texts[0].uri, schemas: schemas))
  }

  /// The options, completed with the settings of the document.
  private func complete(_ options: JSONSchemaOptions) -> JSONSchemaOptions {
    var options = options
    options.name = name
    options.openAPI = version
    options.metaSchema = metaSchema
    options.outlines = { [store] in try store.outline($0) }
    return options
  }
}

extension OpenAPIDescription.Operation {
  /// The summary, or the id if the summary is too long for a title, because some documents put a whole page there.
  var title: String {
    summary.isEmpty || summary.utf8.count > 120 || summary.contains(where: \.isNewline)
      ? id : summary
  }

  /// Returns the body with a role in the syntax of `--body`: `request`, `response`, `response:404`.
  ///
  /// Without a status, `response` is the success response: the one with the lowest status from 200 to 299, `2XX` or
  /// `default`. For a status that is not listed, its class or `default` is used. If `role` is nil, the body is that
  /// of the request or, if the request has none, that of the success response.
  public func body(_ role: String?) -> OpenAPIDescription.Body? {
    func response(_ statuses: [String]) -> OpenAPIDescription.Body? {
      statuses.lazy.compactMap { status in
        bodies.first { $0.role == .response(status: status) }
      }.first
    }
    switch role {
    case nil: return body("request") ?? body("response")
    case "request": return bodies.first { $0.role == .request }
    case "response":
      let successes = bodies.compactMap { body -> String? in
        guard case .response(let status) = body.role, status.utf8.count == 3,
          status.utf8.first == UInt8(ascii: "2")
        else { return nil }
        return status
      }
      // `2XX` sorts after digits.
      return response(successes.sorted() + ["default"])
    case let role?:
      guard role.hasPrefix("response:") else { return nil }
      let status = String(role.dropFirst("response:".count))
      return response([status, status.prefix(1) + "XX", "default"])
    }
  }
}

extension OpenAPIDescription.Body.Role {
  /// The role in a sentence.
  var title: String {
    switch self {
    case .request: "request"
    case .response(let status): "response \(status)"
    }
  }
}

extension String {
  fileprivate var replacingColon: String { String(map { $0 == ":" ? "." : $0 }) }
}
