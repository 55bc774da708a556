import ECMARegex
import JSONText

extension ValidationPass {
  // MARK: Unusual members

  /// Prepares for the checks that follow the members.
  @inline(never)
  mutating func beginMore(_ plan: Table<ObjectPlan>.Place, _ others: inout OtherMembers) {
    rereadCount += 1
    if plan.element.properties.count > 64 {
      others.base = workspace.memory.presence.open(count: plan.element.properties.count - 64)
    }
  }

  /// Reads a name that is not in its canonical spelling or that the plan does not know. In the latter case, also
  /// walks the value.
  ///
  /// Returns the index of the property, with the cursor at its value, or -1.
  @inline(never)
  mutating func walkUnusualName(
    in index: Int32, _ start: Int, _ seen: UInt64, _ others: inout OtherMembers
  ) throws(JSONFault) -> Int {
    let name = try cursor.scanString()
    let isMap = tables.objects.place(Int(index)).element.properties.isEmpty
    let found = isMap ? -1 : propertyIndex(name, in: index, cursor)
    if found >= 0 {
      do throws(JSONFault) {
        try cursor.skipColon()
      } catch {
        // The duplicate member name comes before the other fault.
        let property = tables.properties.place(found)
        if property.element.bit == 0 || seen & property.element.bit != 0 {
          try noteUnusual(property, index, name.start - 1, start, others)
        }
        throw error
      }
    } else {
      try walkUndeclared(name, in: tables.objects.place(Int(index)), start, &others)
    }
    return found
  }

