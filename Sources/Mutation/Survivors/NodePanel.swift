import JSONText
import SchemaEvaluation
import SchemaRules

/// Evaluates one value with every node of a schema.
///
/// If every node has the same violations for two values, no document has another answer with one in place of the other.
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

  /// The violations of a value by each node; nil if a limit was exceeded.
  private func violations(of value: JSONValue) -> Set<SchemaEvaluator.Violation>? {
    evaluator?.violations(
      of: .object(nodes.map { JSONValue.Member(name: String($0), value: value) })
    ).map { Set($0) }
  }

  private var uses: [KeywordUse] { nodes.flatMap { graph.nodes[$0].keywords } }

  /// Whether a keyword compares whole arrays or objects, and so depends on the values inside them.
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

  /// Whether no answer changes if one value is replaced by another.
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

  /// Whether no answer changes if members with some values are omitted.
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
