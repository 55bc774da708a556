import APIOperations
import JSONText
import SchemaRules

/// Turns the nodes of a schema into objects of keywords, in one of the dialects of JSON Schema.
struct SchemaBuilder {
  /// The format, which is JSON Schema or OpenAPI.
  let format: ExportFormat
  /// The operation that the schema belongs to, which knows the place of each rule; nil for a single schema.
  private let operation: APIOperation?
  /// Whether the document is sent instead of received.
  private let isSent: Bool
  /// Valid documents, from which fields take their examples.
  let examples: [JSONValue]
  private let graph: SchemaGraph
  /// The rules of a declaration, by the node that they concern.
  private let rules: [NodeID: [Rule]]
  private var definitions: SchemaDefinitions
  private let hasUnevaluatedItems: Bool

  /// - Parameter address: The place of the component in a document that contains the schema; nil if the schema is a
  ///   separate document.
  init(
    _ schema: Schema, of operation: APIOperation?, _ format: ExportFormat,
    address: String? = nil
  ) {
    self.format = format
    self.operation = operation
    isSent = schema.id == operation?.request?.id
    examples = (operation?.completedExamples ?? []).filter { $0.schemaID == schema.id }
      .compactMap(\.value)
    graph = schema.graph
    rules = graph.isDeclared ? Dictionary(grouping: graph.rules, by: \.subject) : [:]
    definitions = SchemaDefinitions(graph, address: address)
    hasUnevaluatedItems = graph.nodes.contains { $0[.unevaluatedItems] != nil }
  }

  /// The keywords of the schema's root, and the definitions.
  mutating func keywords() -> JSONMembers {
    var members = rootKeywords()
    let named = namedSchemas()
    if !named.isEmpty { members.add("$defs", .object(named)) }
    return members
  }

  /// The keywords of the schema's root.
  mutating func rootKeywords() -> JSONMembers { keywords(of: definitions.root) }

  /// The schemas that references point to, by name.
  mutating func namedSchemas() -> [JSONValue.Member] {
    definitions.members.map {
      JSONValue.Member(name: definitions.name(of: $0) ?? "", value: object(for: $0))
    }
  }

  /// The schema of a member, as the value of a keyword.
  private mutating func schema(_ member: Member, of keyword: Keyword? = nil) -> JSONValue {
    if let reference = definitions.reference(to: member) {
      return .members(["$ref": .string(reference)])
    }
    return object(for: member, of: keyword)
  }

  /// The schema of a member as an object: OpenAPI 3.0 allows boolean schemas only for `additionalProperties`.
  private mutating func object(for member: Member, of keyword: Keyword? = nil) -> JSONValue {
    let members = keywords(of: member)
    guard format != .openAPI30 || keyword == .additionalProperties else { return members.value }
    if graph.nodes[member.node].isFalse { return .boolean(false) }
    return members.members.isEmpty ? .boolean(true) : members.value
  }

  private mutating func keywords(of member: Member) -> JSONMembers {
    let node = graph.nodes[member.node]
    let isRoot = member.node == graph.root
    var members = JSONMembers()
    if graph.isDeclared {
      if !isRoot { members.add("description", node.summary) }
      addRemarks(on: member.node, to: &members)
    } else {
      for annotation in node.annotations {
        guard let kept = annotation.kept(in: format) else { continue }
        members.add(kept.name, kept.value)
      }
    }
    for rank in 0...Keyword.lastRank {
      for use in node.keywords where use.keyword.exportRank == rank {
        add(use, of: member, to: &members)
      }
    }
    if !isRoot && !node.isSecret { add(examplesOf: node, to: &members) }
    if format == .openAPI30 { members.keepSiblingsOfReference() }
    return members
  }

  // MARK: Keywords

