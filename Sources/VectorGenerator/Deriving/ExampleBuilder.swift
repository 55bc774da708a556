import ECMARegex
import JSONText
import SchemaRules

/// Makes small values that satisfy nodes of a schema, as far as keywords show how. Whether they do is for
/// the oracle to say.
struct ExampleBuilder {
  private let graph: SchemaGraph
  /// How deep values may be inside one another, however the schema refers to itself.
  private static let depth = 12

  /// How many values are tried for one, however the alternatives of the schema multiply.
  private static let steps = 600

  /// What is left of the steps.
  private final class Budget {
    var steps = 0
  }

  private let budget = Budget()

  init(_ graph: SchemaGraph) {
    self.graph = graph
  }

  /// A value for all of some nodes at once; nil where none was found.
  ///
  /// Values of different variants differ where they may.
  func value(for nodes: [NodeID], variant: Int = 0, depth: Int = 0) -> JSONValue? {
    if depth == 0 { budget.steps = Self.steps }
    budget.steps -= 1
    guard depth <= Self.depth, budget.steps > 0 else { return nil }
    let keywords = self.keywords(of: nodes)
    for use in keywords {
      switch (use.keyword, use.parameter) {
      case (.falseSchema, _): return nil
      case (.const, .values(let values)), (.enum, .values(let values)):
        let kinds = kinds(keywords)
        let fitting = values.filter { KindSet.having($0).isSubset(of: kinds) }
        return fitting.isEmpty ? nil : fitting[variant % fitting.count]
      case (.anyOf, .schemas(let branches)), (.oneOf, .schemas(let branches)):
        guard !branches.contains(where: nodes.contains) else { continue }
        for branch in branches {
          if let value = value(for: nodes + [branch], variant: variant, depth: depth + 1) {
            return value
          }
        }
        return nil
      default: continue
      }
    }
    return value(keywords, nodes, variant, depth)
  }

  /// The keywords of nodes and of all that they apply to the same value without a condition.
  func keywords(of nodes: [NodeID]) -> [KeywordUse] {
    flattened(nodes).flatMap { graph.nodes[$0].keywords }
  }

  /// Nodes with those that they apply to the same value without a condition.
  func flattened(_ nodes: [NodeID]) -> [NodeID] {
    var all: [NodeID] = []
    var pending = Array(nodes.reversed())
    while let node = pending.popLast() {
      guard !all.contains(node), all.count < 200 else { continue }
      all.append(node)
      for use in graph.nodes[node].keywords {
        switch use.keyword {
        case .ref, .dynamicRef, .recursiveRef, .allOf: pending += use.parameter.nodes.reversed()
        default: break
        }
      }
    }
    return all
  }

  private func kinds(_ keywords: [KeywordUse]) -> KindSet {
    keywords.reduce(into: .all) { kinds, use in
      if case .types(let types) = use.parameter { kinds.formIntersection(KindSet(types)) }
    }
  }

  private func value(
    _ keywords: [KeywordUse], _ nodes: [NodeID], _ variant: Int, _ depth: Int
  ) -> JSONValue? {
    let kinds = kinds(keywords)
    // Of the types that are allowed, the one that most keywords are about.
    let order: [KindSet] = [.object, .array, .string, .integer, .fraction, .boolean, .null]
    func interest(_ kind: KindSet) -> Int {
      keywords.count {
        $0.keyword.description.appliesTo != .all
          && $0.keyword.description.appliesTo.isSuperset(of: kind)
      }
    }
    let allowed = order.filter { kinds.isSuperset(of: $0) }
    let chosen = allowed.max { interest($0) < interest($1) } ?? []
    let isFree = allowed.allSatisfy { interest($0) == 0 }
    switch isFree && kinds.contains(.string) ? .string : chosen {
    case .object: return object(keywords, nodes, depth)
    case .array: return array(keywords, nodes, depth)
    case .string: return string(keywords, variant)
    case .integer, .fraction: return number(keywords, variant, isWhole: !kinds.contains(.fraction))
    case .boolean: return .boolean(variant % 2 == 0)
    case .null: return .null
    default: return nil
    }
  }

  // MARK: Containers

