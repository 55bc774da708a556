import JSONSchema
public import JSONText
public import SchemaRules

/// A body that vectors test: its name, and the schema that its documents must satisfy.
///
/// A corpus of an operation has the bodies `request` and `response`; one of a plain schema has `document`.
public struct CorpusBody: Sendable, Identifiable {
  /// The location of the schema of a body.
  public enum Source: Hashable, Sendable {
    /// A schema that the reading program knows, by its id.
    case builtIn(String)
    /// A JSON Schema in the corpus's folder, and the files there of the URIs that it refers to.
    case file(
      String, dialect: Dialect?, assertsFormat: Bool, references: [JSONValue.Member] = [])
  }

  /// The name, which is the `target` of vectors.
  public var name: String
  /// The location of the schema.
  public var source: Source
  /// The schema.
  public var schema: Schema
  /// A valid document that the vectors of the body vary; nil if there is none.
  public var example: JSONValue?

  /// The name.
  public var id: String { name }

  /// Creates a body.
  public init(name: String, source: Source, schema: Schema, example: JSONValue? = nil) {
    self.name = name
    self.source = source
    self.schema = schema
    self.example = example
  }
}

/// The manifest of a corpus: `corpus.json`.
public struct CorpusManifest: Sendable {
  /// The title of the corpus.
  public var title: String
  /// The bodies, in the order of lists and reports.
  public var bodies: [CorpusBody]

  /// Creates a manifest.
  public init(title: String, bodies: [CorpusBody]) {
    self.title = title
    self.bodies = bodies
  }

  /// Reads `corpus.json`, and the schemas that it names.
  ///
  /// - Throws: `CorpusError` for anything missing or unknown, and for a schema that cannot be read.
  init(
    _ value: JSONValue, builtIns: [Schema], read: (String) throws(CorpusError) -> [UInt8]
  ) throws(CorpusError) {
    let members = try StrictMembers(value, allowing: "title", "bodies")
    title = try members.text("title")
    bodies = []
    for element in try members.elements("bodies") {
      let body = try CorpusBody(element, builtIns: builtIns, read: read)
      guard !bodies.contains(where: { $0.name.utf8.elementsEqual(body.name.utf8) }) else {
        throw CorpusError("duplicate body", entry: body.name)
      }
      bodies.append(body)
    }
  }

  /// The manifest as a JSON value.
  public var jsonValue: JSONValue {
    .members(["title": .string(title), "bodies": .array(bodies.map(\.jsonValue))])
  }
}

extension CorpusBody {
  fileprivate init(
    _ value: JSONValue, builtIns: [Schema], read: (String) throws(CorpusError) -> [UInt8]
  ) throws(CorpusError) {
    let members = try StrictMembers(
      value, allowing: "name", "schema", "file", "dialect", "assertsFormat", "references", "example"
    )
    let name = try members.text("name")
    switch (members.optional("schema")?.stringValue, members.optional("file")) {
    case (let id?, nil):
      guard let schema = builtIns.first(where: { $0.id == id }) else {
        throw CorpusError("no built-in schema has the id \(id)", entry: name)
      }
      self.init(name: name, source: .builtIn(id), schema: schema)
    case (nil, .some):
      let path = try members.text("file")
      let dialectName = members.optional("dialect")?.stringValue
      let dialect = dialectName.flatMap(Dialect.init)
      let references = members.optional("references")?.objectValue ?? []
      let paths = [path] + references.map { $0.value.stringValue ?? "/" }
      guard dialectName == nil || dialect != nil,
        paths.allSatisfy({ !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
      else {
        throw CorpusError(
          "a file must be a path inside the folder, and a dialect one of"
            + " \(Dialect.allCases.map(\.rawValue).joined(separator: ", "))", entry: name)
      }
      let assertsFormat = members.optional("assertsFormat") == .boolean(true)
      var options = JSONSchemaOptions(name: path, assertsFormat: assertsFormat)
      if let dialect { options.dialect = dialect }
      let bytes = try read(path)
      var texts: [ByteString: [UInt8]] = [:]
      for (reference, path) in zip(references, paths.dropFirst()) {
        texts[ByteString(reference.name)] = try read(path)
      }
      options.lookup = { [texts] uri in
        texts[ByteString(uri)].map { SchemaGraph.Document(name: uri, bytes: $0) }
      }
      do throws(JSONSchemaError) {
        self.init(
          name: name,
          source: .file(
            path, dialect: dialect, assertsFormat: assertsFormat, references: references),
          schema: try Schema(jsonSchema: bytes, options: options))
      } catch {
        throw CorpusError(
          error.problems.map(\.description).joined(separator: "; "), file: path, entry: name)
      }
    default:
      throw CorpusError("a body must have either \"schema\" or \"file\"", entry: name)
    }
    example = members.optional("example")
  }

  fileprivate var jsonValue: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(name))]
    switch source {
    case .builtIn(let id): members.append(("schema", .string(id)))
    case .file(let path, let dialect, let assertsFormat, let references):
      members.append(("file", .string(path)))
      if let dialect { members.append(("dialect", .string(dialect.rawValue))) }
      if assertsFormat { members.append(("assertsFormat", .boolean(true))) }
      if !references.isEmpty { members.append(("references", .object(references))) }
    }
    if let example { members.append(("example", example)) }
    return .members(members)
  }
}
