import JSONText
import SchemaRules

extension Evaluation {
  /// Evaluates a keyword that says something of arrays.
  mutating func evaluateArray(_ use: KeywordUse, _ index: Int, _ frame: inout Frame) {
    let node = graph.nodes[frame.node]
    let elements = Array(instance[frame.value].children)
    switch (use.keyword, use.parameter) {
    case (.minItems, .count(let bound)):
      require(elements.count, in: bound...Int.max, index, &frame)
    case (.maxItems, .count(let bound)):
      require(elements.count, in: 0...max(bound, 0), index, &frame)
    case (.uniqueItems, .flag(true)):
      requireUnique(elements, index, &frame)
    case (.prefixItems, .schemas(let targets)), (.items, .schemas(let targets)):
      evaluateFirst(elements, targets, use.keyword, &frame)
    case (.items, .schema(let target)):
      // In 2020-12 they are the elements behind those of `prefixItems`, which no other draft has.
      var count = 0
      if case .schemas(let targets) = node[.prefixItems] { count = targets.count }
      evaluateAll(elements.dropFirst(count), target, use.keyword, &frame)
    case (.additionalItems, .schema(let target)):
      guard case .schemas(let targets) = node[.items] else { return }
      evaluateAll(elements.dropFirst(targets.count), target, use.keyword, &frame)
    case (.contains, .schema(let target)):
      evaluateContains(target, elements, index, &frame)
    case (.unevaluatedItems, .schema(let target)):
      evaluateUnevaluated(elements, target, &frame)
    default: break
    }
  }

  private func requireUnique(_ elements: [Int], _ index: Int, _ frame: inout Frame) {
    var seen: [[UInt8]: Int] = [:]
    for (place, element) in elements.enumerated() {
      let bytes = instance[element].value.canonicalBytes
      if let first = seen[bytes] {
        frame.fail(index, .broken(.equalElements(first, place)))
        return
      }
      seen[bytes] = place
    }
  }

  // MARK: Elements by place

  private mutating func evaluateFirst(
    _ elements: [Int], _ targets: [NodeID], _ keyword: Keyword, _ frame: inout Frame
  ) {
    let count = min(elements.count, targets.count)
    for (place, (element, target)) in zip(elements, targets).enumerated() {
      let inner = apply(target, to: element, by: keyword.rawValue, String(place), in: &frame)
      frame.require(inner.unit.verdict)
    }
    guard count > 0 else { return }
    frame.evaluated.formUnion(elements.prefix(count))
    // The largest index, or `true` for all elements.
    frame.annotate(
      keyword, count == elements.count ? .boolean(true) : .number(String(count - 1)))
  }

  private mutating func evaluateAll(
    _ elements: ArraySlice<Int>, _ target: NodeID, _ keyword: Keyword, _ frame: inout Frame
  ) {
    guard !elements.isEmpty else { return }
    for element in elements {
      frame.require(apply(target, to: element, by: keyword.rawValue, in: &frame).unit.verdict)
    }
    frame.evaluated.formUnion(elements)
    frame.annotate(keyword, .boolean(true))
  }

  private mutating func evaluateUnevaluated(
    _ elements: [Int], _ target: NodeID, _ frame: inout Frame
  ) {
    let rest = elements.filter { !frame.evaluated.contains($0) }
    guard !rest.isEmpty else { return }
    for element in rest {
      let verdict = apply(
        target, to: element, by: Keyword.unevaluatedItems.rawValue, in: &frame
      ).unit.verdict
      // Where a limit was hit, the element may have been evaluated after all.
      frame.require(verdict == .invalid && !frame.isCertain ? .indeterminate : verdict)
    }
    frame.evaluated.formUnion(rest)
    frame.annotate(.unevaluatedItems, .boolean(true))
  }

  // MARK: Elements that a schema counts

  private mutating func evaluateContains(
    _ target: NodeID, _ elements: [Int], _ index: Int, _ frame: inout Frame
  ) {
    let keywords = graph.nodes[frame.node].keywords
    func bound(_ keyword: Keyword) -> (use: Int, count: Int)? {
      for (use, other) in keywords.enumerated() where other.keyword == keyword {
        if case .count(let count) = other.parameter { return (use, count) }
      }
      return nil
    }
    let start = frame.unit.details.count
    var valid: [Int] = []
    var openCount = 0
    for (place, element) in elements.enumerated() {
      switch apply(target, to: element, by: Keyword.contains.rawValue, in: &frame).unit.verdict {
      case .valid: valid.append(place)
      case .invalid: break
      case .indeterminate: openCount += 1
      }
    }
    let least = bound(.minContains) ?? (index, 1)
    let most = bound(.maxContains) ?? (index, Int.max)
    if valid.count > most.count { frame.fail(most.use, .broken(.length(valid.count))) }
    if valid.count + openCount < least.count {
      frame.fail(least.use, .broken(.length(valid.count)))
    } else if valid.count < least.count || valid.count + openCount > most.count {
      frame.require(.indeterminate)
    } else {
      frame.dismissDetails(from: start)
    }
    // In 2019-09, `contains` evaluates nothing in the sense of `unevaluatedItems`.
    guard dialect(of: frame.node) >= .draft2020 else { return }
    if openCount > 0 { frame.isCertain = false }
    frame.evaluated.formUnion(valid.map { elements[$0] })
    frame.annotate(
      .contains,
      valid.count == elements.count
        ? .boolean(true) : .array(valid.map { .number(String($0)) }))
  }
}
