import APIOperations
public import JSONText
public import SchemaRules

/// One field of a body.
public struct FieldReference: Sendable {
  /// The field's place in the body; `*` stands for any index of an array.
  public let pointer: JSONPointer
  /// The schema's id with the pointer, such as `add-backup-destination.request/name`.
  public let id: String
  /// What the field must be.
  public let field: FieldSchema
  /// Whether the field must be there; nil for the body itself and for elements of an array.
  public let isRequired: Bool?
  /// Whether the value must not be shown.
  public let isSecret: Bool
  /// The place on the page that describes the field; nil if the operation does not say.
  public let place: String?
  /// The rules, the requirement first.
  public let rules: [RuleReference]

  /// The field's own name; what stands for it where it has none.
  public var name: String {
    switch pointer.tokens.last {
    case nil: "(the body)"
    case "*" where isRequired == nil: "(each element)"
    case let name?: name
    }
  }

  /// In how many containers the field stands.
  public var depth: Int { pointer.tokens.count }

  /// The words by which a search finds the field.
  var searchText: String { ([id, field.summary] + rules.map(\.rule.id)).joined(separator: " ") }

  static func fields(
    of schema: Schema, _ operation: APIOperation, _ vectors: VectorIndex
  ) -> [FieldReference] {
    var rules: [JSONPointer: [RuleReference]] = [:]
    for rule in schema.rules {
      rules[rule.pointer, default: []].append(
        RuleReference(rule, of: operation, vectors.rules[rule.id] ?? .init()))
    }
    var fields: [FieldReference] = []
    func add(_ field: FieldSchema, at pointer: JSONPointer, isRequired: Bool?, isSecret: Bool) {
      let isSecret = isSecret || field.isSecret
      fields.append(
        FieldReference(
          pointer: pointer, id: schema.id + pointer.description, field: field,
          isRequired: isRequired, isSecret: isSecret,
          place: operation.place(of: pointer, in: schema), rules: rules[pointer] ?? []))
      switch field.shape {
      case .object(let object):
        for property in object.properties {
          add(
            property.field, at: pointer.appending(property.name), isRequired: property.isRequired,
            isSecret: isSecret)
        }
      case .array(let items):
        add(items, at: pointer.appending("*"), isRequired: nil, isSecret: isSecret)
      case .string, .number, .integer, .boolean:
        break
      }
    }
    add(schema.root, at: .root, isRequired: nil, isSecret: false)
    return fields
  }
}
