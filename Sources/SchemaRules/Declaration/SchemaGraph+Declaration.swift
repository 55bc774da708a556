import JSONText

extension SchemaGraph {
  /// The graph of a declaration: one node per field.
  convenience init(declaring root: FieldSchema, id: String) {
    var builder = DeclarationBuilder()
    builder.add(root, at: .root, isSecret: false, isInArray: false, depth: 1)
    self.init(origin: .declaration(id: id), nodes: builder.nodes, root: 0)
  }
}

/// Turns fields into nodes, a field before those inside it.
private struct DeclarationBuilder {
  var nodes: [SchemaNode] = []

  /// Adds a field and those inside it; returns its node.
  @discardableResult
  mutating func add(
    _ field: FieldSchema, at pointer: JSONPointer, isSecret: Bool, isInArray: Bool, depth: Int
  ) -> NodeID {
    let index = nodes.count
    let isSecret = isSecret || field.isSecret
    nodes.append(
      SchemaNode(
        pointer: pointer, summary: field.summary, isSecret: isSecret, isInArray: isInArray))
    var keywords = [KeywordUse(.type, .types([field.type]), provenance: field.provenance)]
    // The compiler refuses what is one level too deep; what is deeper need not be there.
    if depth <= SchemaLimits.declaredDepth {
      switch field.shape {
      case .string(let constraints):
        keywords += constraints.map(\.use)
      case .object(let object):
        keywords += add(object, at: pointer, isSecret, isInArray, depth)
      case .array(let items):
        let node = add(
          items, at: pointer.appending("*"), isSecret: isSecret, isInArray: true, depth: depth + 1)
        keywords.append(KeywordUse(.items, .schema(node)))
      case .number, .integer, .boolean:
        break
      }
    }
    nodes[index].keywords = keywords
    return index
  }

  private mutating func add(
    _ object: ObjectSchema, at pointer: JSONPointer, _ isSecret: Bool, _ isInArray: Bool,
    _ depth: Int
  ) -> [KeywordUse] {
    var keywords = [
      KeywordUse(
        .additionalProperties, .unknownFields(object.unknownFields),
        provenance: object.unknownFieldsProvenance)
    ]
    var properties: [Named<NodeID>] = []
    for property in object.properties {
      if property.isRequired {
        keywords.append(
          KeywordUse(.required, .names([property.name]), provenance: property.provenance))
      }
      let node = add(
        property.field, at: pointer.appending(property.name), isSecret: isSecret,
        isInArray: isInArray, depth: depth + 1)
      properties.append(Named(property.name, node))
    }
    keywords.append(KeywordUse(.properties, .schemasByName(properties)))
    return keywords
  }
}

extension Constraint {
  /// The constraint as a keyword of a node.
  var use: KeywordUse {
    let parameter: Parameter =
      switch kind {
      case .minLength(let bound), .maxLength(let bound): .count(bound)
      case .pattern(let source): .pattern(source)
      case .enumeration(let values): .values(values.map { .string($0) })
      }
    return KeywordUse(keyword, parameter, provenance: provenance)
  }
}