  private func object(_ keywords: [KeywordUse], _ nodes: [NodeID], _ depth: Int) -> JSONValue? {
    var names: [String] = []
    var least = 0
    for use in keywords {
      switch (use.keyword, use.parameter) {
      case (.required, .names(let required)): names += required
      case (.minProperties, .count(let bound)): least = max(least, bound)
      default: break
      }
    }
    var members: [JSONValue.Member] = []
    func add(_ name: String) -> Bool {
      guard !members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) }) else { return true }
      guard let value = value(for: self.nodes(forMember: name, keywords), depth: depth + 1) else {
        return false
      }
      members.append(.init(name: name, value: value))
      return true
    }
    // Members ask for other members.
    var index = 0
    while index < names.count {
      guard add(names[index]) else { return nil }
      for use in keywords {
        switch use.parameter {
        case .namesByName(let list):
          names +=
            list.first { $0.name == names[index] }?.value.filter { !names.contains($0) } ?? []
        case .dependencies(let list):
          if case .names(let more)? = list.first(where: { $0.name == names[index] })?.value {
            names += more.filter { !names.contains($0) }
          }
        default: break
        }
      }
      index += 1
    }
    let optional = keywords.flatMap { use -> [String] in
      if case (.properties, .schemasByName(let list)) = (use.keyword, use.parameter) {
        list.map(\.name)
      } else {
        []
      }
    }
    for name in optional + ["a", "b", "c"] where members.count < least { _ = add(name) }
    return .object(members)
  }

  /// The nodes that apply to a member of a name.
  func nodes(forMember name: String, _ keywords: [KeywordUse]) -> [NodeID] {
    var nodes: [NodeID] = []
    for use in keywords {
      switch (use.keyword, use.parameter) {
      case (.properties, .schemasByName(let list)):
        nodes += list.filter { $0.name.utf8.elementsEqual(name.utf8) }.map(\.value)
      case (.patternProperties, .schemasByName(let list)):
        nodes += list.filter { (try? Pattern($0.name, grammar: .annexB))?.match(name) == .match }
          .map(\.value)
      default: break
      }
    }
    if nodes.isEmpty {
      for use in keywords where use.keyword == .additionalProperties {
        nodes += use.parameter.nodes
      }
    }
    return nodes
  }

  private func array(_ keywords: [KeywordUse], _ nodes: [NodeID], _ depth: Int) -> JSONValue? {
    var least = 0
    var wanted: [NodeID] = []
    for use in keywords {
      switch (use.keyword, use.parameter) {
      case (.minItems, .count(let bound)): least = max(least, bound)
      case (.contains, .schema(let node)): wanted.append(node)
      default: break
      }
    }
    var elements: [JSONValue] = []
    for index in 0..<min(max(least, wanted.count), 1_000) {
      let nodes = self.nodes(forElement: index, keywords)
      let more = wanted.indices.contains(index) ? [wanted[index]] : []
      guard let value = value(for: nodes + more, variant: index, depth: depth + 1) else {
        return nil
      }
      elements.append(value)
    }
    return .array(elements)
  }

  /// The nodes that apply to an element.
  func nodes(forElement index: Int, _ keywords: [KeywordUse]) -> [NodeID] {
    var listed = 0
    var nodes: [NodeID] = []
    for use in keywords {
      guard use.keyword == .prefixItems || use.keyword == .items,
        case .schemas(let list) = use.parameter
      else { continue }
      listed = max(listed, list.count)
      if list.indices.contains(index) { nodes.append(list[index]) }
    }
    guard index >= listed else { return nodes }
    for use in keywords where use.keyword == .items || use.keyword == .additionalItems {
      if case .schema(let node) = use.parameter { nodes.append(node) }
    }
    return nodes
  }

  // MARK: Scalars

  private func string(_ keywords: [KeywordUse], _ variant: Int) -> JSONValue? {
    var (least, most) = (0, Int.max)
    var samples: PatternSamples?
    var format: String?
    for use in keywords {
      switch (use.keyword, use.parameter) {
      case (.minLength, .count(let bound)): least = max(least, bound)
      case (.maxLength, .count(let bound)): most = min(most, bound)
      case (.pattern, .pattern(let source)):
        samples = (try? Pattern(source, grammar: .annexB)).map { PatternSamples($0.syntax) }
      case (.format, .format(let name, asserts: true)): format = name
      default: break
      }
    }
    if let samples {
      let shortest = samples.shortest
      let length =
        max(shortest.count, least) + (variant > 0 && most > shortest.count + variant ? variant : 0)
      let scalars = samples.text(ofLength: length) ?? shortest
      return .string(String(String.UnicodeScalarView(scalars)))
    }
    if let format, let text = Self.formats[format] { return .string(text) }
    let letter = String(UnicodeScalar(UInt8(97 + variant % 26)))
    return .string(String(repeating: letter, count: min(max(least, 1), most, 100_000)))
  }

  private static let formats = [
    "date-time": "2024-01-20T11:19:53Z", "date": "2024-01-20", "time": "11:19:53Z",
    "duration": "P1D", "email": "a@example.com", "idn-email": "a@example.com",
    "hostname": "example.com", "idn-hostname": "example.com", "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1", "uri": "https://example.com/a", "uri-reference": "/a",
    "iri": "https://example.com/a", "iri-reference": "/a", "uri-template": "/{a}",
    "json-pointer": "/a", "relative-json-pointer": "0", "regex": "a",
    "uuid": "00000000-0000-4000-8000-000000000000",
  ]

  private func number(_ keywords: [KeywordUse], _ variant: Int, isWhole: Bool) -> JSONValue? {
    var (least, most) = (-1e15, 1e15)
    var step = 1.0
    for use in keywords {
      guard case .number(let text) = use.parameter, let bound = Double(text) else { continue }
      switch use.keyword {
      case .minimum: least = max(least, bound)
      case .exclusiveMinimum: least = max(least, bound.nextUp)
      case .maximum: most = min(most, bound)
      case .exclusiveMaximum: most = min(most, bound.nextDown)
      case .multipleOf: step = abs(bound)
      default: break
      }
    }
    let start = least > 0 || most < 0 ? (least > 0 ? least : most) : 0
    var value = ((start / step).rounded(.up) + Double(variant)) * step
    if value > most { value = (most / step).rounded(.down) * step }
    if value < least || value > most { value = isWhole ? value : (least + most) / 2 }
    return .number(Self.text(value))
  }

  /// A number as JSON writes it, without a fraction where it is whole.
  static func text(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? "\(number)"
  }
}

extension KindSet {
  /// The kinds of one value.
  static func having(_ value: JSONValue) -> KindSet {
    switch value {
    case .object: .object
    case .array: .array
    case .string: .string
    case .boolean: .boolean
    case .null: .null
    case .number(let text): Double(text).map { $0 == $0.rounded() } == true ? .integer : .fraction
    }
  }
}
