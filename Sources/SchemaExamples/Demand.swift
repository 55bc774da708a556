import ECMARegex
package import JSONText
package import SchemaRules
import StringFormats

/// The combined requirements of all nodes that apply to one value.
package struct Demand {
  let graph: SchemaGraph
  /// The nodes, in the order in which they were added.
  package private(set) var nodes: [NodeID] = []
  private var seen: Set<NodeID> = []
  /// The kinds of values that every node allows.
  package private(set) var kinds: KindSet = .all
  /// The values that every node with a list of values allows; nil if no node has such a list.
  package private(set) var listedValues: [JSONValue]?
  /// The examples in the schemas whose kinds are allowed.
  private(set) var examples: [JSONValue] = []
  private(set) var isImpossible = false
  /// The alternatives that the value must not satisfy.
  var others: [NodeID] = []

  init(_ graph: SchemaGraph) { self.graph = graph }

  /// Collects the requirements of the given nodes, and of the nodes that they apply to the same value unconditionally.
  package init(_ graph: SchemaGraph, of nodes: [NodeID]) {
    self.graph = graph
    var pending = Array(nodes.reversed())
    while let node = pending.popLast() {
      guard add(node) else { continue }
      for use in graph.nodes[node].keywords.reversed() {
        switch use.keyword {
        case .ref, .dynamicRef, .recursiveRef, .allOf: pending += use.parameter.nodes.reversed()
        default: break
        }
      }
    }
  }

  package func contains(_ node: NodeID) -> Bool { seen.contains(node) }

  /// Adds a node. Returns whether it is new.
  mutating func add(_ index: NodeID) -> Bool {
    guard seen.insert(index).inserted else { return false }
    nodes.append(index)
    let node = graph.nodes[index]
    if node.isFalse { isImpossible = true }
    if case .types(let types) = node[.type] { kinds.formIntersection(KindSet(types)) }
    for keyword in [Keyword.enum, .const] {
      guard case .values(let values) = node[keyword] else { continue }
      listedValues = listedValues.map { $0.filter(values.contains) } ?? values
    }
    guard !node.isSecret else { return true }
    for annotation in node.annotations {
      switch (annotation.name, annotation.value) {
      case ("examples", .array(let values)): examples += values
      case ("example", let value), ("default", let value): examples.append(value)
      default: break
      }
    }
    return true
  }

  package var uses: [(node: NodeID, use: KeywordUse)] {
    nodes.flatMap { node in graph.nodes[node].keywords.map { (node, $0) } }
  }

  /// The tightest of several bounds; nil if there is none.
  package func bound(_ keyword: Keyword, _ tighter: (Int, Int) -> Int) -> Int? {
    nodes.compactMap { node in
      if case .count(let count) = graph.nodes[node][keyword] { count } else { nil }
    }.reduce(nil) { tightest, bound in tightest.map { tighter($0, bound) } ?? bound }
  }

  /// The allowed types, the most likely first: those to which the other keywords apply come first, `null` last.
  var likelyTypes: [ValueType] {
    let types = kinds.types
    guard types.count > 1 else { return types }
    var spokenOf: KindSet = []
    for (_, use) in uses where use.keyword.description.appliesTo != .all {
      spokenOf.formUnion(use.keyword.description.appliesTo)
    }
    let stated: [ValueType] =
      uses.compactMap { _, use -> [ValueType]? in
        if case .types(let types) = use.parameter { types } else { nil }
      }.first ?? [.string, .object]
    func rank(_ type: ValueType) -> Int {
      if type == .null { return 100 }
      let isSpokenOf = !spokenOf.isDisjoint(with: KindSet([type]))
      return (isSpokenOf ? 0 : 20) + (stated.firstIndex(of: type) ?? 10)
    }
    return types.sorted { rank($0) < rank($1) }
  }

  // MARK: Scalars

  /// Strings that satisfy the bounds and the patterns, with at least the given number of code points if possible.
  func strings(
    _ variant: Int, _ extent: ExampleGenerator.Extent, atLeast count: Int = 0
  ) -> [String] {
    let bound = bound(.minLength, max) ?? 0
    let most = self.bound(.maxLength, min) ?? .max
    let least = max(bound, min(count, most))
    guard least <= most, least < 1 << 20 else { return [] }
    var sources: [String] = []
    var candidates: [String] = []
    for (_, use) in uses {
      switch use.parameter {
      case .pattern(let source): sources.append(source)
      case .format(let name, _): candidates += StringSamples.strings(ofFormat: name, variant)
      default: break
      }
    }
    let patterns = sources.compactMap { try? Pattern($0, grammar: .annexB) }
    for pattern in patterns {
      candidates += PatternSampler(pattern.syntax).strings(
        lengths: least...most, variant: variant)
    }
    let word = extent == .full ? "text" : ""
    let base = variant == 0 ? word : word + String(variant)
    candidates += [base, base + String(repeating: "a", count: max(0, least - base.utf8.count))]
    candidates.append(String(repeating: "a", count: least))
    var result: [String] = []
    for candidate in candidates where !result.contains(candidate) {
      let length = candidate.unicodeScalars.count
      if length >= least, length <= most,
        patterns.allSatisfy({ $0.match(candidate) == .match })
      {
        result.append(candidate)
      }
    }
    return result.isEmpty && least > bound ? strings(variant, extent) : result
  }

  /// Numbers at and near the bounds; those within the bounds come first.
  func numbers(whole: Bool) -> [JSONValue] {
    var candidates = ["0", "1", "-1", "10", "100"]
    var steps: [String] = []
    for (_, use) in uses {
      guard case .number(let text) = use.parameter else { continue }
      if use.keyword == .multipleOf { steps.append(text) } else { candidates.append(text) }
      guard let value = Double(text), value.magnitude < 1e15 else { continue }
      candidates += [value.rounded(.up), value.rounded(.down), value + 1, value - 1, value / 2]
        .map(Self.spelling)
    }
    let bounds = candidates.compactMap(Double.init)
    for step in steps {
      guard let size = Double(step), size > 0 else { continue }
      candidates.append(step)
      for bound in bounds where (bound / size).magnitude < 1e15 {
        candidates.append(Self.spelling((bound / size).rounded(.up) * size))
        candidates.append(Self.spelling((bound / size).rounded(.down) * size))
      }
    }
    if !whole, bounds.count > 5, let low = bounds.dropFirst(5).min(),
      let high = bounds.dropFirst(5).max()
    {
      candidates.append(Self.spelling((low + high) / 2))
    }
    var seen: Set<String> = []
    let fitting = candidates.filter { candidate in
      seen.insert(candidate).inserted && (!whole || ExactNumber(candidate).isSpelledWhole)
        && uses.allSatisfy { Self.fits(ExactNumber(candidate), $0.use) }
    }
    return fitting.map(JSONValue.number)
  }

  private static func spelling(_ value: Double) -> String {
    value.magnitude < 1e15 && value == value.rounded() ? String(Int64(value)) : String(value)
  }

  private static func fits(_ number: ExactNumber, _ use: KeywordUse) -> Bool {
    guard case .number(let text) = use.parameter else { return true }
    let other = ExactNumber(text)
    return switch use.keyword {
    case .minimum: number.compare(with: other) >= 0
    case .maximum: number.compare(with: other) <= 0
    case .exclusiveMinimum: number.compare(with: other) > 0
    case .exclusiveMaximum: number.compare(with: other) < 0
    case .multipleOf: number.isMultiple(of: other)
    default: true
    }
  }

  // MARK: Arrays

  /// The number of elements with their own schemas.
  package var prefixCount: Int {
    uses.map { _, use in
      switch (use.keyword, use.parameter) {
      case (.prefixItems, .schemas(let schemas)), (.items, .schemas(let schemas)): schemas.count
      default: 0
      }
    }.max() ?? 0
  }

  /// The number of elements that must satisfy `contains`.
  var containsCount: Int {
    nodes.map { node in
      guard graph.nodes[node][.contains] != nil else { return 0 }
      if case .count(let count) = graph.nodes[node][.minContains] { return count }
      return 1
    }.max() ?? 0
  }

  package func elementNodes(at index: Int) -> [NodeID] {
    nodes.flatMap { node -> [NodeID] in
      let node = graph.nodes[node]
      var result: [NodeID] = []
      var listed = 0
      for keyword in [Keyword.prefixItems, .items] {
        guard case .schemas(let schemas) = node[keyword] else { continue }
        listed = schemas.count
        if index < listed { result.append(schemas[index]) }
      }
      if index >= listed {
        if case .schema(let schema) = node[.items] {
          result.append(schema)
        } else if case .schema(let schema) = node[.additionalItems], case .schemas = node[.items] {
          result.append(schema)
        } else if case .schema(let schema) = node[.unevaluatedItems] {
          result.append(schema)
        }
      }
      if case .schema(let schema) = node[.contains], index < containsCount { result.append(schema) }
      return result
    }
  }
}