  /// Records a property that is beyond the first 64 or that was seen before.
  ///
  /// - Throws: `duplicateKey` if it was seen before.
  @inline(never)
  mutating func noteUnusual(
    _ property: Table<CompiledProperty>.Place, _ plan: Int32, _ nameOffset: Int, _ start: Int,
    _ others: OtherMembers
  ) throws(JSONFault) {
    let ordinal = property.element.ordinal
    if ordinal >= 64 {
      let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: ordinal & 63)
      if workspace.memory.presence.insert(others.base &+ Int(ordinal >> 6) &- 1, bit) { return }
    }
    throw JSONFault(
      .duplicateKey(firstOffset: firstOffset(of: property, in: plan, start)), at: nameOffset)
  }

  /// Walks the value of a property if it is not a string, or if no fast path can decide the string.
  @inline(never)
  mutating func walkValue(of property: Table<CompiledProperty>.Place) throws(JSONFault) {
    if property.element.fastPath.kind != .notString, cursor.next == UInt8(ascii: "\"") {
      // Such a string only needs to satisfy rules.
      var cursor = cursor
      let token = try cursor.scanString()
      self.cursor = cursor
      if property.element.stringPlan >= 0 { checkText(token, property.element.stringPlan) }
    } else {
      try walk(node: property.element.node)
    }
  }

  // MARK: Undeclared members

  /// Walks a member that the plan does not declare. The cursor is after its name.
  @inline(never)
  mutating func walkUndeclared(
    _ name: StringToken, in plan: Table<ObjectPlan>.Place, _ start: Int,
    _ others: inout OtherMembers
  ) throws(JSONFault) {
    others.count += 1
    if !isRereading { try noteName(name, &others) }
    switch plan.element.undeclared.treatment {
    case .skip:
      try cursor.skipColon()
      try walkUndeclaredValue(plan.element.undeclared.property)
    case .report, .reject:
      report(undeclared: name, in: plan, start)
      try cursor.skipColon()
      try walkUndeclaredValue(plan.element.undeclared.property)
    case .walk, .match:
      let anchor = secretAnchor
      if plan.element.isSecret && anchor < 0 { secretAnchor = start }
      defer { secretAnchor = anchor }
      if plan.element.undeclared.treatment == .walk {
        try cursor.skipColon()
        try walkUndeclaredValue(plan.element.undeclared.property)
      } else {
        try walkMatched(name, in: plan)
      }
    }
  }

  /// Keeps a name to find duplicates of it.
  private mutating func noteName(
    _ name: StringToken, _ others: inout OtherMembers
  ) throws(JSONFault) {
    if others.count == 1 {
      others.first = name
      return
    }
    if others.count == 2, let first = others.first {
      workspace.memory.scratch.keys.open()
      try workspace.memory.scratch.keys.insert(first, from: cursor)
    }
    try workspace.memory.scratch.keys.insert(name, from: cursor)
  }

  /// Walks a member's value with every node that the patterns of its name select.
  private mutating func walkMatched(
    _ name: StringToken, in plan: Table<ObjectPlan>.Place
  ) throws(JSONFault) {
    let first = workspace.memory.nodes.count
    defer { workspace.memory.nodes.removeSubrange(first...) }
    collectNodes(for: name, plan.element.undeclared.groups)
    if isDecided { return }
    try cursor.skipColon()
    let start = cursor.position
    guard workspace.memory.nodes.count > first else { return try skip() }
    let others = workspace.memory.nodes.count > first + 1
    if others { rereadCount += 1 }
    try walk(node: workspace.memory.nodes[first])
    if isDecided || !others { return }
    rereadCount -= 1
    for index in (first + 1)..<workspace.memory.nodes.count {
      try walkAgain(workspace.memory.nodes[index], at: start)
      if isDecided { return }
    }
  }

  /// Collects the nodes for a member, and reports the member if it is forbidden.
  private mutating func collectNodes(for name: StringToken, _ groups: TableRange) {
    for index in groups.indices {
      let group = tables.memberGroups.place(Int(index))
      var isMatched = false
      for pattern in group.element.patterns.indices {
        let pattern = tables.namePatterns[pattern]
        switch match(name, pattern.pattern) {
        case .match:
          isMatched = true
          if pattern.node >= 0 { workspace.memory.nodes.append(pattern.node) }
        case .noMatch: break
        case .gaveUp(let limit):
          isMatched = true
          leaveOpen(.matching(limit, nil), at: name.byteRange)
        }
      }
      guard !isMatched else { continue }
      if group.element.refusal >= 0 {
        fail(group.element.refusal, .unspecified, name.byteRange, .value(name.start - 1))
      } else if group.element.otherwise >= 0 {
        workspace.memory.nodes.append(group.element.otherwise)
      }
    }
  }

  /// Matches a name or another string with a pattern.
  mutating func match(_ token: StringToken, _ pattern: Int32) -> MatchResult {
    let matcher = tables.matchers.place(Int(pattern))
    guard token.hasEscapes else {
      let text = unsafe cursor.bytes(from: token.start, to: token.end)
      return unsafe matcher.element.match(
        validUTF8: text, isASCII: token.lengthInCodePoints == text.count)
    }
    return unsafe workspace.memory.scratch.withUnescaped(token, from: cursor) { text in
      unsafe matcher.element.match(validUTF8: text, isASCII: token.lengthInCodePoints == text.count)
    }
  }

  // MARK: Declared members

  /// Reports a forbidden member, and walks its value for its other requirements.
  @inline(never)
  mutating func walkRefused(
    _ property: Table<CompiledProperty>.Place, _ nameOffset: Int
  ) throws(JSONFault) {
    var name = cursor
    name.position = nameOffset
    let range = try name.scanString().byteRange
    fail(property.element.refusal, .unspecified, range, .value(nameOffset))
    // The value may also violate other schemas.
    if !isDecided { try walk(node: property.element.node) }
  }

  @inline(never)
  mutating func reportMissing(
    _ plan: Table<ObjectPlan>.Place, _ members: Members, at start: Int
  ) {
    for index in plan.element.properties.indices {
      let property = tables.properties.place(Int(index))
      guard !property.element.requiredRules.isEmpty,
        !members.contains(property.element.ordinal, workspace)
      else { continue }
      for rule in property.element.requiredRules.indices {
        fail(
          tables.ruleLists[rule], .unspecified, start..<(start + 1),
          .missing(index, object: start))
      }
    }
  }

  // MARK: Discriminators

  /// The plan for the object at the cursor, given the values of some of its members; -1 if any object is valid.
  @inline(never)
  mutating func discriminatedPlan(_ index: Int32) -> Int32 {
    var index = index
    let names = tables.objects.place(Int(index)).element.discriminating
    guard !names.isEmpty, findDiscriminating(names) else { return index }
    while true {
      let plan = tables.objects.place(Int(index))
      let node =
        plan.element.discriminator >= 0
        ? node(of: tables.discriminators.place(Int(plan.element.discriminator)))
        : nodeOfOnlyAlternative(plan.element.presenceChoice)
      guard node >= 0 else { return index }
      index = tables.nodes[node].object
      guard index >= 0 else { return -1 }
    }
  }

  /// Finds the values of the members with the given names. Returns false for a malformed object; the walk will find the
  /// fault.
  private mutating func findDiscriminating(_ names: TableRange) -> Bool {
    workspace.memory.discriminating.removeAll(reserving: Int(names.count))
    var cursor = cursor
    do throws(JSONFault) {
      var continuation = try cursor.openObject()
      while continuation == .another {
        let name = try cursor.scanString()
        try cursor.skipColon()
        for index in names.indices {
          let text = tables.nodeLists[index]
          if isText(name, tables.texts.place(Int(text)), cursor) {
            workspace.memory.discriminating.note(text, at: cursor.position)
            break
          }
        }
        if workspace.memory.discriminating.count == Int(names.count) { return true }
        skipChecked(&cursor)
        continuation = try cursor.continueObject()
      }
      return true
    } catch {
      return false
    }
  }

  /// The node that a discriminator selects; -1 if it decides nothing.
  private mutating func node(of discriminator: Table<Discriminator>.Place) -> Int32 {
    let position = workspace.memory.discriminating.position(of: discriminator.element.name)
    guard position >= 0 else { return discriminator.element.missing }
    var cursor = cursor
    cursor.position = position
    switch cursor.next {
    case UInt8(ascii: "\""):
      guard let token = try? cursor.scanString() else { return -1 }
      let place = place(of: token, in: discriminator.element.texts, cursor)
      return place < 0
        ? discriminator.element.other : tables.nodeLists[discriminator.element.firstNode &+ place]
    case UInt8(ascii: "n"): return discriminator.element.null
    case UInt8(ascii: "t"): return discriminator.element.true
    case UInt8(ascii: "f"): return discriminator.element.false
    default: return discriminator.element.other
    }
  }

  /// The node for the only alternative of a choice that an object's members allow; -1 if there are several.
  private mutating func nodeOfOnlyAlternative(_ index: Int32) -> Int32 {
    guard index >= 0 else { return -1 }
    let choice = tables.presenceChoices.place(Int(index))
    var seen: UInt64 = 0
    var bit: UInt64 = 1
    for name in choice.element.names.indices {
      if workspace.memory.discriminating.position(of: tables.nodeLists[name]) >= 0 { seen |= bit }
      bit <<= 1
    }
    var only: Int32 = -1
    var word = choice.element.firstWord
    for node in choice.element.nodes.indices {
      let end = word &+ 1 &+ Int32(truncatingIfNeeded: tables.requiredWords[word])
      word &+= 1
      var isPossible = true
      while word < end {
        if tables.requiredWords[word] & seen == 0 { isPossible = false }
        word &+= 1
      }
      guard isPossible else { continue }
      if only >= 0 { return -1 }
      only = tables.nodeLists[node]
    }
    return only
  }

  /// Whether a string of the document equals a text of the schema.
  @inline(__always)
  mutating func isText(
    _ token: StringToken, _ text: Table<CompiledText>.Place, _ cursor: JSONCursor
  ) -> Bool {
    guard token.hasEscapes else {
      guard token.end &- token.start == text.element.words.count else { return false }
      let bytes = unsafe cursor.bytes(from: token.start, to: token.end)
      return unsafe tables.isEqual(
        text.element, WordPair(bytes, readable: cursor.count &- token.start), bytes)
    }
    return isText(escaped: token, text, cursor)
  }

  @inline(never)
  private mutating func isText(
    escaped token: StringToken, _ text: Table<CompiledText>.Place, _ cursor: JSONCursor
  ) -> Bool {
    let tables = tables
    return unsafe workspace.memory.scratch.withUnescaped(token, from: cursor) { bytes in
      unsafe tables.isEqual(text.element, WordPair(bytes, readable: bytes.count), bytes)
    }
  }

  /// The index of a string among the texts of a table, or -1.
  mutating func place(of token: StringToken, in table: Int32, _ cursor: JSONCursor) -> Int32 {
    guard token.hasEscapes else {
      return unsafe tables.place(
        of: cursor.bytes(from: token.start, to: token.end), readable: cursor.count &- token.start,
        in: table)
    }
    return place(ofEscaped: token, in: table, cursor)
  }

  @inline(never)
  private mutating func place(
    ofEscaped token: StringToken, in table: Int32, _ cursor: JSONCursor
  ) -> Int32 {
    let tables = tables
    return unsafe workspace.memory.scratch.withUnescaped(token, from: cursor) { bytes in
      unsafe tables.place(of: bytes, readable: bytes.count, in: table)
    }
  }
}

/// The positions of the values of some members of the current object.
///
/// Marked safe although it holds a pointer: it owns the memory, cannot be copied, and compares each index.
@safe struct DiscriminatingMembers: ~Copyable {
  private var members: UnsafeMutablePointer<(name: Int32, position: Int)>
  private var capacity = 16
  private(set) var count = 0

  init() { unsafe members = .allocate(capacity: capacity) }

  deinit { unsafe members.deallocate() }

  /// Removes all members and reserves capacity.
  mutating func removeAll(reserving needed: Int) {
    count = 0
    guard needed > capacity else { return }
    capacity = needed
    unsafe members.deallocate()
    unsafe members = .allocate(capacity: needed)
  }

  /// Records the value of a member whose name is an index into `texts`.
  mutating func note(_ name: Int32, at position: Int) {
    guard count < capacity else { return }
    unsafe members[count] = (name, position)
    count += 1
  }

  /// The offset of a member's value; -1 if the object does not have the member.
  func position(of name: Int32) -> Int {
    for index in 0..<count where unsafe members[index].name == name {  // strings: numbers
      return unsafe members[index].position
    }
    return -1
  }
}
