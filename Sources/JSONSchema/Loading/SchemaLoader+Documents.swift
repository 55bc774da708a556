package import JSONText
package import SchemaRules

extension SchemaLoader {
  /// Reads and stores a text. Its resources are found later.
  ///
  /// - Throws: A `JSONSchemaError` if the text is not JSON or exceeds a limit.
  mutating func add(
    _ document: SchemaGraph.Document, retrieval: URIReference, inherited: ActiveDialect?,
    isBundled: Bool = false
  ) throws(JSONSchemaError) -> Int {
    byteCount += document.bytes.count
    guard byteCount <= options.limits.bytes else {
      throw JSONSchemaError(
        "the schemas have more than \(options.limits.bytes) bytes, the limit \"bytes\"",
        .limitExceeded, at: 0, in: document)
    }
    return add(
      try TextOutline(reading: document), retrieval: retrieval, inherited: inherited,
      isBundled: isBundled)
  }

  /// Stores a text that was read.
  mutating func add(
    _ outline: TextOutline, retrieval: URIReference, inherited: ActiveDialect?,
    isBundled: Bool = false
  ) -> Int {
    for uri in [retrieval.absolute, identifier(of: outline, at: retrieval)]
    where documentsByURI[uri] == nil {
      documentsByURI[uri] = documents.count
    }
    documents.append(
      LoadedDocument(
        outline, retrieval: retrieval, inherited: inherited ?? defaultDialect(),
        isBundled: isBundled))
    return documents.count - 1
  }

  /// The address that a text declares for itself, for lookups before its dialect is known.
  private func identifier(of outline: TextOutline, at retrieval: URIReference) -> ByteString {
    let id = outline.member("$id", of: 0) ?? outline.member("id", of: 0)
    let text = id.flatMap { outline.string($0) } ?? ""
    return URIReference(text).resolved(against: retrieval).absolute
  }

  private func defaultDialect() -> ActiveDialect {
    var active = options.openAPI.map { ActiveDialect($0) } ?? ActiveDialect(options.dialect)
    if let metaSchema = options.metaSchema { active.metaSchema = URIReference(metaSchema).absolute }
    return active
  }

  /// The resource with an address, which is read now if necessary. Returns nil if there is none, or reports a problem
  /// at `place` and returns nil if it cannot be read.
  mutating func resource(
    _ uri: URIReference, for place: Place, _ inherited: ActiveDialect
  ) -> Int? {
    let key = uri.absolute
    if let known = resourcesByURI[key] { return known }
    guard let document = document(key, for: place, inherited) else { return nil }
    findResources(in: document)
    // An address next to `$ref` has no effect, but it still identifies the text.
    return resourcesByURI[key] ?? documents[document].resources.first.map { Int($0) }
  }

  /// Reads the text with an address; returns nil like `resource`.
  mutating func document(
    _ key: ByteString, for place: Place, _ inherited: ActiveDialect
  ) -> Int? {
    if let known = documentsByURI[key] { return known }
    guard !missing.contains(key) else { return nil }
    let text = key.text
    do {
      let retrieval = URIReference(text)
      if let outline = try options.outlines(text) {
        return add(outline, retrieval: retrieval, inherited: inherited)
      }
      if let found = try options.lookup(text) {
        return try add(found, retrieval: retrieval, inherited: inherited)
      }
      if let bytes = MetaSchema.text(key) {
        return try add(
          SchemaGraph.Document(name: text, bytes: bytes), retrieval: retrieval,
          inherited: inherited, isBundled: true)
      }
    } catch let error as JSONSchemaError {
      for problem in error.problems {
        report("cannot read \(text): \(problem)", at: place, kind: .unresolvedReference)
      }
    } catch {
      report("cannot read \(text): \(error)", at: place, kind: .unresolvedReference)
    }
    missing.insert(key)
    return nil
  }
}

extension TextOutline {
  /// Reads a text.
  ///
  /// - Throws: A `JSONSchemaError` if the text is not JSON or exceeds a limit.
  package init(reading document: SchemaGraph.Document) throws(JSONSchemaError) {
    do throws(Obstacle) {
      self = try TextOutline(document.bytes, name: document.name, map: document.map)
    } catch {
      switch error {
      case .fault(let fault):
        var message = fault.message
        if case .duplicateKey(let first) = fault.reason {
          let place = SourceLocation(
            of: document.map?.range(of: first..<first + 1).lowerBound ?? first,
            in: document.map?.source ?? document.bytes)
          message += ", first used at \(place.line):\(place.column)"
        }
        throw JSONSchemaError(message, .malformedJSON, at: fault.offset, in: document)
      case .limit(let limit, let offset):
        throw JSONSchemaError(
          "the text exceeds the limit \"\(limit.rawValue)\", \(JSONLimits()[limit])",
          .limitExceeded, at: offset, in: document)
      }
    }
  }
}

extension JSONSchemaError {
  /// Creates an error with one problem at a byte offset of a text.
  package init(
    _ message: String, _ kind: SchemaProblem.Kind, at offset: Int,
    in document: SchemaGraph.Document, pointer: JSONPointer = .root
  ) {
    let source = document.map?.source ?? document.bytes
    let range = document.map?.range(of: offset..<offset + 1) ?? offset..<offset + 1
    self.init(problems: [
      SchemaProblem(
        kind: kind, document: document.name,
        byteRange: range.lowerBound..<min(range.upperBound, max(source.count, range.lowerBound)),
        location: SourceLocation(of: range.lowerBound, in: source), pointer: pointer, keyword: nil,
        message: message)
    ])
  }
}
