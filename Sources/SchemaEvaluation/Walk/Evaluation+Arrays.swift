import JSONText
import SchemaRules

extension Evaluation {
  /// Evaluates a keyword for arrays.
  mutating func evaluateArray(_ use: KeywordUse, _ index: Int, _ frame: Frame) {
    let node = graph.nodes[frame.node]
    let elements = Array(instance.children(of: frame.value))
    switch (use.keyword, use.parameter) {
    case (.minItems, .count(let bound)):
      require(elements.count, in: bound...Int.max, index, frame)
    case (.maxItems, .count(let bound)):
      require(elements.count, in: 0...max(bound, 0), index, frame)
    case (.uniqueItems, .flag(true)):
      requireUnique(elements, index, frame)
    case (.prefixItems, .schemas(let targets)), (.items, .schemas(let targets)):
      evaluateFirst(elements, targets, use.keyword, frame)
    case (.items, .schema(let target)):
      // In 2020-12, these are the elements after those of `prefixItems`. No other draft has that keyword.
      var count = 0
      if case .schemas(let targets) = node[.prefixItems] { count = targets.count }
      evaluateAll(elements.dropFirst(count), target, use.keyword, frame)
    case (.additionalItems, .schema(let target)):
      guard case .schemas(let targets) = node[.items] else { return }
      evaluateAll(elements.dropFirst(targets.count), target, use.keyword, frame)
    case (.contains, .schema(let target)):
      evaluateContains(target, elements, index, frame)
    case (.unevaluatedItems, .schema(let target)):
      let rest = unevaluatedChildren(frame)
      requireUnevaluated(rest, target, index, frame)
      frame.evaluated.formUnion(rest)
      if !rest.isEmpty { frame.annotate(use.keyword, .boolean(true)) }
    default: break
    }
  }

  private func requireUnique(_ elements: [Int], _ index: Int, _ frame: Frame) {
    var seen: [[UInt8]: Int] = [:]
    for (place, element) in elements.enumerated() {
      let bytes = instance.value(at: element).canonicalBytes
      if let first = seen[bytes] {
        frame.fail(index, .broken(.equalElements(first, place)))
        return
      }
      seen[bytes] = place
    }
  }

  // MARK: Elements by place

  private mutating func evaluateFirst(
    _ elements: [Int], _ targets: [NodeID], _ keyword: Keyword, _ frame: Frame
  ) {
    let count = min(elements.count, targets.count)
    for (place, (element, target)) in zip(elements, targets).enumerated() {
      let inner = apply(target, to: element, by: [keyword.rawValue, String(place)], in: frame)
      frame.require(inner.verdict)
    }
    guard count > 0 else { return }
    frame.evaluated.formUnion(elements.prefix(count))
    // The largest index, or `true` for all elements.
    frame.annotate(
      keyword, count == elements.count ? .boolean(true) : .number(String(count - 1)))
  }

  private mutating func evaluateAll(
    _ elements: ArraySlice<Int>, _ target: NodeID, _ keyword: Keyword, _ frame: Frame
  ) {
    guard !elements.isEmpty else { return }
    for element in elements {
      frame.require(apply(target, to: element, by: [keyword.rawValue], in: frame).verdict)
    }
    frame.evaluated.formUnion(elements)
    frame.annotate(keyword, .boolean(true))
  }

  // MARK: Elements that a schema counts

  private mutating func evaluateContains(
    _ target: NodeID, _ elements: [Int], _ index: Int, _ frame: Frame
  ) {
    let keywords = graph.nodes[frame.node].keywords
    func bound(_ keyword: Keyword) -> (use: Int, count: Int)? {
      for (use, other) in keywords.enumerated() where other.keyword == keyword {
        if case .count(let count) = other.parameter { return (use, count) }
      }
      return nil
    }
    let start = frame.details.count
    var valid: [Int] = []
    var openCount = 0
    for (place, element) in elements.enumerated() {
      switch apply(target, to: element, by: [Keyword.contains.rawValue], in: frame).verdict {
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
    // In 2019-09, elements that match `contains` do not count as evaluated for `unevaluatedItems`.
    guard graph.dialect(of: frame.node) >= .draft2020 else { return }
    if openCount > 0 { frame.isCertain = false }
    frame.evaluated.formUnion(valid.map { elements[$0] })
    frame.annotate(
      .contains,
      valid.count == elements.count
        ? .boolean(true) : .array(valid.map { .number(String($0)) }))
  }
}
