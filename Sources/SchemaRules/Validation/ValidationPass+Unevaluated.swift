import ECMARegex
import JSONText

extension ValidationPass {
  /// Applies a node to the members or elements that nothing else has evaluated.
  mutating func applyUnevaluated(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) {
    let end = cursor.position
    let anchor = secretAnchor
    if anchor < 0, place.element.isSecret { secretAnchor = value.start }
    defer { secretAnchor = anchor }
    let first = workspace.memory.items.count
    defer { workspace.memory.items.removeSubrange(first...) }
    try listItems(of: value)
    let items = first..<workspace.memory.items.count
    guard try collect(place.element.collector, value, items) else {
      undecidedCount += 1
      return
    }
    for index in items where !workspace.memory.items[index].isEvaluated {
      let item = workspace.memory.items[index]
      if place.element.node < 0 {
        cursor.position = item.value
        let start = item.name?.start ?? item.value + 1
        let isContainer = cursor.next == UInt8(ascii: "{") || cursor.next == UInt8(ascii: "[")
        if item.name == nil && !isContainer { skipAgain() }
        let range = item.name?.byteRange ?? item.value..<max(cursor.position, item.value + 1)
        fail(place.element.rule, .unspecified, range, .value(start - 1))
      } else {
        try walkAgain(place.element.node, at: item.value)
      }
      if isDecided { return }
    }
    cursor.position = end
  }

  /// Adds the members or elements of a value to the workspace's items.
  private mutating func listItems(of value: ValueAtHand) throws(JSONFault) {
    cursor.position = value.start
    if value.kind == .object {
      var continuation = try cursor.openObject()
      while continuation == .another {
        let name = try cursor.scanString()
        try cursor.skipColon()
        workspace.memory.items.append(Item(name: name, value: cursor.position))
        skipAgain()
        continuation = try cursor.continueObject()
      }
    } else {
      var continuation = try cursor.openArray()
      while continuation == .another {
        workspace.memory.items.append(Item(value: cursor.position))
        skipAgain()
        continuation = try cursor.continueArray()
      }
    }
  }

  /// A member or an element, and whether a keyword has evaluated it.
  struct Item: BitwiseCopyable {
    var name: StringToken?
    var value: Int
    var isEvaluated = false
  }

  /// Marks the items that a collector has evaluated. Returns false if a limit left that undecided.
  private mutating func collect(
    _ index: Int32, _ value: ValueAtHand, _ items: Range<Int>
  ) throws(JSONFault) -> Bool {
    guard index >= 0 else { return true }
    guard enterEvaluation(at: value.start) else {
      undecidedCount -= 1
      return false
    }
    defer { evaluationDepth -= 1 }
    let collector = tables.collectors.place(Int(index))
    if collector.element.isAll {
      for item in items { workspace.memory.items[item].isEvaluated = true }
      return true
    }
    var isCertain = true
    for (ordinal, item) in items.enumerated() where !workspace.memory.items[item].isEvaluated {
      switch try looks(collector, at: workspace.memory.items[item], ordinal) {
      case .valid: workspace.memory.items[item].isEvaluated = true
      case .invalid: break
      case .undecided: isCertain = false
      }
    }
    for branch in collector.element.branches.indices {
      if try !collect(tables.collectorBranches[branch], value, items) { isCertain = false }
    }
    return isCertain
  }

  /// Whether a collector's own keywords evaluate an item.
  private mutating func looks(
    _ collector: Table<Collector>.Place, at item: Item, _ ordinal: Int
  ) throws(JSONFault) -> Verdict {
    guard let name = item.name else {
      if ordinal < collector.element.prefixCount { return .valid }
      for node in collector.element.contained.indices {
        let verdict = try verdict(of: tables.nodeLists[node], at: item.value)
        if verdict != .invalid { return verdict }
      }
      return .invalid
    }
    for text in collector.element.names.indices
    where isText(name, tables.texts.place(Int(text)), cursor) {
      return .valid
    }
    for pattern in collector.element.patterns.indices {
      switch match(name, tables.namePatterns[pattern].pattern) {
      case .match: return .valid
      case .noMatch: break
      case .gaveUp(let limit):
        leaveOpen(.matching(limit, nil), at: name.byteRange)
        undecidedCount -= 1
        return .undecided
      }
    }
    return .invalid
  }

  private mutating func collect(
    _ branch: CollectorBranch, _ value: ValueAtHand, _ items: Range<Int>
  ) throws(JSONFault) -> Bool {
    if branch.name >= 0 {
      let text = tables.texts.place(Int(branch.name))
      let isPresent = items.contains {
        workspace.memory.items[$0].name.map { isText($0, text, cursor) } ?? false
      }
      guard isPresent else { return true }
      return try collect(branch.collector, value, items)
    }
    switch try verdict(of: branch.node, at: value.start) {
    case .valid: return try collect(branch.collector, value, items)
    case .invalid: return try collect(branch.otherwise, value, items)
    case .undecided: return false
    }
  }
}
