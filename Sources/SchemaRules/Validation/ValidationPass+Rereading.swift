import JSONText

/// A value that was read; the cursor is after it.
struct ValueAtHand: BitwiseCopyable {
  /// The offset of its first byte.
  let start: Int
  let kind: JSONKind
  /// The number of elements of an array.
  var count = 0
  /// The members of an object.
  var members = ValidationPass.Members()
}

/// Whether a value satisfies a node.
enum Verdict: UInt8, BitwiseCopyable {
  case valid
  case invalid
  /// A limit was exceeded before the answer was known.
  case undecided
}

extension ValidationPass {
  /// Completes the checks of an object after its members have been read.
  @inline(never)
  mutating func finish(
    _ plan: Table<ObjectPlan>.Place, _ seen: UInt64, _ others: OtherMembers, at start: Int
  ) throws(JSONFault) {
    if others.count > 1 && !isRereading { workspace.memory.scratch.keys.close() }
    var members = Members(
      count: others.count + seen.nonzeroBitCount, firstProperty: plan.element.properties.first,
      seen: seen, base: others.base)
    var isComplete = seen & plan.element.required == plan.element.required
    if members.base >= 0 {
      members.count += workspace.memory.presence.count(from: members.base)
      isComplete =
        isComplete
        && workspace.memory.presence.contain(
          tables.requiredWords, plan.element.moreRequired, from: members.base)
    }
    if !isComplete { reportMissing(plan, members, at: start) }
    guard plan.element.hasMore else { return }
    rereadCount -= 1
    try finish(plan, members, at: start)
    if members.base >= 0 { workspace.memory.presence.close(to: members.base) }
  }

  private mutating func finish(
    _ plan: Table<ObjectPlan>.Place, _ members: Members, at start: Int
  ) throws(JSONFault) {
    if !plan.element.checks.isEmpty {
      checkContainer(plan.element.checks, count: members.count, start)
    }
    guard !plan.element.applicators.isEmpty else { return }
    try apply(
      plan.element.applicators, ValueAtHand(start: start, kind: .object, members: members))
  }

  /// Applies other nodes to a value that was read. Afterwards, the cursor is after the value.
  @inline(never)
  mutating func apply(_ applicators: TableRange, _ value: ValueAtHand) throws(JSONFault) {
    if isDecided { return }
    let end = cursor.position
    for index in applicators.indices {
      try apply(tables.applicators.place(Int(index)), value)
      if isDecided { return }
      cursor.position = end
    }
    if rereadCount == 0 && !isRereading { workspace.memory.verdicts.forget() }
  }

  private mutating func apply(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) {
    switch place.element.operation {
    case .also:
      try walkAgain(place.element.node, at: value.start)
    case .anyOf, .oneOf:
      try applyChoice(place, value)
    case .not:
      let end = cursor.position
      switch try verdict(of: place, value) {
      case .invalid: break
      case .undecided: undecidedCount += 1
      case .valid:
        cursor.position = end
        fail(place.element.rule, .unspecified, value)
      }
    case .condition:
      let branch: Int32
      switch try verdict(of: place, value) {
      case .valid: branch = place.element.then
      case .invalid: branch = place.element.otherwise
      case .undecided:
        try applyBoth(place, value)
        return
      }
      if branch >= 0 { try walkAgain(branch, at: value.start) }
    case .ifPresent:
      if value.members.contains(place.element.ordinal, workspace) {
        try walkAgain(place.element.node, at: value.start)
      }
    case .requires:
      if value.members.contains(place.element.ordinal, workspace) {
        reportMissing(place, value)
      }
    case .names:
      try applyToNames(place, value)
    case .contains:
      try applyContains(place, value)
    case .unevaluatedMembers, .unevaluatedElements:
      try applyUnevaluated(place, value)
    }
  }

