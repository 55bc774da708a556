import JSONText
import SchemaRules

extension SchemaLoader {
  /// The node of a schema. A new node is filled later.
  mutating func node(for place: Place) -> NodeID {
    let known = documents[place.document].nodes[place.value]
    guard known < 0 else { return Int(known) }
    let index = nodes.count
    documents[place.document].nodes[place.value] = Int32(truncatingIfNeeded: index)
    let resource = max(Int(documents[place.document].resources[place.value]), 0)
    let pointer = documents[place.document].outline.pointer(
      of: place.value, from: resources[resource].root.value)
    nodes.append(SchemaNode(resource: resource, pointer: pointer))
    pending.append(place)
    if !resources[resource].isReached { reach(resource) }
    return index
  }

  /// Creates nodes for the possible targets of dynamic references in a resource that a reference entered.
  private mutating func reach(_ resource: Int) {
    resources[resource].isReached = true
    for anchor in resources[resource].dynamicAnchors {
      let place = Place(document: resources[resource].root.document, value: anchor.value)
      let name = ByteString(anchor.name)
      if dynamicNames.contains(name) {
        _ = node(for: place)
      } else {
        idleAnchors[name, default: []].append(place)
      }
    }
  }

  /// Records a name that dynamic references may look up.
  mutating func addDynamicName(_ name: ByteString) {
    guard dynamicNames.insert(name).inserted else { return }
    for place in idleAnchors.removeValue(forKey: name) ?? [] { _ = node(for: place) }
  }

  /// Reads a schema into its node.
  mutating func fill(_ node: NodeID, _ place: Place) {
    let outline = documents[place.document].outline
    switch outline.values[place.value].kind {
    case .boolean:
      if resources[nodes[node].resource].active.openAPI == .v30,
        !outline.hasName(place.value, Array("additionalProperties".utf8))
      {
        report("must be an object; OpenAPI 3.0 has no boolean schemas here", at: place)
      }
      if outline.boolean(place.value) == false {
        nodes[node].keywords = [KeywordUse(.falseSchema, .flag(false))]
      }
    case .object: fillObject(node, place, outline)
    case .string, .number, .array, .null:
      guard !documents[place.document].isFlawed else { return }
      report("must be a schema: an object, `true` or `false`", at: place)
    }
  }

  private mutating func fillObject(_ node: NodeID, _ place: Place, _ outline: TextOutline) {
    let active = resources[nodes[node].resource].active
    var uses: [(rank: Int, use: KeywordUse)] = []
    var annotations: [Named<JSONValue>] = []
    var members: [(member: Int, word: SchemaWord?)] = []
    for member in outline.children(of: place.value) {
      members.append((member, outline.word(of: member).flatMap { active.knows($0) ? $0 : nil }))
    }
    if active.ignoresSiblingsOfReferences, let reference = members.first(where: isReference) {
      warnAboutSiblings(members, place)
      members = [reference]
    }
    for (member, word) in members {
      switch word?.role {
      case .keyword(let keyword):
        let parameter = parameter(of: keyword, member, in: node, place)
        if let parameter { uses.append((word?.rank ?? 0, KeywordUse(keyword, parameter))) }
      case .annotation, .contentSchema, nil:
        if word == nil { warnAboutUnknown(member, active, place) }
        annotations.append(Named(outline.nameText(of: member), outline.tree(member)))
      case .identifier, .definitions, .comment: break
      }
    }
    if active.dialect == .draft4 { makeBoundsExclusive(&uses) }
    if active.openAPI != nil { warnAboutMapping(members, place) }
    if active.openAPI == .v30 {
      warnAboutNullable(members, uses, place)
      makeNullable(&uses, annotations)
    }
    for (keyword, other) in Keyword.needing { drop(keyword, other, members, place, &uses) }
    if uses.count > 1 { uses.sort { $0.rank < $1.rank } }
    nodes[node].keywords = uses.map(\.use)
    nodes[node].annotations = annotations
    describe(node)
  }

  private func isReference(_ member: (member: Int, word: SchemaWord?)) -> Bool {
    if case .keyword(.ref) = member.word?.role { true } else { false }
  }

  /// Removes a keyword that has no effect without another keyword, which is missing.
  private mutating func drop(
    _ keyword: Keyword, _ other: Keyword, _ members: [(member: Int, word: SchemaWord?)],
    _ place: Place, _ uses: inout [(rank: Int, use: KeywordUse)]
  ) {
    guard !uses.contains(where: { $0.use.keyword == other }),
      let index = uses.firstIndex(where: { $0.use.keyword == keyword })
    else { return }
    uses.remove(at: index)
    let member = members.first {
      if case .keyword(keyword) = $0.word?.role { true } else { false }
    }?.member
    guard let member, wantsWarnings(about: place.document) else { return }
    warn(
      "has no effect without `\(other.rawValue)`",
      at: Place(document: place.document, value: member), keyword: keyword.rawValue,
      kind: .ignoredKeyword)
  }

  /// In draft 4, `exclusiveMinimum` is a flag that makes `minimum` exclusive, and likewise for `maximum`.
  ///
  /// https://json-schema.org/draft-04/draft-fge-json-schema-validation-00#rfc.section.5.1
  private func makeBoundsExclusive(_ uses: inout [(rank: Int, use: KeywordUse)]) {
    for (bound, flag) in [
      (Keyword.minimum, Keyword.exclusiveMinimum), (.maximum, .exclusiveMaximum),
    ] {
      guard let index = uses.firstIndex(where: { $0.use.keyword == flag }) else { continue }
      if uses[index].use.parameter == .flag(true),
        let boundIndex = uses.firstIndex(where: { $0.use.keyword == bound })
      {
        uses[index].use.parameter = uses[boundIndex].use.parameter
        uses.remove(at: boundIndex)
      } else {
        uses.remove(at: index)
      }
    }
  }

  /// In OpenAPI 3.0, `nullable: true` adds `null` to the `type` of the same schema; without `type`, it has no effect.
  ///
  /// https://spec.openapis.org/oas/v3.0.4#fixed-fields-20
  private func makeNullable(
    _ uses: inout [(rank: Int, use: KeywordUse)], _ annotations: [Named<JSONValue>]
  ) {
    guard annotations.contains(where: { $0.name == "nullable" && $0.value == .boolean(true) }),
      let index = uses.firstIndex(where: { $0.use.keyword == .type }),
      case .types(let types) = uses[index].use.parameter
    else { return }
    uses[index].use.parameter = .types(types + [.null])
  }

  /// Adds the description and the annotations to a node.
  private mutating func describe(_ node: NodeID) {
    var title = ""
    var description = ""
    var isSecret = false
    for annotation in nodes[node].annotations {
      switch annotation.value {
      case .string(let text) where annotation.name.utf8.elementsEqual("title".utf8): title = text
      case .string(let text) where annotation.name.utf8.elementsEqual("description".utf8):
        description = text
      case .boolean(true) where annotation.name.utf8.elementsEqual("writeOnly".utf8):
        isSecret = true
      default: break
      }
    }
    for use in nodes[node].keywords {
      if case .format(let name, _) = use.parameter, name.utf8.elementsEqual("password".utf8) {
        isSecret = true
      }
    }
    nodes[node].summary = description.isEmpty ? title : description
    nodes[node].isSecret = isSecret
  }
}

extension Keyword {
  /// Keywords that have no effect without another one in the same schema.
  fileprivate static let needing: [(Keyword, Keyword)] = [
    (.then, .if), (.else, .if), (.minContains, .contains), (.maxContains, .contains),
  ]
}
