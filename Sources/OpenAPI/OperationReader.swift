import JSONSchema
import JSONText
import SchemaRules

/// Finds the operations of a document and follows its references outside of schemas.
struct OperationReader {
  private(set) var texts: [(outline: TextOutline, uri: String)]
  private(set) var operations: [OpenAPIDescription.Operation] = []
  private(set) var componentSchemas: [Int] = []

  private let version: OpenAPIVersion
  private let store: TextStore
  private var indices: [ByteString: Int] = [:]
  private var members: [Int: MemberIndex] = [:]
  private var lines: [Int: SourceIndex] = [:]
  private var ids: Set<ByteString> = []
  /// The problems of the current operation.
  private var problems: [SchemaProblem] = []

  /// The maximum length of a chain of references.
  private static let maximumReferences = 32
  private static let methods: Set = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
  ]

  init(
    _ outline: TextOutline, _ version: OpenAPIVersion, _ store: TextStore
  ) {
    texts = [(outline, outline.name)]
    self.version = version
    self.store = store
    indices[URIReference(outline.name).absolute] = 0
  }

  mutating func read() {
    let root = Place(document: 0, value: 0)
    let components = member("components", of: root)
    if hasIdentifiers, let schemas = components.flatMap({ member("schemas", of: $0) }) {
      componentSchemas = children(of: schemas).map(\.value)
    }
    for (name, isWebhook) in [("paths", false), ("webhooks", true)] as [(StaticString, Bool)] {
      guard let paths = member(name, of: root) else { continue }
      for path in children(of: paths) {
        let text = self.name(of: path)
        if !text.hasPrefix("x-") { readPath(path, isWebhook ? "webhook \(text)" : text) }
      }
    }
  }

  /// Whether schemas of the document can have addresses or names, which require a search.
  private var hasIdentifiers: Bool {
    let outline = texts[0].outline
    let names = ["$id", "$anchor", "$dynamicAnchor"].map { Array($0.utf8) }
    return version == .v31
      && outline.values.indices.contains { value in names.contains { outline.hasName(value, $0) } }
  }

  // MARK: Operations

  private mutating func readPath(_ place: Place, _ path: String) {
    problems = []
    guard let item = object(place) else {
      add(
        OpenAPIDescription.Operation(
          id: path, method: "", path: path, summary: "", description: "", hasBearerToken: false,
          bodies: [], uncheckedParts: [], problems: problems, document: documentName(place),
          location: location(place)))
      return
    }
    let shared = member("parameters", of: item)
    for method in children(of: item) where Self.methods.contains(name(of: method)) {
      problems = []
      let operation = object(method) ?? method
      var unchecked: [OpenAPIDescription.UncheckedPart] = []
      for parameters in [shared, member("parameters", of: operation)].compactMap(\.self) {
        unchecked += children(of: parameters).compactMap { parameter($0) }
      }
      if member("callbacks", of: operation) != nil {
        unchecked.append(.init(kind: "callbacks", name: ""))
      }
      var bodies: [OpenAPIDescription.Body] = []
      if let request = member("requestBody", of: operation), let body = object(request) {
        bodies.append(self.body(body, .request))
      }
      if let responses = member("responses", of: operation).flatMap({ object($0) }) {
        for response in children(of: responses) where !name(of: response).hasPrefix("x-") {
          guard let body = object(response) else { continue }
          bodies.append(self.body(body, .response(status: name(of: response))))
        }
      }
      for body in bodies {
        let kind = if case .request = body.role { "request body" } else { "\(body.role) body" }
        unchecked += body.otherMediaTypes.map { .init(kind: kind, name: $0) }
      }
      let verb = name(of: method).uppercased()
      let id = string("operationId", of: operation) ?? ""
      if !id.isEmpty, ids.contains(ByteString(id)) {
        report(
          "another operation has the operationId \"\(id)\"; this one is \(verb) \(path)",
          at: operation)
      }
      add(
        OpenAPIDescription.Operation(
          id: id.isEmpty || ids.contains(ByteString(id)) ? "\(verb) \(path)" : id, method: verb,
          path: path,
          summary: string("summary", of: operation) ?? "",
          description: string("description", of: operation) ?? "",
          hasBearerToken: hasBearerToken(operation), bodies: bodies, uncheckedParts: unchecked,
          problems: problems, document: documentName(method), location: location(method)))
    }
  }

  private mutating func add(_ operation: OpenAPIDescription.Operation) {
    ids.insert(ByteString(operation.id))
    operations.append(operation)
  }

  private mutating func parameter(_ place: Place) -> OpenAPIDescription.UncheckedPart? {
    guard let parameter = target(of: place) else { return nil }
    return .init(
      kind: "\(string("in", of: parameter) ?? "") parameter",
      name: string("name", of: parameter) ?? "")
  }

  private mutating func hasBearerToken(_ operation: Place) -> Bool {
    let root = Place(document: 0, value: 0)
    guard let security = member("security", of: operation) ?? member("security", of: root),
      let schemes = member("components", of: root).flatMap({ member("securitySchemes", of: $0) })
    else { return false }
    return children(of: security).flatMap { children(of: $0) }.contains { requirement in
      children(of: schemes).contains { scheme in
        name(of: scheme).utf8.elementsEqual(name(of: requirement).utf8)
          && string("scheme", of: scheme)?.lowercased() == "bearer"
      }
    }
  }

  private mutating func body(
    _ place: Place, _ role: OpenAPIDescription.Body.Role
  ) -> OpenAPIDescription.Body {
    let contents =
      member("content", of: place).flatMap { object($0) }.map { children(of: $0) } ?? []
    let ranked = contents.compactMap { content in
      MediaType(name(of: content)).jsonRank.map { (rank: $0, content: content) }
    }
    let best = ranked.min { $0.rank < $1.rank }?.content
    let schema = best.flatMap { object($0) }.flatMap { member("schema", of: $0) }
    return OpenAPIDescription.Body(
      role: role, summary: string("description", of: place) ?? "",
      isRequired: member("required", of: place).flatMap { outline($0).boolean($0.value) } ?? false,
      mediaType: best.map { name(of: $0) },
      otherMediaTypes: contents.filter { $0 != best }.map { name(of: $0) }, schema: schema,
      examples: best.map { examples($0) } ?? [])
  }

  private mutating func examples(_ content: Place) -> [Named<JSONValue>] {
    if let example = member("example", of: content) {
      return [Named("example", outline(example).tree(example.value))]
    }
    guard let examples = member("examples", of: content) else { return [] }
    return children(of: examples).compactMap { example in
      guard let found = target(of: example), let value = member("value", of: found) else {
        return nil
      }
      return Named(name(of: example), outline(value).tree(value.value))
    }
  }

  // MARK: References

  /// The object at a place, or the target of a Reference Object there. Returns nil and reports a problem if there is no
  /// object.
  private mutating func object(_ place: Place) -> Place? {
    guard let found = target(of: place) else { return nil }
    guard outline(found).values[found.value].kind == .object else {
      report("must be an object", at: found)
      return nil
    }
    return found
  }

  /// The target of a Reference Object, or the place itself if it is not one. Returns nil and reports a problem if
  /// there is no target.
  private mutating func target(of place: Place) -> Place? {
    var place = place
    for _ in 0..<Self.maximumReferences {
      guard let member = member("$ref", of: place), let text = outline(member).string(member.value)
      else { return place }
      let base = URIReference(texts[place.document].uri)
      let reference = URIReference(text).resolved(against: base)
      guard let document = document(reference, at: member) else { return nil }
      guard let fragment = reference.decodedFragment, let pointer = JSONPointer(fragment),
        let value = texts[document].outline.value(
          at: pointer, from: 0, &members[document, default: MemberIndex()])
      else {
        report("the reference \(text) has no target", at: member, .unresolvedReference)
        return nil
      }
      place = Place(document: document, value: value)
    }
    report("the references form an endless loop", at: place, .endlessReference)
    return nil
  }

  private mutating func document(_ reference: URIReference, at place: Place) -> Int? {
    let key = reference.absolute
    if let known = indices[key] { return known }
    do {
      guard let found = try store.outline(key.text) else {
        report(
          "cannot resolve \(key.text); name its file with `--resolve \(key.text)=PATH`",
          at: place, .unresolvedReference)
        return nil
      }
      texts.append((found, key.text))
      indices[key] = texts.count - 1
      return texts.count - 1
    } catch {
      report("cannot read \(key.text): \(error)", at: place, .unresolvedReference)
      return nil
    }
  }

  private mutating func report(
    _ message: String, at place: Place, _ kind: SchemaProblem.Kind = .invalidSchema
  ) {
    let outline = outline(place)
    problems +=
      JSONSchemaError(
        message, kind, at: Int(outline.values[place.value].start),
        in: SchemaGraph.Document(name: outline.name, bytes: outline.bytes, map: outline.map),
        pointer: outline.pointer(of: place.value)
      ).problems
  }

  // MARK: Values

  private func outline(_ place: Place) -> TextOutline { texts[place.document].outline }

  private func documentName(_ place: Place) -> String { outline(place).name }

  private mutating func location(_ place: Place) -> SourceLocation {
    let outline = outline(place)
    let value = outline.values[place.value]
    let start = max(Int(value.nameStart) - 1, 0)
    let offset = outline.sourceRange(of: start..<start + 1).lowerBound
    return unsafe outline.source.withUnsafeBytes { bytes in
      let index = unsafe lines[place.document] ?? SourceIndex(bytes)
      lines[place.document] = index
      return unsafe index.location(of: offset, in: bytes)
    }
  }

  private func name(of place: Place) -> String { outline(place).nameText(of: place.value) }

  private func children(of place: Place) -> [Place] {
    outline(place).children(of: place.value).map { Place(document: place.document, value: $0) }
  }

  private func member(_ name: StaticString, of place: Place) -> Place? {
    outline(place).member(name, of: place.value)
      .map { Place(document: place.document, value: $0) }
  }

  private func string(_ name: StaticString, of place: Place) -> String? {
    member(name, of: place).flatMap { outline($0).string($0.value) }
  }
}

/// A media type or a range of them, without its parameters.
struct MediaType {
  let type: String
  let subtype: String

  init(_ text: String) {
    let parts = text.lowercased().prefix { $0 != ";" }.split(separator: "/", maxSplits: 1)
      .map { $0.filter { $0 != " " } }
    type = parts.first ?? ""
    subtype = parts.count > 1 ? parts[1] : ""
  }

  /// The rank of a media type, lowest first: JSON, then a JSON-based format, then a range that includes JSON; nil for
  /// any other type.
  var jsonRank: Int? {
    switch (type, subtype) {
    case ("application", "json"): 0
    case (_, "json"): 1
    case (_, let subtype) where subtype.hasSuffix("+json"): 1
    case ("application", "*"), ("*", "*"): 2
    default: nil
    }
  }
}