  /// Walks a value again.
  mutating func walkAgain(_ node: Int32, at start: Int) throws(JSONFault) {
    guard node >= 0, enterEvaluation(at: start) else { return }
    let wasRereading = isRereading
    isRereading = true
    cursor.position = start
    try walk(node: node)
    isRereading = wasRereading
    evaluationDepth -= 1
  }

  /// Counts another node that is applied to a value. Returns false if that exceeds the limit.
  mutating func enterEvaluation(at start: Int) -> Bool {
    guard evaluationDepth + depth < evaluationLimit else {
      leaveOpen(.evaluation(bound: evaluationLimit), at: start..<(start + 1))
      return false
    }
    evaluationDepth += 1
    return true
  }

  private var evaluationLimit: Int {
    unsafe compiled._withUnsafeGuaranteedRef { $0.limits.evaluationDepth }
  }

  // MARK: Verdicts

  /// Whether a value satisfies the one node of an applicator.
  private mutating func verdict(
    of place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) -> Verdict {
    var index = place.element.presence.first
    if !place.element.presence.isEmpty {
      let isPresent = hasRequired(&index, value)
      if place.element.isPresenceAll || !isPresent { return isPresent ? .valid : .invalid }
    }
    return try verdict(of: place.element.node, at: value.start)
  }

  /// Whether an object has the members that a node requires, which are listed from an index on. Moves the index to
  /// the list of the next node.
  private mutating func hasRequired(_ index: inout Int32, _ value: ValueAtHand) -> Bool {
    var hasAll = true
    let groupCount = tables.nodeLists[index]
    index &+= 1
    for _ in 0..<groupCount {
      let end = index &+ 1 &+ tables.nodeLists[index]
      index &+= 1
      var hasOne = false
      while index < end {
        if value.members.contains(tables.nodeLists[index], workspace) { hasOne = true }
        index &+= 1
      }
      if !hasOne { hasAll = false }
    }
    return hasAll
  }

  /// The only node of a choice that an object can satisfy with its members; nil if there are several or none.
  private mutating func onlyPossible(_ place: Table<Applicator>.Place, _ value: ValueAtHand)
    -> Int32?
  {
    guard !place.element.presence.isEmpty, !place.element.isPresenceAll else { return nil }
    var only: Int32?
    var presence = place.element.presence.first
    for index in place.element.nodes.indices where hasRequired(&presence, value) {
      if only != nil { return nil }
      only = tables.nodeLists[index]
    }
    return only
  }

  /// Whether a value that was read before satisfies a node. Reports nothing.
  mutating func verdict(of node: Int32, at start: Int) throws(JSONFault) -> Verdict {
    guard node >= 0 else { return .valid }
    return try evaluate(node, at: start).verdict
  }

  /// Whether a value that was read before satisfies a node, and the offset of the first violation.
  mutating func evaluate(
    _ node: Int32, at start: Int
  ) throws(JSONFault) -> (verdict: Verdict, failure: Int) {
    cursor.position = start
    if let kind = cursor.kindOfNextValue, kind != .object, kind != .array {
      let plan = tables.nodes.place(Int(node)).element[kind]
      if plan < 0 { return (.valid, start) }
      if tables.scalars.place(Int(plan)).element.applicators.isEmpty {
        return try evaluate(scalar: kind, plan, at: start)
      }
    }
    guard enterEvaluation(at: start) else {
      // Already counted as open; the caller decides whether that matters.
      undecidedCount -= 1
      return (.undecided, start)
    }
    let outer = self
    let presence = workspace.memory.presence.words.count
    failureCount = 0
    undecidedCount = 0
    firstFailure = start
    isSilent = true
    isRereading = true
    try walk(node: node)
    let verdict: Verdict =
      failureCount > 0 ? .invalid : undecidedCount > 0 ? .undecided : .valid
    let failure = firstFailure
    // The walk can end early and leave these changed.
    let (reached, hasFindings) = (cursor.position, self.hasFindings)
    self = outer
    self.hasFindings = hasFindings
    evaluationDepth -= 1
    cursor.position = reached
    if presence < workspace.memory.presence.words.count {
      workspace.memory.presence.close(to: presence)
    }
    return (verdict, failure)
  }