  private mutating func add(_ use: KeywordUse, of member: Member, to members: inout JSONMembers) {
    guard format.writes(use.keyword) else { return }
    let name = use.keyword.rawValue
    let inner = definitions.inner(use, of: member)
    switch (use.keyword, use.parameter) {
    case (.falseSchema, _): members.add("not", .object([]))
    case (_, .types(let types)): add(types, to: &members)
    case (_, .count(let bound)): members.add(name, bound)
    case (.exclusiveMinimum, .number(let bound)) where format == .openAPI30,
      (.exclusiveMaximum, .number(let bound)) where format == .openAPI30:
      // There, the keyword makes the other bound exclusive.
      let bounded = use.keyword == .exclusiveMinimum ? "minimum" : "maximum"
      members.append(to: "allOf", [.members([bounded: .number(bound), name: .boolean(true)])])
    case (_, .number(let number)): members.add(name, .number(number))
    case (_, .flag(let flag)): members.add(name, .boolean(flag))
    case (_, .pattern(let text)), (_, .format(let text, _)): members.add(name, text)
    case (.const, .values(let values)) where format != .openAPI30:
      members.add(name, values.first ?? .null)
    case (_, .values(let values)): members.add("enum", .array(values))
    case (_, .names(let names)):
      // A declaration has one keyword for each name. In draft 4, from which OpenAPI 3.0 descends, the list of
      // required members cannot be empty.
      if !names.isEmpty { members.append(to: name, names.map(JSONValue.string)) }
    case (_, .namesByName(let named)):
      members.add(name, .object(named.map { .init(name: $0.name, value: .texts($0.value)) }))
    case (_, .schema) where use.keyword.isReference, (_, .dynamicReference):
      for target in inner { members.add("$ref", definitions.reference(to: target) ?? "#") }
    case (.additionalItems, _):
      guard case .schemas = graph.nodes[member.node][.items] else { return }
      for schema in inner { members.add("items", self.schema(schema)) }
    case (.contains, _) where hidesContains(in: member):
      for schema in inner { addContains(schema, of: member, to: &members) }
    case (.minContains, _) where hidesContains(in: member),
      (.maxContains, _) where hidesContains(in: member):
      break
    case (_, .schema):
      for schema in inner { members.add(name, self.schema(schema, of: use.keyword)) }
    case (.allOf, .schemas): members.append(to: name, inner.map { schema($0) })
    case (_, .schemas):
      members.add(name == "items" ? "prefixItems" : name, .array(inner.map { schema($0) }))
    case (_, .schemasByName(let named)):
      let schemas = zip(named, inner).map { JSONValue.Member(name: $0.name, value: schema($1)) }
      if !schemas.isEmpty || !graph.isDeclared { members.add(name, .object(schemas)) }
    case (_, .unknownFields(let policy)):
      // Also written if it is the default, so readers need not wonder.
      members.add(name, .boolean(policy != .reject))
    case (_, .dependencies(let dependencies)):
      add(dependencies, inner, to: &members)
    }
  }

  private func add(_ types: [ValueType], to members: inout JSONMembers) {
    guard format == .openAPI30 else {
      members.add(
        "type", types.count == 1 ? .string(types[0].rawValue) : .texts(types.map(\.rawValue)))
      return
    }
    // There, `type` is a single name other than `null`.
    let others = types.filter { $0 != .null }
    switch others.count {
    case 0: members.add("enum", .array([.null]))
    case 1:
      members.add("type", others[0].rawValue)
      if others.count < types.count { members.add("nullable", .boolean(true)) }
    default:
      let alternatives = types.map { type -> JSONValue in
        .members(type == .null ? ["enum": .array([.null])] : ["type": .string(type.rawValue)])
      }
      members.add("anyOf", .array(alternatives))
    }
  }

  /// Adds a keyword that drafts since 2019-09 split into two.
  private mutating func add(
    _ dependencies: [Named<Dependency>], _ inner: [Member], to members: inout JSONMembers
  ) {
    var targets = inner[...]
    var (required, schemas): ([JSONValue.Member], [JSONValue.Member]) = ([], [])
    for dependency in dependencies {
      if case .names(let names) = dependency.value {
        required.append(.init(name: dependency.name, value: .texts(names)))
      } else if let target = targets.popFirst() {
        schemas.append(.init(name: dependency.name, value: schema(target)))
      }
    }
    if !required.isEmpty { members.add("dependentRequired", .object(required)) }
    if !schemas.isEmpty { members.add("dependentSchemas", .object(schemas)) }
  }

