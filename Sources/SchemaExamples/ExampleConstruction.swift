import ECMARegex
import JSONText
import SchemaRules

/// One attempt to make a document.
struct ExampleConstruction {
  let graph: SchemaGraph
  private let costs: [Int]
  private let stringLength: Int
  private(set) var choices: Choices
  /// The places for which no value was found.
  private(set) var deadEnds: [JSONPointer] = []
  /// Whether a required value was nested too deeply.
  private(set) var isTooDeep = false
  /// The nodes of the containers that enclose the current value.
  private var open: [NodeID] = []
  private var count = 0

  /// The maximum number of values; beyond it, only required ones are added.
  private static let maximumValues = 2000
  private static let maximumDepth = 100

  init(_ graph: SchemaGraph, _ costs: [Int], _ choices: Choices, stringLength: Int) {
    self.graph = graph
    self.costs = costs
    self.choices = choices
    self.stringLength = stringLength
  }

  /// A value that all given nodes probably allow; it is not validated. Returns nil if none was found.
  mutating func value(
    _ nodes: [NodeID], at place: JSONPointer, extent: ExampleGenerator.Extent, variant: Int = 0
  ) -> JSONValue? {
    var extent = extent
    count += 1
    let targets = nodes.map { graph.referred(from: $0) }
    if count > Self.maximumValues || targets.contains(where: open.contains) { extent = .shortest }
    guard open.count < Self.maximumDepth else {
      isTooDeep = true
      return deadEnd(place)
    }
    open += targets
    defer { open.removeLast(targets.count) }

    var demand = Demand(graph)
    collect(nodes, at: place, extent, into: &demand)
    guard !demand.isImpossible else { return deadEnd(place) }

    if let listed = demand.listedValues {
      let values = listed.filter { demand.kinds.isSuperset(of: KindSet(of: $0)) }
      return pick(values, "value", place, variant)
    }
    if extent == .full, !demand.examples.isEmpty {
      // The generated value comes after the examples.
      let index = choices.index(of: demand.examples.count + 1, "example", at: place)
      if index < demand.examples.count { return demand.examples[index] }
    }
    let types = demand.likelyTypes
    guard !types.isEmpty else { return deadEnd(place) }
    switch types[choices.index(of: types.count, "type", at: place)] {
    case .null: return .null
    case .boolean: return pick([.boolean(true), .boolean(false)], "value", place, variant)
    case .string:
      let texts = demand.strings(variant, extent, atLeast: stringLength)
      return pick(texts.map(JSONValue.string), "value", place, 0)
    case .integer: return pick(demand.numbers(whole: true), "value", place, variant)
    case .number: return pick(demand.numbers(whole: false), "value", place, variant)
    case .array: return array(demand, place, extent, variant)
    case .object: return object(&demand, place, extent, variant)
    }
  }

  private mutating func deadEnd(_ place: JSONPointer) -> JSONValue? {
    deadEnds.append(place)
    return nil
  }

  private mutating func pick(
    _ values: [JSONValue], _ topic: String, _ place: JSONPointer, _ variant: Int
  ) -> JSONValue? {
    guard !values.isEmpty else { return deadEnd(place) }
    return values[(choices.index(of: values.count, topic, at: place) + variant) % values.count]
  }

  // MARK: The requirements of the nodes

  /// Adds the requirements of nodes, and of the nodes that they apply to the same value.
  private mutating func collect(
    _ nodes: [NodeID], at place: JSONPointer, _ extent: ExampleGenerator.Extent,
    into demand: inout Demand
  ) {
    var pending = Array(nodes.reversed())
    while let node = pending.popLast() {
      guard demand.add(node) else { continue }
      let keywords = graph.nodes[node].keywords
      for use in keywords.reversed() {
        let inner = use.parameter.nodes
        switch use.keyword {
        case .ref, .dynamicRef, .recursiveRef, .allOf: pending += inner.reversed()
        case .anyOf, .oneOf:
          let ranked = inner.enumerated().sorted { one, other in
            (rank(one.element, extent), one.offset) < (rank(other.element, extent), other.offset)
          }.map(\.element)
          // If an alternative applies anyway, take it.
          guard !ranked.isEmpty, !inner.contains(where: demand.contains) else { continue }
          let topic = "\(use.keyword.rawValue) \(node)"
          // A value that satisfies one alternative may also satisfy others, which must then be violated.
          let isApart =
            use.keyword == .oneOf && ranked.count > 1
            && choices.index(of: 2, "apart \(topic)", at: place) == 1
          let index = choices.index(of: ranked.count, topic, at: place)
          pending.append(ranked[index])
          if isApart {
            demand.others += ranked.enumerated().filter { $0.offset != index }.map(\.element)
          }
        case .if:
          let holds = choices.index(of: 2, "if \(node)", at: place) == 0
          if holds { pending += inner }
          pending += graph.nodes[node][holds ? .then : .else]?.nodes ?? []
        default: break
        }
      }
    }
  }

