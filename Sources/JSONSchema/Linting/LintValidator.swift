import JSONText
import SchemaRules

/// Validates values by the keywords of one schema at a time, with the validator itself.
///
/// Each schema is compiled once for each aspect, and the number of validated values is limited, so the cost does not
/// depend on how schemas refer to one another.
final class LintValidator {
  /// The maximum number of values to validate; every 64 bytes of a value count as one.
  private static let maximumValues = 1 << 20

  /// The keywords to apply.
  enum Aspect {
    /// Keywords that assert something about a value and apply no schemas.
    case values
    /// Keywords that forbid members and elements regardless of their values.
    case shapes

    fileprivate func contains(_ use: KeywordUse) -> Bool {
      switch self {
      case .values: use.parameter.nodes.isEmpty
      case .shapes: Self.shapeKeywords.contains(use.keyword)
      }
    }

    private static let shapeKeywords: Set<Keyword> = [
      .properties, .patternProperties, .additionalProperties, .maxProperties, .prefixItems, .items,
      .additionalItems,
    ]
  }

  private struct Key: Hashable {
    let node: NodeID
    let aspect: Aspect
  }

  let graph: SchemaGraph
  private var validators: [Key: Validator?] = [:]
  private var validatedCount = 0
  /// Whether the limit on validated values is reached.
  var isExhausted: Bool { validatedCount >= Self.maximumValues }

  init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  /// The violations of a keyword by an instance, validated with the keywords that apply together.
  func errors(
    in instance: String, of aspect: Aspect, by part: Conjunction.Part, _ schema: Conjunction
  ) -> [FieldError] {
    var seen: Set<NodeID> = []
    var errors: [FieldError] = []
    for other in schema.parts where other.meets(part) && seen.insert(other.node).inserted {
      guard !isExhausted else { break }
      validatedCount += 1 + instance.utf8.count / 64
      errors += validator(other.node, aspect)?.validate(instance).errors ?? []
    }
    return errors
  }

  private func validator(_ node: NodeID, _ aspect: Aspect) -> Validator? {
    let key = Key(node: node, aspect: aspect)
    if let known = validators[key] { return known }
    let keywords = graph.nodes[node].keywords.filter(aspect.contains)
    let validator = keywords.isEmpty ? nil : validator(keywords, node)
    validators[key] = .some(validator)
    return validator
  }

  /// A validator of the given keywords. It treats the schemas that they apply as accepting every value, except the schema
  /// `false`.
  private func validator(_ keywords: [KeywordUse], _ node: NodeID) -> Validator? {
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
    let dialect = graph.resources[graph.nodes[node].resource].dialect
    let part = SchemaGraph(
      origin: .text, nodes: nodes, root: 0, resources: [SchemaResource(dialect: dialect)])
    return try? Validator(Schema(id: "part", title: "", graph: part))
  }
}
