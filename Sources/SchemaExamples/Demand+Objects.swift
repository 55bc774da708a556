import ECMARegex
import JSONText
package import SchemaRules

extension Demand {
  package var requiredNames: [String] {
    uses.reduce(into: []) { names, use in
      guard use.use.keyword == .required, case .names(let required) = use.use.parameter else {
        return
      }
      for name in required where !names.contains(name) { names.append(name) }
    }
  }

  /// The names that some node declares.
  package var declaredNames: [String] {
    uses.reduce(into: []) { names, use in
      guard use.use.keyword == .properties, case .schemasByName(let named) = use.use.parameter
      else { return }
      for property in named where !names.contains(property.name) { names.append(property.name) }
    }
  }

  /// The nodes that apply to a member.
  package func memberNodes(_ name: String) -> [NodeID] {
    var isEvaluated = false
    var unevaluated: [NodeID] = []
    var result: [NodeID] = []
    for node in nodes.map({ graph.nodes[$0] }) {
      var own: [NodeID] = []
      if case .schemasByName(let named) = node[.properties] {
        own += named.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
      }
      if case .schemasByName(let named) = node[.patternProperties] {
        own += named.filter {
          (try? Pattern($0.name, grammar: .annexB))?.match(name) == .match
        }.map(\.value)
      }
      if own.isEmpty, case .schema(let other) = node[.additionalProperties] { own.append(other) }
      if case .schema(let other) = node[.unevaluatedProperties] { unevaluated.append(other) }
      isEvaluated = isEvaluated || !own.isEmpty
      result += own
    }
    return isEvaluated ? result : result + unevaluated
  }

  /// The requirements of several nodes and of the schemas that they apply unconditionally.
  private func demand(of nodes: [NodeID]) -> Demand {
    var demand = Demand(graph)
    var pending = nodes
    while let node = pending.popLast() {
      guard demand.add(node) else { continue }
      for use in graph.nodes[node].keywords where [.ref, .allOf].contains(use.keyword) {
        pending += use.parameter.nodes
      }
    }
    return demand
  }

  /// A member whose values here violate an alternative, such as a type with another name. Returns nil if there is none.
  func distinction(from alternative: NodeID) -> String? {
    let other = demand(of: [alternative])
    return declaredNames.first { name in
      guard let values = demand(of: memberNodes(name)).listedValues,
        let others = demand(of: other.memberNodes(name)).listedValues
      else { return false }
      return !values.isEmpty && !values.contains(where: others.contains)
    }
  }

  /// A member that an object may have and that violates an alternative. Returns nil if there is none.
  func violation(of alternative: NodeID) -> JSONValue.Member? {
    let other = demand(of: [alternative])
    let declared = declaredNames
    let values: [JSONValue] = [
      .number("0"), .string(""), .boolean(false), .array([]), .object([]), .null,
    ]
    for name in other.declaredNames where !declared.contains(name) {
      let own = demand(of: memberNodes(name))
      let forbidden = demand(of: other.memberNodes(name)).kinds
      guard !own.isImpossible, own.listedValues == nil else { continue }
      for value in values
      where own.kinds.isSuperset(of: KindSet(of: value))
        && !forbidden.isSuperset(of: KindSet(of: value))
      {
        return JSONValue.Member(name: name, value: value)
      }
    }
    return nil
  }

  /// The members that a member requires.
  package func dependents(of name: String) -> [String] {
    uses.flatMap { _, use -> [String] in
      switch use.parameter {
      case .namesByName(let named):
        named.filter { $0.name.utf8.elementsEqual(name.utf8) }.flatMap(\.value)
      case .dependencies(let named):
        named.filter { $0.name.utf8.elementsEqual(name.utf8) }.flatMap { dependency -> [String] in
          if case .names(let names) = dependency.value { names } else { [] }
        }
      default: []
      }
    }
  }

  /// The nodes that apply to an object which has a member.
  func dependentNodes(of name: String) -> [NodeID] {
    uses.flatMap { _, use -> [NodeID] in
      switch (use.keyword, use.parameter) {
      case (.dependentSchemas, .schemasByName(let named)):
        named.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
      case (.dependencies, .dependencies(let named)):
        named.filter { $0.name.utf8.elementsEqual(name.utf8) }.compactMap {
          if case .schema(let node) = $0.value { node } else { nil }
        }
      default: []
      }
    }
  }

  /// A name for a member that no node lists. `index` distinguishes several. Returns nil if there is none.
  func newName(_ index: Int) -> String? {
    var names = Demand(graph)
    var patterns: [Pattern] = []
    for (_, use) in uses {
      switch (use.keyword, use.parameter) {
      case (.propertyNames, .schema(let node)): _ = names.add(graph.referred(from: node))
      case (.patternProperties, .schemasByName(let named)):
        patterns += named.compactMap { try? Pattern($0.name, grammar: .annexB) }
      default: break
      }
    }
    if let listed = names.listedValues {
      return index < listed.count ? listed[index].stringValue : nil
    }
    let samples = patterns.flatMap {
      PatternSampler($0.syntax).strings(lengths: 0...Int.max, variant: index)
    }
    return (samples + names.strings(index, .full)).first { name in
      !memberNodes(name).contains { graph.nodes[$0].isFalse }
    }
  }
}
