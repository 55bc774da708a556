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
  public private(set) var summary: String
  /// The types that the value can have, in words.
  public let type: String
  /// Whether the field is required; nil for the body itself and for elements of an array.
  public private(set) var isRequired: Bool?
  /// Whether the value must not be shown.
  public private(set) var isSecret: Bool
  /// The place on the page that describes the field; nil if the operation does not say.
  public let place: String?
  /// The rules, the requirement first.
  public private(set) var rules: [RuleReference]
  /// How many other fields the field is in.
  public let depth: Int
  /// The keyword of the schema that leads to the field; nil for the body itself.
  let keyword: Keyword?
  /// Whether the schema is that of a body, and not one on its own.
  private let isInOperation: Bool
  /// What to call the schema where it is one of several for the same value; empty without a name.
  let alternative: String
  /// Whether an earlier field of the same schema shows what is inside this one.
  private(set) var isRepeated: Bool
  /// Valid values from the operation's examples.
  let examples: [VectorIndex.Example]
  /// The name by which links lead to the field.
  private(set) var anchor = ""
  /// An earlier field that means the same and has the same rules.
  var twin: (name: String, anchor: String)?

  /// The field's own name; a description in parentheses where it has none.
  public var name: String {
    switch keyword {
    case nil: isInOperation ? "(the body)" : "(the document)"
    case .items, .prefixItems, .additionalItems, .unevaluatedItems:
      pointer.tokens.last == "*" ? "(each element)" : "(element \(pointer.tokens.last ?? ""))"
    case .patternProperties, .additionalProperties, .unevaluatedProperties: "(other members)"
    case .properties: pointer.tokens.last ?? ""
    case let keyword?: "(\(keyword.rawValue)\(alternative.isEmpty ? "" : " \(alternative)"))"
    }
  }

  /// The pointer; a description in parentheses at the root, and behind the pointer of one of several schemas.
  var displayName: String {
    let isInPlace = keyword?.isInPlace == true
    if pointer == .root { return name }
    return isInPlace ? "\(pointer) \(name)" : pointer.description
  }

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
    of schema: Schema, _ operation: APIOperation?, _ vectors: VectorIndex,
    _ examples: [APIOperation.Example]
  ) -> [FieldReference] {
    let graph = schema.graph
    let rules = Dictionary(grouping: graph.rules, by: \.subject)
    let examples = examples.trees(of: schema)
    var kinds = NodeKinds(graph)
    var fields: [FieldReference] = []
    // For each place around the one at hand, and for each field, the field that it is part of.
    var open: [Int] = []
    var outer: [Int] = []
    var required: [Set<[UInt8]>] = []
    for place in graph.places {
      open.removeSubrange(min(place.depth, open.count)...)
      let node = graph.nodes[place.node]
      let own = (rules[place.node] ?? []).map {
        RuleReference($0, of: operation, vectors.rules[$0.id] ?? .init())
      }
      if let field = open.last, place.isPartOfOuter(node) {
        fields[field].add(own, node.summary, place)
        required[field].formUnion(node.requiredNames)
        open.append(field)
        continue
      }
      outer.append(open.last ?? 0)
      required.append(node.requiredNames)
      fields.append(
        FieldReference(
          pointer: place.pointer,
          id: graph.isDeclared
            ? schema.id + node.pointer.description : graph.location(of: place.node),
          summary: node.summary,
          type: node[.type] == nil ? kinds.kinds(of: place.node).words : node.typeText,
          isRequired: place.isRequired, isSecret: place.isSecret,
          place: operation?.place(of: place.pointer, in: schema), rules: own,
          depth: open.last.map { fields[$0].depth + 1 } ?? 0, keyword: place.keyword,
          isInOperation: operation != nil,
          alternative: place.keyword?.isInPlace == true
            ? graph.alternativeName(of: place.node) : "",
          isRepeated: place.isRepeated,
          examples: place.isSecret
            ? [] : examples.values(at: place.pointer, kinds.kinds(of: place.node))))
      open.append(fields.count - 1)
    }
    // A schema may require what another one for the same value describes.
    for (index, field) in fields.enumerated() where field.isRequired == false {
      fields[index].isRequired = required[outer[index]].contains(Array(field.name.utf8))
    }
    return fields
  }

  /// Takes the anchors of the field and its rules, as far as nobody has them: a schema that several fields share
  /// is at each of their places.
  ///
  /// - Parameter taken: how often each anchor has been asked for.
  mutating func takeAnchors(beside taken: inout [String: Int]) {  // strings: percent-encoded
    func isFirst(_ anchor: String) -> Bool {
      taken[anchor, default: 0] += 1
      return taken[anchor] == 1
    }
    let own = Anchor.field(id)
    anchor = own
    while !isFirst(anchor) { anchor = "\(own)-\(taken[own, default: 0])" }
    for index in rules.indices {
      let anchor = Anchor.rule(rules[index].rule.id)
      rules[index].anchor = isFirst(anchor) ? anchor : nil
    }
  }

  /// Adds what another schema says of the same values.
  private mutating func add(_ more: [RuleReference], _ text: String, _ place: SchemaGraph.Place) {
    rules += more
    if summary.isEmpty { summary = text }
    isSecret = isSecret || place.isSecret
    isRepeated = isRepeated || place.isRepeated
  }
}

extension SchemaGraph.Place {
  /// Whether what a node says of the place belongs to the field around it: schemas that apply as well, and the
  /// schema `false` for whatever is not declared.
  fileprivate func isPartOfOuter(_ node: SchemaNode) -> Bool {
    switch keyword {
    case .allOf, .ref, .dynamicRef, .recursiveRef: true
    // The types of the field around it name these.
    case .anyOf, .oneOf:
      node.summary.isEmpty && node.annotations.isEmpty
        && node.keywords.allSatisfy { $0.keyword == .type }
    case .additionalProperties, .unevaluatedProperties, .items, .additionalItems, .unevaluatedItems:
      node.isFalse
    default: false
    }
  }
}

extension SchemaGraph {
  /// What to call one of several schemas for a value: its name where it has one, or its title.
  fileprivate func alternativeName(of node: NodeID) -> String {
    let tokens = nodes[node].pointer.tokens.suffix(2)
    if let last = tokens.last, Int(last) == nil,
      isDeclared || ["$defs", "definitions", "schemas"].contains(tokens.first)
    {
      return last
    }
    return nodes[node].annotations.first { $0.name == "title" }?.value.stringValue ?? ""
  }
}

extension KindSet {
  /// The types in words: `any` if every type is allowed.
  fileprivate var words: String {
    self == .all
      ? "any" : isEmpty ? "nothing" : types.map(\.rawValue).joined(separator: " or ")
  }
}
