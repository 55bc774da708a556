import JSONText
import SchemaEvaluation
import SchemaRules

/// Every node of a schema side by side: what each of them says about one value.
///
/// Where a document changes only in that a value becomes another one, and each node says the same of both, no schema
/// around them notices.
struct NodePanel: Sendable {
  private let graph: SchemaGraph
  private let nodes: [NodeID]
  private let evaluator: SchemaEvaluator?

  init(_ schema: Schema) {
    let graph = schema.graph
    nodes = graph.reachableNodes()
    self.graph = graph
    let panel = KeywordUse(.properties, .schemasByName(nodes.map { Named(String($0), $0) }))
    evaluator = try? SchemaEvaluator(graph.schema(of: [panel]))
  }

  /// What each node says about a value; nil if a limit was exceeded.
  private func violations(of value: JSONValue) -> Set<SchemaEvaluator.Violation>? {
    evaluator?.violations(
      of: .object(nodes.map { JSONValue.Member(name: String($0), value: value) })
    ).map { Set($0) }
  }

  private var uses: [KeywordUse] { nodes.flatMap { graph.nodes[$0].keywords } }

  /// Whether a keyword compares whole values, so that it looks at what is inside them.
  private var comparesContainers: Bool {
    uses.contains { use in
      switch (use.keyword, use.parameter) {
      case (.uniqueItems, .flag(true)): true
      case (_, .values(let values)):
        values.contains { $0.arrayValue != nil || $0.objectValue != nil }
      default: false
      }
    }
  }

  /// Whether no document changes its answer where one value becomes another.
  func takes(_ value: JSONValue, as other: JSONValue) -> Bool {
    guard !comparesContainers, let one = violations(of: value) else { return false }
    return one == violations(of: other)
  }

  /// Whether no keyword is about members.
  var ignoresMembers: Bool {
    !comparesContainers
      && uses.allSatisfy { use in
        !use.keyword.description.appliesTo.contains(.object)
          || use.keyword.description.appliesTo == .all
      }
  }

  /// Whether no document changes its answer where members with some values are omitted.
  ///
  /// - Parameters:
  ///   - values: The values; none if there are too many to list.
  ///   - names: The names of the members; nil for any.
  func takes(_ values: [JSONValue], asAbsentIn names: Set<String>?) -> Bool {
    if ignoresMembers { return true }
    guard !comparesContainers, !values.isEmpty else { return false }
    var inner: Set<NodeID> = []
    for use in uses {
      switch (use.keyword, use.parameter) {
      case (.required, .names(let required)):
        guard let names, names.isDisjoint(with: required) else { return false }
      case (.minProperties, _), (.maxProperties, _), (.propertyNames, _), (.dependentRequired, _),
        (.dependentSchemas, _), (.dependencies, _), (.unevaluatedProperties, _),
        (_, .unknownFields(.reject)):
        return false
      case (.properties, .schemasByName(let named)):
        inner.formUnion(named.filter { names?.contains($0.name) ?? true }.map(\.value))
      case (.patternProperties, _), (.additionalProperties, _):
        inner.formUnion(use.parameter.nodes)
      default: break
      }
    }
    let tokens = Set(inner.map { String($0) })
    return values.allSatisfy { value in
      violations(of: value)?.allSatisfy { violation in
        violation.pointer.tokens.first.map { !tokens.contains($0) } ?? false
      } ?? false
    }
  }
}
