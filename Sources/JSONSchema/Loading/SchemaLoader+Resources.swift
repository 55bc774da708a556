import JSONText
import SchemaRules

extension SchemaLoader {
  /// Finds the resources and names in a text, and the resource of each schema.
  mutating func findResources(in document: Int) {
    let root = Place(document: document, value: 0)
    guard documents[document].resources.first == -1 else { return }
    let first = resources.count
    findResources(from: root, in: nil)
    checkAgainstMetaSchemas(document, first..<resources.count)
  }

  /// Finds the resources and names in a schema and in the schemas inside it.
  mutating func findResources(from root: Place, in resource: Int?) {
    let document = root.document
    let outline = documents[document].outline
    var pending: [(value: Int, resource: Int)] = [(root.value, resource ?? -1)]
    var members: [(member: Int, word: SchemaWord)] = []
    while let (value, outer) = pending.popLast() {
      members.removeAll(keepingCapacity: true)
      if outline.values[value].kind == .object {
        for member in outline.children(of: value) {
          if let word = outline.word(of: member) { members.append((member, word)) }
        }
      }
      let place = Place(document: document, value: value)
      let resource = self.resource(of: place, members, in: outer)
      documents[document].resources[value] = Int32(truncatingIfNeeded: resource)
      let active = resources[resource].active
      let first = pending.count
      for (member, word) in members where active.knows(word) {
        addChildren(of: member, word, in: outline, resource, &pending)
      }
      // The next schema is taken from the end. If two have the same name, the first one in the text gets it.
      pending[first...].reverse()
    }
  }

  /// Lists the schemas in a member of a schema.
  private func addChildren(
    of member: Int, _ word: SchemaWord, in outline: TextOutline, _ resource: Int,
    _ pending: inout [(value: Int, resource: Int)]
  ) {
    let kind: ParameterKind
    switch word.role {
    case .keyword(let keyword): kind = keyword.description.parameter
    case .definitions: kind = .schemasByName
    case .contentSchema: kind = .schema
    default: return
    }
    let isArray = outline.values[member].kind == .array
    switch kind {
    case .schema where !isArray, .schemaOrSchemas where !isArray:
      pending.append((member, resource))
    case .schemas where isArray, .schemaOrSchemas:
      for element in outline.children(of: member) { pending.append((element, resource)) }
    case .schemasByName where !isArray, .schemasByPattern where !isArray:
      for child in outline.children(of: member) { pending.append((child, resource)) }
    case .dependencies where !isArray:
      for child in outline.children(of: member) where outline.values[child].kind != .array {
        pending.append((child, resource))
      }
    default: break
    }
  }

  // MARK: Identifiers

  /// The resource of a schema: a new one if it has an address or is a whole text.
  private mutating func resource(
    of place: Place, _ members: [(member: Int, word: SchemaWord)], in outer: Int
  ) -> Int {
    let outline = documents[place.document].outline
    let document = documents[place.document]
    var active = outer < 0 ? document.inherited : resources[outer].active
    func member(_ identifier: SchemaWord.Identifier, _ active: ActiveDialect) -> Int? {
      members.first { _, word in
        if case .identifier(identifier) = word.role { active.knows(word) } else { false }
      }?.member
    }
    let declared = members.first { _, word in
      if case .identifier(.schema) = word.role { true } else { false }
    }?.member
    // `$schema` determines which keyword contains the address.
    if let declared, outline.string(declared) != nil {
      let declaredDialect = dialect(named: declared, of: place)
      if outer < 0 || member(.id, declaredDialect ?? active) != nil {
        active = declaredDialect ?? active
      }
    } else if outer < 0, options.metaSchema != nil, place.value == 0 {
      active = dialect(active.metaSchema, for: place) ?? active
    }
    let isReference =
      active.ignoresSiblingsOfReferences
      && members.contains { _, word in
        if case .keyword(.ref) = word.role { true } else { false }
      }
    let base = outer < 0 ? document.retrieval : resources[outer].uri
    var resource = outer
    var address = URIReference()
    let id = isReference ? nil : member(.id, active)
    if let id, let text = outline.string(id) { address = URIReference(text) }
    let uri = address.resolved(against: base)
    if outer < 0 || (!address.absolute.bytes.isEmpty && !isName(address, uri, in: base, active)) {
      if let id, resourcesByURI[uri.absolute] != nil, wantsWarnings(about: place.document) {
        warn(
          "another schema has the same address, and references resolve to that one",
          at: Place(document: place.document, value: id), keyword: outline.nameText(of: id),
          kind: .duplicateIdentifier)
      }
      resource = addResource(uri, at: place, active)
      let isOwn = outer < 0 || resources[outer].active.metaSchema != active.metaSchema
      resources[resource].checkedWith = isOwn ? resource : resources[outer].checkedWith
    }
    if outer < 0 { register(resource, as: document.retrieval.absolute) }
    if active.dialect <= .draft7, let fragment = address.decodedFragment, !fragment.isEmpty {
      name(place.value, ByteString(fragment), resource, isDynamic: false)
    }
    if !isReference { addAnchors(of: place, members, to: resource) }
    return resource
  }

  /// Whether an address is that of the enclosing schema, followed by a name for a place in it.
  private func isName(
    _ address: URIReference, _ uri: URIReference, in base: URIReference, _ active: ActiveDialect
  ) -> Bool {
    active.dialect <= .draft7 && !(address.fragment ?? []).isEmpty
      && uri.absolute == base.absolute
  }

  private mutating func addResource(
    _ uri: URIReference, at place: Place, _ active: ActiveDialect
  ) -> Int {
    var uri = uri
    uri.fragment = nil
    resources.append(LoadedResource(uri: uri, root: place, active: active))
    register(resources.count - 1, as: uri.absolute)
    return resources.count - 1
  }

  private mutating func register(_ resource: Int, as uri: ByteString) {
    if resourcesByURI[uri] == nil { resourcesByURI[uri] = resource }
  }

  private mutating func addAnchors(
    of place: Place, _ members: [(member: Int, word: SchemaWord)], to resource: Int
  ) {
    let outline = documents[place.document].outline
    let active = resources[resource].active
    for (member, word) in members where active.knows(word) {
      switch word.role {
      case .identifier(.anchor):
        if let text = outline.string(member) {
          name(place.value, ByteString(text), resource, isDynamic: false)
        }
      case .identifier(.dynamicAnchor):
        if let text = outline.string(member) {
          name(place.value, ByteString(text), resource, isDynamic: true)
        }
      case .identifier(.recursiveAnchor):
        if outline.boolean(member) == true, resources[resource].root == place {
          resources[resource].dynamicAnchors.append(Named("", place.value))
        }
      default: break
      }
    }
  }

  private mutating func name(_ value: Int, _ name: ByteString, _ resource: Int, isDynamic: Bool) {
    guard resources[resource].anchors[name] == nil else { return }
    resources[resource].anchors[name] = LoadedResource.Anchor(value: value, isDynamic: isDynamic)
    if isDynamic {
      resources[resource].dynamicAnchors.append(
        Named(name.text, value))
    }
  }
}
