import APIOperations
import JSONText
import SchemaRules

/// Turns fields into objects of keywords, in one of the dialects of JSON Schema.
struct SchemaBuilder {
  /// What differs between the formats that hold schemas.
  enum Dialect {
    /// JSON Schema 2020-12: remarks are `$comment`, examples are lists.
    case draft2020
    /// The dialect of OpenAPI 3.1: as 2020-12, with extensions.
    case openAPI31
    /// The dialect of OpenAPI 3.0: a single example, with extensions.
    case openAPI30
  }

  /// The operation that the schemas belong to, which knows the place of each rule.
  private let operation: APIOperation
  let dialect: Dialect
  /// Whether the document is sent, and not received.
  let isSent: Bool
  /// Valid documents, from which fields take their examples.
  let examples: [JSONValue]
  /// The ids of the rules that were stated so far.
  private(set) var rules: Set<String>

  init(
    _ operation: APIOperation, _ dialect: Dialect, isSent: Bool, examples: [JSONValue],
    rules: Set<String> = []
  ) {
    self.operation = operation
    self.dialect = dialect
    self.isSent = isSent
    self.examples = examples
    self.rules = rules
  }

  /// The keywords of a schema's root field.
  mutating func keywords(of schema: Schema) -> JSONMembers {
    let rules = Dictionary(grouping: schema.rules, by: \.pointer)
    var members = JSONMembers()
    add(schema.root, at: .root, isSecret: false, rules, to: &members)
    return members
  }

  private mutating func add(
    _ field: FieldSchema, at pointer: JSONPointer, isSecret: Bool, _ all: [JSONPointer: [Rule]],
    to members: inout JSONMembers
  ) {
    let isSecret = isSecret || field.isSecret
    let rules = all[pointer] ?? []
    if pointer != .root { members.add("description", field.summary) }
    add(remarksOn: rules, isSecret: isSecret, to: &members)
    members.add("type", field.type.rawValue)
    self.rules.formUnion(rules.filter { $0.keyword == .type }.map(\.id))

    switch field.shape {
    case .string(let constraints):
      for constraint in constraints { add(constraint, rules, to: &members) }
    case .object(let object):
      addObject(object, at: pointer, isSecret: isSecret, all, to: &members)
    case .array(let items):
      var inner = JSONMembers()
      add(items, at: pointer.appending("*"), isSecret: isSecret, all, to: &inner)
      members.add("items", inner.value)
    case .number, .integer, .boolean:
      break
    }
    if pointer != .root && !isSecret { add(examplesAt: pointer, of: field, to: &members) }
  }

  private mutating func addObject(
    _ object: ObjectSchema, at pointer: JSONPointer, isSecret: Bool, _ all: [JSONPointer: [Rule]],
    to members: inout JSONMembers
  ) {
    var properties = JSONMembers()
    for property in object.properties {
      let place = pointer.appending(property.name)
      var inner = JSONMembers()
      add(property.field, at: place, isSecret: isSecret, all, to: &inner)
      properties.add(property.name, inner.value)
      let required = (all[place] ?? []).filter { $0.keyword == .required }
      rules.formUnion(required.map(\.id))
    }
    if !object.properties.isEmpty { members.add("properties", properties.value) }
    let required = object.properties.filter(\.isRequired).map(\.name)
    // Draft 4, from which OpenAPI 3.0 descends, has no empty list of required members.
    if !required.isEmpty { members.add("required", .texts(required)) }
    // Stated even where it is the default, so that nobody has to wonder.
    members.add("additionalProperties", .boolean(object.unknownFields != .reject))
    if object.unknownFields != .report {
      let policies = (all[pointer] ?? []).filter { $0.keyword == .additionalProperties }
      rules.formUnion(policies.map(\.id))
    }
  }

  private mutating func add(
    _ constraint: Constraint, _ rules: [Rule], to members: inout JSONMembers
  ) {
    switch constraint.kind {
    case .minLength(let bound), .maxLength(let bound):
      members.add(constraint.keyword.rawValue, bound)
    case .pattern(let source):
      members.add("pattern", source)
    case .enumeration(let values):
      members.add("enum", .texts(values))
    }
    self.rules.formUnion(rules.filter { $0.keyword == constraint.keyword }.map(\.id))
  }

  // MARK: Annotations

  private func add(remarksOn rules: [Rule], isSecret: Bool, to members: inout JSONMembers) {
    // `writeOnly` on a received body would say that it never holds the member.
    if isSecret && isSent { members.add("writeOnly", .boolean(true)) }
    switch dialect {
    case .draft2020:
      let remarks = rules.filter { $0.provenance.status != .documented }.map {
        "\($0.id): \($0.provenance.status.rawValue). \($0.provenance.note)"
      }
      let secret = isSecret ? ["The value is secret."] : []
      let text = (secret + remarks).joined(separator: "\n")
      if !text.isEmpty { members.add("$comment", text) }
    case .openAPI31, .openAPI30:
      if isSecret { members.add("x-secret", .boolean(true)) }
      if !rules.isEmpty { members.add("x-rules", .array(rules.map(annotation(of:)))) }
    }
  }

  /// A rule's id, place and provenance as an object.
  private func annotation(of rule: Rule) -> JSONValue {
    var members = JSONMembers()
    members.add("rule", rule.id)
    if let place = operation.place(of: rule) { members.add("place", place) }
    members.add("provenance", rule.provenance.status.rawValue)
    if !rule.provenance.note.isEmpty { members.add("note", rule.provenance.note) }
    return members.value
  }

  private func add(
    examplesAt pointer: JSONPointer, of field: FieldSchema, to members: inout JSONMembers
  ) {
    switch field.shape {
    case .object, .array: return
    case .string, .number, .integer, .boolean: break
    }
    var values: [JSONValue] = []
    for value in examples.compactMap({ $0.value(at: pointer) }) where !values.contains(value) {
      values.append(value)
    }
    guard let first = values.first else { return }
    if dialect == .openAPI30 {
      members.add("example", first)
    } else {
      members.add("examples", .array(values))
    }
  }
}
