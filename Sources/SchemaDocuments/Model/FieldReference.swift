import APIOperations
public import JSONText
import SchemaRules

/// One field of a body, or another place of documents that a schema describes.
public struct FieldReference: Sendable {
  /// The field's place in the body; `*` stands for any index of an array and for any other name.
  public let pointer: JSONPointer
  /// The schema's id with the pointer, such as `add-backup-destination.request/name`; for a schema that was
  /// read from text, the place in that text.
  public let id: String
  /// What the field means.
  public let summary: String
  /// The types that the value can have, in words.
  public let type: String
  /// Whether the field is required; nil for the body itself and for elements of an array.
  public let isRequired: Bool?
  /// Whether the value must not be shown.
  public let isSecret: Bool
  /// The place on the page that describes the field; nil if the operation does not say.
  public let place: String?
  /// The rules, the requirement first.
  public let rules: [RuleReference]
  /// How many other fields the field is in.
  public let depth: Int
  /// The keyword of the schema that leads to the field; nil for the body itself.
  let keyword: Keyword?
  /// Whether an earlier field of the same schema shows what is inside this one.
  let isRepeated: Bool
  /// Valid values from the operation's examples.
  let examples: [VectorIndex.Example]
  /// An earlier field that means the same and has the same rules.
  var twin: (name: String, anchor: String)?

  /// The field's own name; a description in parentheses where it has none.
  public var name: String {
    switch keyword {
    case nil: "(the body)"
    case .items, .prefixItems, .additionalItems, .unevaluatedItems:
      pointer.tokens.last == "*" ? "(each element)" : "(element \(pointer.tokens.last ?? ""))"
    case .patternProperties, .additionalProperties, .unevaluatedProperties: "(other members)"
    case .properties: pointer.tokens.last ?? ""
    case let keyword?: "(\(keyword.rawValue))"
    }
  }

  /// The pointer; a description in parentheses at the root.
  var displayName: String { pointer == .root ? "(the body)" : pointer.description }

  /// The words by which a search finds the field.
  var searchText: String { ([id, summary] + rules.map(\.rule.id)).joined(separator: " ") }

  /// The rules beyond type and presence in a few words each.
  var bounds: [String] { rules.compactMap(\.bound) }

  /// What tables say about the field beside its bounds.
  var marks: [String] { (isSecret ? ["secret"] : []) + (isRepeated ? ["as above"] : []) }

  /// What two fields with the same rules have in common; nil for a body.
  var likeness: [String]? {
    depth == 0
      ? nil
      : [name, summary, type, "\(String(describing: isRequired)) \(isSecret)"]
        + rules.flatMap { [$0.rule.keyword.rawValue, $0.parameterText, $0.origin] }
  }

  static func fields(
    of schema: Schema, _ operation: APIOperation?, _ vectors: VectorIndex
  ) -> [FieldReference] {
    let graph = schema.graph
    let rules = Dictionary(grouping: graph.rules, by: \.subject)
    return graph.places.map { place in
      let node = graph.nodes[place.node]
      return FieldReference(
        pointer: place.pointer,
        id: graph.isDeclared
          ? schema.id + node.pointer.description : graph.location(of: place.node),
        summary: node.summary, type: node.typeText, isRequired: place.isRequired,
        isSecret: place.isSecret, place: operation?.place(of: place.pointer, in: schema),
        rules: (rules[place.node] ?? []).map {
          RuleReference($0, of: operation, vectors.rules[$0.id] ?? .init())
        }, depth: place.depth, keyword: place.keyword, isRepeated: place.isRepeated,
        examples: place.isSecret ? [] : operation?.examples(at: place.pointer, in: schema) ?? [])
    }
  }
}