  // MARK: Elements that contains evaluates

  /// Whether the elements that match `contains` must not count as evaluated, as in drafts before 2020-12.
  private func hidesContains(in member: Member) -> Bool {
    hasUnevaluatedItems && graph.dialect(of: member.node) < .draft2020
  }

  /// Adds `contains` inside two `not`, where keywords evaluate nothing.
  private mutating func addContains(
    _ schema: Member, of member: Member, to members: inout JSONMembers
  ) {
    var contains = JSONMembers()
    contains.add("contains", self.schema(schema))
    for keyword in [Keyword.minContains, .maxContains] {
      guard case .count(let bound) = graph.nodes[member.node][keyword] else { continue }
      contains.add(keyword.rawValue, bound)
    }
    members.append(to: "allOf", [.members(["not": .members(["not": contains.value])])])
  }

  // MARK: Annotations

  private func addRemarks(on node: NodeID, to members: inout JSONMembers) {
    let rules = rules[node] ?? []
    let isSecret = graph.nodes[node].isSecret
    // In a received body, `writeOnly` would mean that the member is never present.
    if isSecret && isSent { members.add("writeOnly", .boolean(true)) }
    if format == .jsonSchema {
      let remarks = rules.filter { $0.provenance.status != .documented }.map {
        "\($0.id): \($0.provenance.status.rawValue). \($0.provenance.note)"
      }
      let text = ((isSecret ? ["The value is secret."] : []) + remarks).joined(separator: "\n")
      if !text.isEmpty { members.add("$comment", text) }
    } else {
      if isSecret { members.add("x-secret", .boolean(true)) }
      if !rules.isEmpty { members.add("x-rules", .array(rules.map(annotation(of:)))) }
    }
  }

  /// A rule's id, place and provenance as an object.
  private func annotation(of rule: Rule) -> JSONValue {
    var members = JSONMembers()
    members.add("rule", rule.id)
    if let place = operation?.place(of: rule) { members.add("place", place) }
    members.add("provenance", rule.provenance.status.rawValue)
    if !rule.provenance.note.isEmpty { members.add("note", rule.provenance.note) }
    return members.value
  }

  private func add(examplesOf node: SchemaNode, to members: inout JSONMembers) {
    var values: [JSONValue] = []
    for value in examples.compactMap({ $0.value(at: node.pointer) }) where !values.contains(value) {
      if value.objectValue == nil, value.arrayValue == nil { values.append(value) }
    }
    guard let first = values.first else { return }
    if format == .openAPI30 {
      members.add("example", first)
    } else {
      members.add("examples", .array(values))
    }
  }
}

extension Keyword {
  static let lastRank = 4

  /// The position among the keywords of an exported schema: the type comes first, the schemas of inner values last.
  fileprivate var exportRank: Int {
    switch self {
    case .type: 0
    case .properties: 2
    case .required: 3
    case .additionalProperties: 4
    default: 1
    }
  }
}

extension Named<JSONValue> {
  /// The annotation as the format expresses it; nil if it would have another meaning there, like annotations that
  /// older drafts lack or OpenAPI's references into its own document.
  fileprivate func kept(in format: ExportFormat) -> Named? {
    guard Keyword(rawValue: name) == nil, !name.utf8.starts(with: "$".utf8) else { return nil }
    switch (name, value) {
    case ("definitions", _), ("contentSchema", _), ("nullable", _), ("discriminator", _): return nil
    case ("examples", .array(let values)) where format == .openAPI30:
      return values.first.map { Named("example", $0) }
    case ("example", let value) where format != .openAPI30:
      return Named("examples", .array([value]))
    case ("examples", .array), ("deprecated", .boolean), ("readOnly", .boolean),
      ("writeOnly", .boolean):
      return self
    // Drafts without these keywords allow any value for them.
    case ("examples", _), ("deprecated", _), ("readOnly", _), ("writeOnly", _): return nil
    default: return self
    }
  }
}