  /// Evaluates a scalar with a plan that consists of checks.
  private mutating func evaluate(
    scalar kind: JSONKind, _ plan: Int32, at start: Int
  ) throws(JSONFault) -> (verdict: Verdict, failure: Int) {
    let outer = (failureCount, undecidedCount, firstFailure, isSilent)
    (failureCount, undecidedCount, firstFailure, isSilent) = (0, 0, start, true)
    switch kind {
    case .string: checkText(try cursor.scanString(), plan)
    case .number: try walkNumber(plan)
    default: try walkLiteral(plan)
    }
    let verdict: Verdict =
      failureCount > 0 ? .invalid : undecidedCount > 0 ? .undecided : .valid
    let failure = firstFailure
    (failureCount, undecidedCount, firstFailure, isSilent) = outer
    return (verdict, failure)
  }

  /// Walks a node whose verdicts are remembered.
  @inline(never)
  mutating func walkRemembered(_ index: Int32) throws(JSONFault) {
    let start = cursor.position
    if isRereading, let known = workspace.memory.verdicts.verdict(of: index, at: start) {
      switch known.verdict {
      case .valid:
        cursor.position = known.end
        return
      case .undecided:
        undecidedCount += 1
        cursor.position = known.end
        return
      case .invalid:
        if isSilent {
          failureCount += 1
          if failureCount == 1 { firstFailure = known.end }
          return
        }
      }
    }
    guard enterEvaluation(at: start) else { return try skip() }
    let (failures, open) = (failureCount, undecidedCount)
    try walkUnremembered(index)
    evaluationDepth -= 1
    // If the verdict was already decided, this walk stopped early and found none.
    if failureCount == failures && isDecided { return }
    let verdict: Verdict =
      failureCount > failures ? .invalid : undecidedCount > open ? .undecided : .valid
    let end = verdict == .invalid ? max(firstFailure, start) : cursor.position
    workspace.memory.verdicts.remember(verdict, of: index, at: start, end: end)
  }

  private mutating func walkUnremembered(_ index: Int32) throws(JSONFault) {
    let node = tables.nodes.place(Int(index))
    if cursor.next == UInt8(ascii: "{") {
      guard node.element.object >= 0 else { return try skip() }
      try walkObject(node.element.object)
    } else {
      try walkOther(index)
    }
  }

  // MARK: Alternatives

  private mutating func applyChoice(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) {
    if let only = onlyPossible(place, value) { return try walkAgain(only, at: value.start) }
    let end = cursor.position
    let isOneOf = place.element.operation == .oneOf
    var validCount = 0
    var openCount = 0
    var furthest = Furthest()
    var presence = place.element.presence.first
    for index in place.element.nodes.indices {
      if validCount > (isOneOf ? 1 : 0) { break }
      if !place.element.presence.isEmpty {
        guard hasRequired(&presence, value) else { continue }
        if place.element.isPresenceAll {
          validCount += 1
          continue
        }
      }
      let node = tables.nodeLists[index]
      let (verdict, failure) =
        node < 0 ? (.valid, 0) : try evaluate(node, at: value.start)
      switch verdict {
      case .invalid: furthest.note(index, failure)
      case .undecided: openCount += 1
      case .valid: validCount += 1
      }
    }
    cursor.position = end
    if isOneOf ? validCount > 1 : validCount > 0 {
      if isOneOf { fail(place.element.rule, .severalAlternatives, value) }
    } else if openCount > 0 {
      undecidedCount += 1
    } else if validCount == 0 {
      fail(place.element.rule, .noAlternative, value)
      guard !isSilent, !isScalar(value) else { return }
      try noteImpossible(place, value, &furthest)
      // The alternative that fails last is probably the one that the author intended.
      if furthest.index >= 0 { try walkAgain(tables.nodeLists[furthest.index], at: value.start) }
    }
  }

