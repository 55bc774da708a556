import JSONText
import SchemaRules

extension SchemaCheck {
  /// Lower bounds above upper ones.
  static func ranges(_ graph: SchemaGraph, _ node: NodeID) -> [Finding] {
    let schema = graph.nodes[node]
    var findings: [Finding] = []
    let counts: [(Keyword, Keyword)] = [
      (.minLength, .maxLength), (.minItems, .maxItems), (.minProperties, .maxProperties),
      (.minContains, .maxContains),
    ]
    for (lower, upper) in counts {
      guard case .count(let maximum) = schema[upper] else { continue }
      // Without `minContains`, an element must satisfy `contains`.
      var minimum = lower == .minContains ? 1 : 0
      if case .count(let bound) = schema[lower] { minimum = bound }
      guard minimum > maximum else { continue }
      findings.append(range(lower, "\(minimum)", upper, "\(maximum)"))
    }
    for lower in [Keyword.minimum, .exclusiveMinimum] {
      for upper in [Keyword.maximum, .exclusiveMaximum] {
        guard case .number(let minimum) = schema[lower], case .number(let maximum) = schema[upper]
        else { continue }
        // The lower bound itself must be below the upper one, or equal to it where both belong to the range.
        let bound: Keyword = lower == .minimum ? upper : .exclusiveMaximum
        let rule = KeywordUse(bound, .number(maximum))
        if !errors(in: minimum, by: [rule], of: graph, node).isEmpty {
          findings.append(range(lower, minimum, upper, maximum))
        }
      }
    }
    return findings
  }

  private static func range(
    _ lower: Keyword, _ minimum: String, _ upper: Keyword, _ maximum: String
  ) -> Finding {
    Finding(
      .emptyRange, [upper.rawValue],
      "no value satisfies both `\(lower.rawValue)` \(minimum) and `\(upper.rawValue)` \(maximum)")
  }

  /// Listed values that the schema's other assertions reject.
  static func values(_ graph: SchemaGraph, _ node: NodeID) -> [Finding] {
    var findings: [Finding] = []
    let keywords = graph.nodes[node].keywords
    for use in keywords {
      guard case .values(let values) = use.parameter, !values.isEmpty else { continue }
      let others = keywords.filter { $0.keyword != use.keyword && $0.parameter.nodes.isEmpty }
      guard !others.isEmpty, let validator = validator(others, graph, node) else { continue }
      let rejected = values.indices.compactMap { index in
        validator.validate(values[index].compactText).errors.first.map { (index, $0) }
      }
      let name = use.keyword.rawValue
      if rejected.count == values.count, let error = rejected.first?.1 {
        findings.append(
          Finding(
            .impossibleEnumeration, [name],
            "no listed value is valid: \(values.count == 1 ? "it" : "the first one") "
              + "\(error.requirement)"))
      } else {
        findings += rejected.map { index, error in
          Finding(
            .impossibleValue, [name, String(index)],
            "the value can never be valid: it \(error.requirement)")
        }
      }
    }
    return findings
  }

  /// How many elements are tried, where a schema requires so many.
  private static let triedElements = 1000

  /// Members and elements that must be there and must not.
  static func required(_ graph: SchemaGraph, _ node: NodeID) -> [Finding] {
    let schema = graph.nodes[node]
    var instances: [(keyword: Keyword, text: String)] = []
    if case .names(let names) = schema[.required], !names.isEmpty {
      var seen: Set<[UInt8]> = []
      let members = names.filter { seen.insert(Array($0.utf8)).inserted }
        .map { JSONValue.Member(name: $0, value: .null) }
      instances.append((.required, JSONValue.object(members).compactText))
    }
    if case .count(let count) = schema[.minItems], 1...triedElements ~= count {
      let elements = [JSONValue](repeating: .null, count: count)
      instances.append((.minItems, JSONValue.array(elements).compactText))
    }
    let shape = schema.keywords.filter { shapeKeywords.contains($0.keyword) }
    guard !instances.isEmpty, !shape.isEmpty,
      let validator = validator(shape, graph, node)
    else { return [] }
    return instances.flatMap { keyword, text in
      validator.validate(text).errors.map { error in
        let name = error.pointer.tokens.first ?? ""
        let what =
          keyword == .required ? "member \(JSONValue.string(name).compactText)" : "element \(name)"
        return Finding(
          .forbiddenMember, [keyword.rawValue],
          error.pointer == .root
            ? "contradicts `\(error.keyword.rawValue)`: the value \(error.requirement)"
            : "requires the \(what), which is forbidden")
      }
    }
  }

  /// Keywords that forbid members and elements, whatever their values.
  private static let shapeKeywords: Set<Keyword> = [
    .properties, .patternProperties, .additionalProperties, .maxProperties,
    .prefixItems, .items, .additionalItems,
  ]

  // MARK: The validator as a judge

  private static func errors(
    in text: String, by keywords: [KeywordUse], of graph: SchemaGraph, _ node: NodeID
  ) -> [FieldError] {
    validator(keywords, graph, node)?.validate(text).errors ?? []
  }

  /// A validator of some keywords of a node. Of the schemas that they apply, `false` rejects every value, and
  /// the others are taken to accept all of them.
  private static func validator(
    _ keywords: [KeywordUse], _ graph: SchemaGraph, _ node: NodeID
  ) -> Validator? {
    let (accepting, rejecting) = (1, 2)
    func stand(_ target: NodeID) -> NodeID { graph.nodes[target].isFalse ? rejecting : accepting }
    let keywords = keywords.map { use in
      var use = use
      switch use.parameter {
      case .schema(let target): use.parameter = .schema(stand(target))
      case .schemas(let targets): use.parameter = .schemas(targets.map(stand))
      case .schemasByName(let named):
        use.parameter = .schemasByName(named.map { Named($0.name, stand($0.value)) })
      default: break
      }
      return use
    }
    let nodes = [
      SchemaNode(pointer: .root, keywords: keywords), SchemaNode(pointer: .root),
      SchemaNode(pointer: .root, keywords: [KeywordUse(.falseSchema, .flag(false))]),
    ]
    let resource = graph.resources[graph.nodes[node].resource]
    let part = SchemaGraph(
      origin: .text, nodes: nodes, root: 0, resources: [SchemaResource(dialect: resource.dialect)])
    return try? Validator(Schema(id: "part", title: "", graph: part))
  }
}

extension FieldError {
  /// What the value must be instead, without its place.
  fileprivate var requirement: String {
    rule.statement(of: actual, withholdsName: false)
  }
}
