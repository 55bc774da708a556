import JSONText

extension SchemaGraph {
  /// Creates the graph of a declaration, with one node per field.
  convenience init(declaring root: FieldSchema, id: String) {
    var builder = DeclarationBuilder()
    builder.add(root, at: DeclaredPlace())
    self.init(origin: .declaration(id: id), nodes: builder.nodes, root: 0)
  }
}

/// The place of a field.
private struct DeclaredPlace {
  var pointer = JSONPointer.root
  var isSecret = false
  /// Whether the pointer differs between documents or is not a pointer into documents alone.
  var varies = false
  var depth = 1

  func inner(_ tokens: String..., varies: Bool = false) -> DeclaredPlace {
    DeclaredPlace(
      pointer: tokens.reduce(pointer) { $0.appending($1) }, isSecret: isSecret,
      varies: self.varies || varies, depth: depth + 1)
  }
}

/// Turns fields into nodes; outer fields come before inner ones.
private struct DeclarationBuilder {
  var nodes: [SchemaNode] = []

  /// Adds a field and those inside it; returns its node.
  @discardableResult
  mutating func add(_ field: FieldSchema, at place: DeclaredPlace, _ more: [KeywordUse] = [])
    -> NodeID
  {
    let index = nodes.count
    var place = place
    place.isSecret = place.isSecret || field.isSecret
    nodes.append(
      SchemaNode(
        pointer: place.pointer, summary: field.summary, isSecret: place.isSecret,
        isInArray: place.varies))
    var keywords: [KeywordUse] = []
    if let type = field.type {
      let types = field.isNullable ? [type, .null] : [type]
      keywords.append(KeywordUse(.type, .types(types), provenance: field.provenance))
    }
    keywords += field.constraints.map { constraint(from: $0, field.isNullable) } + more
    // The compiler rejects fields that are one level too deep; deeper ones are not needed.
    if place.depth <= SchemaLimits.declaredDepth {
      switch field.shape {
      case .object(let object):
        keywords += add(object, at: place)
      case .array(let items):
        let node = add(items, at: place.inner("*", varies: true))
        keywords.append(KeywordUse(.items, .schema(node)))
      case .alternatives(var alternatives, let discriminator):
        if field.isNullable {
          alternatives.append(Named("null", FieldSchema(.null, summary: "None.")))
        }
        let branches = alternatives.map {
          add($0, by: field.isNullable && $0.name == "null" ? nil : discriminator, at: place)
        }
        keywords.append(
          KeywordUse(.oneOf, .schemas(branches), provenance: field.provenance))
      case .any, .string, .number, .integer, .boolean, .null:
        break
      }
    }
    nodes[index].keywords = keywords
    return index
  }

  /// A constraint as a keyword of a node. One that refers to nodes is left empty, so the compiler rejects it.
  private func constraint(from constraint: Constraint, _ isNullable: Bool) -> KeywordUse {
    var use = constraint
    if !use.parameter.nodes.isEmpty { use.parameter = .schemas([]) }
    if isNullable, case .values(let values) = use.parameter, !values.contains(.null) {
      use.keyword = .enum
      use.parameter = .values(values + [.null])
    }
    return use
  }

  private mutating func add(
    _ alternative: Named<FieldSchema>, by discriminator: String?, at place: DeclaredPlace
  ) -> NodeID {
    let inner = place.inner("oneOf", alternative.name, varies: true)
    guard let discriminator else { return add(alternative.value, at: inner) }
    var field = alternative.value
    guard case .object(var object) = field.shape else {
      // Only objects have members, so the compiler rejects this.
      return add(field, at: inner, [KeywordUse(.required, .names([discriminator]))])
    }
    let name = FieldSchema(
      .string, [.const(.string(alternative.name))],
      summary: "Selects one of the alternatives.")
    object.properties.insert(.required(discriminator, name), at: 0)
    field.shape = .object(object)
    return add(field, at: inner)
  }

  private mutating func add(_ object: ObjectSchema, at place: DeclaredPlace) -> [KeywordUse] {
    var keywords: [KeywordUse] = []
    if object.others == nil {
      keywords.append(
        KeywordUse(
          .additionalProperties, .unknownFields(object.unknownFields),
          provenance: object.unknownFieldsProvenance))
    }
    var properties: [Named<NodeID>] = []
    for property in object.properties {
      if property.isRequired {
        keywords.append(
          KeywordUse(.required, .names([property.name]), provenance: property.provenance))
      }
      properties.append(Named(property.name, add(property.field, at: place.inner(property.name))))
    }
    if !properties.isEmpty { keywords.append(KeywordUse(.properties, .schemasByName(properties))) }
    if !object.names.isEmpty {
      let names = FieldSchema(.string, object.names, summary: "The name of a member.")
      let node = add(names, at: place.inner("*", "propertyNames", varies: true))
      keywords.append(KeywordUse(.propertyNames, .schema(node)))
    }
    if let others = object.others {
      let node = add(others, at: place.inner("*", varies: true))
      keywords.append(KeywordUse(.additionalProperties, .schema(node)))
    }
    return keywords
  }
}