  /// The alternative whose first violation is furthest into a value; of several, the first.
  private struct Furthest {
    /// An index into `nodeLists`; -1 if there is none.
    var index: Int32 = -1
    private var failure = -1

    mutating func note(_ index: Int32, _ failure: Int) {
      guard failure > self.failure || failure == self.failure && index < self.index else { return }
      (self.index, self.failure) = (index, failure)
    }
  }

  /// Records the first violations of the alternatives that require a member that is missing.
  private mutating func noteImpossible(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand, _ furthest: inout Furthest
  ) throws(JSONFault) {
    guard !place.element.presence.isEmpty else { return }
    var presence = place.element.presence.first
    for index in place.element.nodes.indices where !hasRequired(&presence, value) {
      furthest.note(index, try evaluate(tables.nodeLists[index], at: value.start).failure)
    }
  }

  /// Whether the value has no parts, so an error can only state that no alternative is satisfied.
  private func isScalar(_ value: ValueAtHand) -> Bool {
    value.kind != .object && value.kind != .array
  }

  /// Applies both branches of an undecided condition, which does not matter if the branches agree.
  private mutating func applyBoth(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) {
    let then = try verdict(of: place.element.then, at: value.start)
    let otherwise = try verdict(of: place.element.otherwise, at: value.start)
    if then == .invalid, otherwise == .invalid {
      try walkAgain(place.element.then, at: value.start)
    } else if then != .valid || otherwise != .valid {
      undecidedCount += 1
    }
  }

  // MARK: Members

  private mutating func reportMissing(_ place: Table<Applicator>.Place, _ value: ValueAtHand) {
    for index in place.element.nodes.indices {
      let ordinal = tables.nodeLists[index]
      guard !value.members.contains(ordinal, workspace) else { continue }
      fail(
        place.element.rule, .dependent, value.start..<(value.start + 1),
        .missing(value.members.firstProperty &+ ordinal, object: value.start))
    }
  }

  private mutating func applyToNames(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) {
    let end = cursor.position
    let anchor = secretAnchor
    if anchor < 0, place.element.isSecret { secretAnchor = value.start }
    defer { secretAnchor = anchor }
    cursor.position = value.start
    var continuation = try cursor.openObject()
    while continuation == .another {
      let name = cursor.position
      try walkAgain(place.element.node, at: name)
      if isDecided { return }
      cursor.position = name
      skipAgain()
      try cursor.skipColon()
      skipAgain()
      continuation = try cursor.continueObject()
    }
    cursor.position = end
  }

  // MARK: Elements

  private mutating func applyContains(
    _ place: Table<Applicator>.Place, _ value: ValueAtHand
  ) throws(JSONFault) {
    let end = cursor.position
    var count = 0
    var openCount = 0
    if place.element.node < 0 {
      count = value.count
    } else {
      cursor.position = value.start
      var continuation = try cursor.openArray()
      while continuation == .another {
        let element = cursor.position
        switch try verdict(of: place.element.node, at: element) {
        case .valid: count += 1
        case .undecided: openCount += 1
        case .invalid: break
        }
        if count > place.element.maximum
          || (count >= place.element.minimum && place.element.maximum == .max)
        {
          break
        }
        cursor.position = element
        skipAgain()
        continuation = try cursor.continueArray()
      }
      cursor.position = end
    }
    if count > place.element.maximum {
      fail(place.element.secondRule, .length(count), value)
    } else if count < place.element.minimum {
      if count + openCount >= place.element.minimum {
        undecidedCount += 1
      } else {
        fail(place.element.rule, .length(count), value)
      }
    } else if count + openCount > place.element.maximum {
      undecidedCount += 1
    }
  }

  mutating func fail(_ rule: Int32, _ actual: FieldError.Actual, _ value: ValueAtHand) {
    let isContainer = value.kind == .object || value.kind == .array
    let end = isContainer ? value.start + 1 : cursor.position
    fail(
      rule, actual, value.start..<max(end, value.start), .value(value.start),
      isAfterContents: isContainer)
  }
}
