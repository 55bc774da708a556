import APIOperations
public import JSONText
import SchemaRules

/// A field of a body, or another place in documents that a schema describes.
public struct FieldReference: Sendable {
  /// The field's place in the body; `*` stands for any index of an array and for any other name.
  public let pointer: JSONPointer
  /// The schema's id followed by the pointer, such as `add-backup-destination.request/name`; for a schema that was read
  /// from text, the location in that text.
  public let id: String
  /// The description of the field.
  public private(set) var summary: String
  /// The types that the value can have, in words.
  public let type: String
  /// Whether the field is required; nil for the body itself and for elements of an array.
  public private(set) var isRequired: Bool?
  /// Whether the value is secret.
  public private(set) var isSecret: Bool
  /// The place on the page that describes the field; nil if the operation does not say.
  public let place: String?
  /// The rules, with `required` first.
  public private(set) var rules: [RuleReference]
  /// The required members of the value that no field describes.
  private(set) var undescribedMembers: [String] = []
  /// The number of fields that contain this one.
  public let depth: Int
  /// The keyword that applies the field's schema; nil for the body itself.
  let keyword: Keyword?
  /// Whether the schema belongs to a body instead of standing alone.
  private let isInOperation: Bool
  /// The name of the schema if it is one of several for the same value; may be empty.
  let alternative: String
  /// Whether an earlier field of the same schema shows the fields inside this one.
  private(set) var isRepeated: Bool
  /// The node that describes the field; further nodes can apply to the same value.
  let node: NodeID
  /// Valid values from the operation's examples.
  let examples: [VectorIndex.Example]
  /// The anchor for links to the field.
  private(set) var anchor = ""
  /// An earlier field with the same meaning and rules.
  var twin: (name: String, anchor: String)?

  /// The field's own name, or a description in parentheses if it has none.
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

  /// The pointer. The root has a description in parentheses instead; alternatives have one after the pointer.
  var displayName: String {
    let isInPlace = keyword?.isInPlace == true
    if pointer == .root { return name }
    return isInPlace ? "\(pointer) \(name)" : pointer.description
  }

  /// The words by which a search finds the field.
  var searchText: String { ([id, summary] + rules.map(\.rule.id)).joined(separator: " ") }

  /// The rules beyond type and presence in a few words each.
  var bounds: [String] {
    (undescribedMembers.isEmpty ? [] : ["required \(undescribedMembers.joined(separator: ", "))"])
      + rules.compactMap(\.bound)
  }

  /// Remarks about the field in tables, in addition to its bounds.
  var marks: [String] { (isSecret ? ["secret"] : []) + (isRepeated ? ["as above"] : []) }

  /// The properties in which two similar fields agree; nil for a body.
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
    // For each place that contains the current one, and for each field, the field that it belongs to.
    var open: [Int] = []
    var outer: [Int] = []
    var required: [Set<[UInt8]>] = []
    for place in graph.places {
      open.removeSubrange(min(place.depth, open.count)...)
      let node = graph.nodes[place.node]
      let own = (rules[place.node] ?? []).map {
        RuleReference($0, of: operation, vectors.rules[Array($0.id.utf8)] ?? .init())
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
          isRepeated: place.isRepeated, node: place.node,
          examples: place.isSecret
            ? [] : examples.values(at: place.pointer, kinds.kinds(of: place.node))))
      open.append(fields.count - 1)
    }
    var described = fields.map { _ in Set<[UInt8]>() }
    for (index, field) in fields.enumerated() where field.keyword == .properties {
      let name = Array(field.name.utf8)
      // One schema may require a member that another schema for the same value describes.
      if required[outer[index]].contains(name) { fields[index].isRequired = true }
      described[outer[index]].insert(name)
    }
    // The members of a repeated field are shown above.
    for index in fields.indices where !fields[index].isRepeated {
      fields[index].undescribedMembers = fields[index].rules.flatMap(\.requiredMembers)
        .filter { described[index].insert(Array($0.utf8)).inserted }
    }
    return fields
  }

  /// Assigns unused anchors to the field and its rules. A schema that several fields share appears at each of them.
  ///
  /// - Parameter taken: The number of times that each anchor was requested.
  mutating func takeAnchors(notIn taken: inout [String: Int]) {  // strings: percent-encoded
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

  /// Adds the rules and description of another schema for the same values.
  private mutating func add(_ more: [RuleReference], _ text: String, _ place: SchemaGraph.Place) {
    rules += more
    if summary.isEmpty { summary = text }
    isSecret = isSecret || place.isSecret
    isRepeated = isRepeated || place.isRepeated
  }
}

extension SchemaGraph.Place {
  /// Whether the node's rules belong to the enclosing field: additional schemas for the same value, and the schema
  /// `false` for undeclared members.
  fileprivate func isPartOfOuter(_ node: SchemaNode) -> Bool {
    switch keyword {
    case .allOf, .ref, .dynamicRef, .recursiveRef: true
    // The types of the enclosing field name these.
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
  /// A label for one of several schemas for a value: its name if it has one, or else its title.
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
