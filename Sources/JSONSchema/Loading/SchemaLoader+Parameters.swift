import JSONText
import SchemaRules

extension SchemaLoader {
  /// Reads the parameter of a keyword. Returns nil and reports a problem if the value does not fit the keyword.
  mutating func parameter(
    of keyword: Keyword, _ member: Int, in node: NodeID, _ place: Place
  ) -> Parameter? {
    let kind = keyword.description.parameter
    if kind == .reference {
      return parameter(ofReference: keyword, member, in: node, place)
    }
    let active = resources[nodes[node].resource].active
    let outline = documents[place.document].outline
    let valueKind = outline.values[member].kind
    let parameter: Parameter?
    switch kind {
    case .types:
      let types = types(member, outline)
      guard
        active.openAPI != .v30 || types == nil || valueKind == .string && types != .types([.null])
      else {
        report(
          "must be the name of one type; OpenAPI 3.0 has `nullable: true` instead of `null`, and "
            + "`anyOf` instead of lists",
          at: Place(document: place.document, value: member), keyword: keyword.rawValue)
        return nil
      }
      parameter = types
    case .count: parameter = outline.count(member).map { .count($0) }
    case .number:
      if active.dialect == .draft4, keyword == .exclusiveMinimum || keyword == .exclusiveMaximum {
        parameter = outline.boolean(member).map { .flag($0) }
      } else {
        parameter = number(member, keyword, outline)
      }
    case .flag: parameter = outline.boolean(member).map { .flag($0) }
    case .pattern:
      parameter = outline.string(member).map { .pattern($0) }
      checkPattern(of: member, keyword, place)
    case .format:
      let asserts = options.assertsFormat || active.assertsFormat
      parameter = outline.string(member).map { name in
        .format(name, asserts: asserts && keyword.format(named: name, active.dialect) != nil)
      }
      if keyword == .format { checkFormat(member, active, place) }
    case .value: parameter = .values([outline.tree(member)])
    case .values:
      parameter =
        valueKind == .array
        ? .values(outline.children(of: member).map { outline.tree($0) }) : nil
    case .names: parameter = names(member, outline).map { .names($0) }
    case .namesByName:
      parameter = named(member, outline) { _, child in Self.names(child, outline) }
        .map { .namesByName($0) }
    case .schema: parameter = .schema(child(member, place))
    case .schemas: parameter = schemas(member, outline, place)
    case .schemaOrSchemas:
      parameter =
        valueKind == .array && active.dialect < .draft2020 && active.openAPI == nil
        ? schemas(member, outline, place) : .schema(child(member, place))
    case .schemasByName, .schemasByPattern:
      if kind == .schemasByPattern, valueKind == .object {
        for child in outline.children(of: member) { checkPattern(of: child, keyword, place) }
      }
      parameter = named(member, outline) { loader, child in loader.child(child, place) }
        .map { .schemasByName($0) }
    case .dependencies:
      parameter = named(member, outline) { loader, child in
        guard outline.values[child].kind == .array else {
          return Dependency.schema(loader.child(child, place))
        }
        return Self.names(child, outline).map { .names($0) }
      }.map { .dependencies($0) }
    case .reference: parameter = nil
    }
    if parameter == nil, !documents[place.document].isFlawed {
      var expectation = kind.expectation
      if keyword == .exclusiveMinimum || keyword == .exclusiveMaximum {
        expectation =
          active.dialect == .draft4
          ? "`true` or `false`; it is a number since draft 6 and in OpenAPI 3.1"
          : "a number; it is a flag only in draft 4 and in OpenAPI 3.0"
      }
      report(
        "must be \(expectation)", at: Place(document: place.document, value: member),
        keyword: keyword.rawValue)
    }
    return parameter
  }

  private mutating func child(_ value: Int, _ place: Place) -> NodeID {
    node(for: Place(document: place.document, value: value))
  }

  private mutating func schemas(
    _ member: Int, _ outline: TextOutline, _ place: Place
  ) -> Parameter? {
    guard outline.values[member].kind == .array else { return nil }
    var schemas: [NodeID] = []
    for element in outline.children(of: member) { schemas.append(child(element, place)) }
    return .schemas(schemas)
  }

  private mutating func named<Value>(
    _ member: Int, _ outline: TextOutline, _ value: (inout SchemaLoader, Int) -> Value?
  ) -> [Named<Value>]? {
    guard outline.values[member].kind == .object else { return nil }
    var result: [Named<Value>] = []
    for child in outline.children(of: member) {
      guard let value = value(&self, child) else { return nil }
      result.append(Named(outline.nameText(of: child), value))
    }
    return result
  }

  private func names(_ member: Int, _ outline: TextOutline) -> [String]? {
    Self.names(member, outline)
  }

  private static func names(_ member: Int, _ outline: TextOutline) -> [String]? {
    guard outline.values[member].kind == .array else { return nil }
    var names: [String] = []
    for element in outline.children(of: member) {
      guard let name = outline.string(element) else { return nil }
      names.append(name)
    }
    return names
  }

  private func types(_ member: Int, _ outline: TextOutline) -> Parameter? {
    func type(_ value: Int) -> ValueType? {
      guard let name = outline.string(value) else { return nil }
      return ValueType.allCases.first { $0.rawValue.utf8.elementsEqual(name.utf8) }
    }
    guard outline.values[member].kind == .array else { return type(member).map { .types([$0]) } }
    var types: [ValueType] = []
    for element in outline.children(of: member) {
      guard let type = type(element) else { return nil }
      types.append(type)
    }
    return .types(types)
  }

  private func number(_ member: Int, _ keyword: Keyword, _ outline: TextOutline) -> Parameter? {
    guard let text = outline.number(member) else { return nil }
    if keyword == .multipleOf {
      // Greater than 0: no sign, and a nonzero digit before the exponent.
      let digits = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }
      guard digits.first != UInt8(ascii: "-"),
        digits.contains(where: { UInt8(ascii: "1")...UInt8(ascii: "9") ~= $0 })
      else { return nil }
    }
    return .number(text)
  }
}

extension ParameterKind {
  /// A description of the allowed values of a keyword.
  var expectation: String {
    switch self {
    case .types: "the name of a type, or a list of such names"
    case .count: "a whole number, 0 or greater"
    case .number: "a number; for `multipleOf`, greater than 0"
    case .flag: "`true` or `false`"
    case .pattern: "a string, an ECMA-262 pattern"
    case .format: "a string, the name of a format"
    case .value: "a value"
    case .values: "an array of values"
    case .names: "an array of strings"
    case .namesByName: "an object of arrays of strings"
    case .schema: "a schema: an object, `true` or `false`"
    case .schemas: "an array of schemas"
    case .schemasByName, .schemasByPattern: "an object of schemas"
    case .schemaOrSchemas: "a schema, or an array of schemas"
    case .dependencies: "an object of schemas and arrays of strings"
    case .reference: "a URI reference, a string"
    }
  }
}