  /// The rank of an alternative: those that end come first, and `null` last.
  private func rank(_ node: NodeID, _ extent: ExampleGenerator.Extent) -> Int {
    let isNull = graph.nodes[graph.referred(from: node)][.type] == .types([.null])
    let isEndless = costs[node] >= NodeCosts.endless
    let cost = extent == .shortest ? costs[node] : 0
    return (isEndless ? NodeCosts.endless : cost) + (isNull ? 1 << 30 : 0)
  }

  // MARK: Containers

  private mutating func array(
    _ demand: Demand, _ place: JSONPointer, _ extent: ExampleGenerator.Extent, _ variant: Int
  ) -> JSONValue? {
    let least = max(demand.bound(.minItems, max) ?? 0, demand.containsCount)
    let most = demand.bound(.maxItems, min) ?? .max
    guard least <= most, least <= Self.maximumValues else { return deadEnd(place) }
    let wanted = extent == .full ? max(least, min(most, max(1, demand.prefixCount))) : least
    // An empty array and others may satisfy different alternatives.
    let isOther = least == 0 && most > 0 && choices.index(of: 2, "elements", at: place) == 1
    let count = isOther ? (wanted > 0 ? 0 : 1) : wanted
    var elements: [JSONValue] = []
    for index in 0..<count {
      let nodes = demand.elementNodes(at: index)
      if nodes.contains(where: { graph.nodes[$0].isFalse }), index >= least { break }
      let elementPlace = place.appending(String(index))
      let elementExtent = index < max(1, demand.prefixCount) ? extent : .shortest
      guard
        let element = value(
          nodes, at: elementPlace, extent: elementExtent, variant: variant + index)
      else {
        if index >= least { break }
        return nil
      }
      elements.append(element)
    }
    return .array(elements)
  }

  private mutating func object(
    _ demand: inout Demand, _ place: JSONPointer, _ extent: ExampleGenerator.Extent,
    _ variant: Int
  ) -> JSONValue? {
    var names = demand.requiredNames
    let optional = demand.declaredNames.filter { !names.contains($0) }
    let least = demand.bound(.minProperties, max) ?? 0
    let most = demand.bound(.maxProperties, min) ?? .max
    // The options: with all optional members or with none, depending on the extent, then the reverse, and then with
    // each optional member alone.
    let index = optional.isEmpty ? 0 : choices.index(of: 2 + optional.count, "members", at: place)
    let isFull = (extent == .full) == (index == 0)
    // An added member must be distinctive, and an empty array would be the same for many alternatives.
    let added = index >= 2 ? optional[index - 2] : nil
    if let added { names.append(added) }
    if index < 2, isFull { names += optional }
    for name in optional where names.count < least && !names.contains(name) { names.append(name) }
    var candidate = 0
    while names.count < least, candidate < Self.maximumValues {
      let name = demand.newName(candidate)
      candidate += 1
      if let name, !names.contains(name) { names.append(name) }
    }
    let required = Set(demand.requiredNames)
    var violations: [JSONValue.Member] = []
    for other in demand.others {
      if let name = demand.distinction(from: other) {
        if !names.contains(name) { names.append(name) }
      } else if let member = demand.violation(of: other), !names.contains(member.name) {
        names.append(member.name)
        violations.append(member)
      }
    }
    var members: [JSONValue.Member] = []
    var next = 0
    while next < names.count {
      let name = names[next]
      next += 1
      if let violation = violations.first(where: { $0.name == name }) {
        members.append(violation)
        continue
      }
      let isOptional = !required.contains(name)
      if isOptional, members.count >= most || !choices.keeps(place.appending(name)) { continue }
      for added in demand.dependents(of: name) where !names.contains(added) { names.append(added) }
      let dependents = demand.dependentNodes(of: name)
      if !dependents.isEmpty {
        collect(dependents, at: place, extent, into: &demand)
        for added in demand.requiredNames where !names.contains(added) { names.append(added) }
      }
      let nodes = demand.memberNodes(name)
      if isOptional, nodes.contains(where: { isDroppable($0) }), members.count >= least { continue }
      let (ends, wasTooDeep) = (deadEnds.count, isTooDeep)
      if let value = value(
        nodes, at: place.appending(name), extent: name == added ? .full : extent,
        variant: next == 1 ? variant : 0)
      {
        members.append(JSONValue.Member(name: name, value: value))
      } else if isOptional {
        deadEnds.removeSubrange(ends...)
        isTooDeep = wasTooDeep
      } else {
        return nil
      }
    }
    return .object(members)
  }

  /// Whether a member with a node should be omitted if possible.
  private func isDroppable(_ node: NodeID) -> Bool {
    costs[node] >= NodeCosts.endless || open.contains(graph.referred(from: node))
  }
}
