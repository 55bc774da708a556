import ECMARegex
import JSONText

/// One walk over one document, driven by a compiled schema: verdict and errors in a single pass.
///
/// If a value must satisfy alternatives, the walk reads it again for each of them. A value that was read before is
/// known to be strict JSON, so such a reading stops at the first violation.
///
/// The walk recurses into containers and into nodes applied to one value; both depths are bounded.
///
/// Marked safe although it counts no references: the caller keeps the schema and the workspace alive until the walk
/// ends. Counting references to a schema that all threads share would make the threads wait for one another.
@safe struct ValidationPass: BitwiseCopyable {
  private let tablesPointer: TablesPointer
  let compiled: Unmanaged<CompiledSchema>
  let workspace: WorkspacePointer
  /// The number of the document among those of the workspace.
  let documentNumber: Int
  /// `ValidationLimits.errors`.
  let errorLimit: Int
  /// The maximum nesting of containers to walk.
  let depthLimit: Int
  var cursor: JSONCursor
  /// The number of open containers.
  var depth = 0
  /// The number of nodes that are being applied to values that were read before.
  var evaluationDepth = 0
  /// Whether the workspace's `findings` contain anything.
  var hasFindings = false

  /// The number of violations since the innermost silent reading began.
  var failureCount = 0
  /// The number of results in that reading that a limit left open.
  var undecidedCount = 0
  /// The offset of the first of these violations.
  var firstFailure = 0
  /// Whether violations are counted without being reported.
  var isSilent = false
  /// Whether the current value was read before, so it is known to be strict JSON.
  var isRereading = false
  /// The number of values around the current one that will be read again.
  var rereadCount = 0
  /// The secret object with a member whose name may be secret; -1 if there is none.
  var secretAnchor = -1

  /// Creates a walk over bytes. Like the schema and the workspace, they must stay alive and unchanged until it ends.
  @unsafe @inline(__always)
  init(
    _ bytes: UnsafeRawBufferPointer, _ compiled: CompiledSchema, _ workspace: ValidationWorkspace
  ) {
    unsafe self.compiled = .passUnretained(compiled)
    tablesPointer = compiled.tables
    errorLimit = compiled.limits.errors
    depthLimit = min(compiled.limits.json.depth, compiled.limits.evaluationDepth)
    self.workspace = workspace.pointer
    documentNumber = self.workspace.memory.begin()
    cursor = unsafe JSONCursor(unsafeBytes: bytes)
    if bytes.count > compiled.limits.json.documentBytes { noteLength() }
  }

  var tables: SchemaTables {
    @inline(__always) unsafeAddress { unsafe tablesPointer.address }
  }

  /// Walks the document. Call it once.
  @inline(__always)
  mutating func run() -> ValidationResult {
    walkDocument()
    return hasFindings ? workspace.memory.takeResult(cursor) : ValidationResult()
  }

  @inline(__always)
  private mutating func walkDocument() {
    // A document that is too long is not read.
    guard !hasFindings else { return }
    do throws(JSONFault) {
      try cursor.beginDocument()
      try walk(node: tables.root)
      try cursor.endDocument()
      if undecidedCount > 0 { noteOpenQuestion() }
    } catch {
      note(error)
    }
  }

  /// Whether the current reading can end because it has found a violation and needs no more.
  ///
  /// It must end before the walk enters another node, whose verdict would be remembered although it is incomplete.
  var isDecided: Bool {
    @inline(__always) get { failureCount > 0 && isSilent && isRereading }
  }

  // MARK: Values

  @inline(__always)
  mutating func walk(node index: Int32) throws(JSONFault) {
    guard index >= 0 else { return try skip() }
    let node = tables.nodes.place(Int(index))
    // Verdicts are needed only if a value may be read again.
    if node.element.isRemembered, isRereading || rereadCount > 0 {
      return try walkRemembered(index)
    }
    if cursor.next == UInt8(ascii: "{") {
      guard node.element.object >= 0 else { return try skip() }
      try walkObject(node.element.object)
    } else {
      try walkOther(index)
    }
  }

  /// Walks a value that is not an object.
  mutating func walkOther(_ index: Int32) throws(JSONFault) {
    let node = tables.nodes.place(Int(index))
    guard let kind = cursor.kindOfNextValue else {
      throw JSONFault(cursor.isAtEnd ? .unexpectedEnd : .expectedValue, at: cursor.position)
    }
    switch kind {
    case .string:
      var cursor = cursor
      let token = try cursor.scanString()
      self.cursor = cursor
      if node.element.string >= 0 { try check(token, node.element.string) }
    case .number:
      if node.element.number >= 0 {
        try walkNumber(node.element.number)
      } else {
        try cursor.scanNumber()
      }
    case .array:
      if node.element.array >= 0 { try walkArray(node.element.array) } else { try skip() }
    case .boolean:
      try walkLiteral(node.element.boolean)
    case .null:
      try walkLiteral(node.element.null)
    case .object:
      if node.element.object >= 0 { try walkObject(node.element.object) } else { try skip() }
    }
  }

  /// Walks the value of an undeclared member.
  @inline(__always)
  mutating func walkUndeclaredValue(_ index: Int32) throws(JSONFault) {
    let property = tables.properties.place(Int(index))
    var cursor = cursor
    let isValid = try skipValid(property, &cursor, startingWith: cursor.next)
    self.cursor = cursor
    if !isValid { try walkValue(of: property) }
  }

  /// Moves past a string, a number or a literal if a fast path accepts it; otherwise returns false and does not move.
  @inline(__always)
  private mutating func skipValid(
    _ property: Table<CompiledProperty>.Place, _ cursor: inout JSONCursor, startingWith next: UInt8?
  ) throws(JSONFault) -> Bool {
    if next == UInt8(ascii: "\"") {
      return try skipValidString(of: property, &cursor)
    }
    // A bracket differs from the brace of the same direction in one bit.
    if (next ?? 0) | 0x20 == UInt8(ascii: "{") { return false }
    let end = cursor.endOfScalar(
      property.element.fastPath.scalars, minimum: property.element.fastPath.minimum,
      maximum: property.element.fastPath.maximum)
    if end < 0 { return false }
    cursor.position = end
    return true
  }

  /// Moves past a string if the property's fast path accepts it; otherwise returns false and does not move.
  @inline(__always)
  private mutating func skipValidString(
    of property: Table<CompiledProperty>.Place, _ cursor: inout JSONCursor
  ) throws(JSONFault) -> Bool {
    // Read only the kind: a local copy would copy the whole fast path.
    let kind = property.element.fastPath.kind
    if kind == .scanner { return cursor.skipPlainString(of: property) }
    if kind == .anyString || kind == .length {
      var ahead = cursor
      let token = try ahead.scanString()
      guard
        kind == .anyString || property.element.fastPath.allows(length: token.lengthInCodePoints)
      else { return false }
      cursor = ahead
      return true
    }
    guard kind == .spelling, let ahead = cursor.wordsAhead else { return false }
    if property.element.fastPath.spelling.stands(in: ahead) {
      cursor.position &+= property.element.fastPath.spelling.count
      return true
    }
    let byteCount = lengthOfPredictedText(property.element.fastPath.textTable, ahead)
    cursor.position &+= byteCount
    return byteCount > 0
  }

  /// The length of the token ahead if it is the text that a table predicts; otherwise 0.
  @inline(never)
  private mutating func lengthOfPredictedText(_ table: Int32, _ ahead: WordsAhead) -> Int {
    guard table >= 0 else { return 0 }
    let place = tables.textTables.place(Int(table)).element.predictions.place(of: ahead)
    let prediction = tables.predictions[place]
    return tables.spellings[prediction.index].stands(in: ahead) ? Int(prediction.byteCount) : 0
  }

  /// Moves past a value that the schema does not restrict.
  mutating func skip() throws(JSONFault) {
    if isRereading { return skipAgain() }
    workspace.memory.scratch.nesting.limit = documentDepthLimit - depth
    try cursor.skipValue(&workspace.memory.scratch)
    if let offset = workspace.memory.scratch.nesting.limitExceededAt { noteDepth(at: offset) }
  }

  /// Moves past a value that was read before.
  @inline(never)
  mutating func skipAgain() {
    var cursor = cursor
    skipChecked(&cursor)
    self.cursor = cursor
  }

  /// Moves a cursor past a value that was read before, or whose end is all that matters for now.
  mutating func skipChecked(_ cursor: inout JSONCursor) {
    let isContainer = cursor.next == UInt8(ascii: "{") || cursor.next == UInt8(ascii: "[")
    if isContainer && depth &+ evaluationDepth > 24 {
      workspace.memory.containerEnds.skip(&cursor)
    } else {
      cursor.skipCheckedValue()
    }
  }

  private var documentDepthLimit: Int {
    unsafe compiled._withUnsafeGuaranteedRef { $0.limits.json.depth }
  }

  /// Counts a container that opens. If it exceeds the depth limit, skips it and returns false.
  @inline(__always)
  private mutating func enterContainer() throws(JSONFault) -> Bool {
    guard depth < depthLimit else {
      try skipTooDeep()
      return false
    }
    depth &+= 1
    return true
  }

  @inline(never)
  private mutating func skipTooDeep() throws(JSONFault) {
    if depth >= documentDepthLimit {
      noteDepth(at: cursor.position)
    } else {
      leaveOpen(.evaluation(bound: depthLimit), at: cursor.position..<(cursor.position + 1))
    }
    try skip()
  }

  // MARK: Arrays

  private mutating func walkArray(_ index: Int32) throws(JSONFault) {
    let plan = tables.arrays.place(Int(index))
    let start = cursor.position
    if !plan.element.refusals.isEmpty {
      refuse(plan.element.refusals, .array, start..<(start + 1))
      if isDecided { return }
    }
    if plan.element.ignoresElements { return try skip() }
    guard try enterContainer() else { return }
    let readsAgain: Int = plan.element.applicators.isEmpty ? 0 : 1
    rereadCount &+= readsAgain
    var elementCount = 0
    // Kept in registers, as in the walk over members.
    var cursor = cursor
    let rest = tables.properties.place(Int(plan.element.rest))
    var continuation = try cursor.openArray()
    while continuation == .another {
      let element =
        elementCount < Int(plan.element.prefix.count)
        ? tables.properties.place(Int(plan.element.prefix.first) &+ elementCount) : rest
      elementCount &+= 1
      if try !skipValid(element, &cursor, startingWith: cursor.next) {
        self.cursor = cursor
        try walkValue(of: element)
        if isDecided { return }
        cursor = self.cursor
      }
      continuation = try cursor.continueArray()
    }
    self.cursor = cursor
    depth &-= 1
    if !plan.element.checks.isEmpty {
      checkContainer(plan.element.checks, count: elementCount, start)
    }
    if readsAgain > 0 {
      rereadCount &-= 1
      try apply(
        plan.element.applicators, ValueAtHand(start: start, kind: .array, count: elementCount))
    }
  }

  // MARK: Objects

  mutating func walkObject(_ index: Int32) throws(JSONFault) {
    let plan = tables.objects.place(Int(index))
    if plan.element.isUsual { return try walkMembers(index) }
    try walkUnusualObject(index)
  }

  @inline(never)
  private mutating func walkUnusualObject(_ index: Int32) throws(JSONFault) {
    let index = discriminatedPlan(index)
    guard index >= 0 else { return try skip() }
    let plan = tables.objects.place(Int(index))
    let start = cursor.position
    if !plan.element.refusals.isEmpty {
      refuse(plan.element.refusals, .object, start..<(start + 1))
      if isDecided { return }
    }
    if plan.element.ignoresMembers { return try skip() }
    try walkMembers(index)
  }

  private mutating func walkMembers(_ planIndex: Int32) throws(JSONFault) {
    let plan = tables.objects.place(Int(planIndex))
    guard try enterContainer() else { return }
    // Kept in registers, and written back before each call that continues from it.
    var cursor = cursor
    let start = cursor.position
    var seen: UInt64 = 0
    var others = OtherMembers()
    if plan.element.hasMore { beginMore(plan, &others) }
    // Most documents have their members in the order of the declaration.
    var expected = tables.properties.place(Int(plan.element.properties.first))

    var continuation = try cursor.openObject()
    while continuation == .another {
      let nameOffset = cursor.position
      let property: Table<CompiledProperty>.Place
      if let usual = skipUsualName(&cursor, expecting: expected, in: plan) {
        property = usual
        // The branches of a loop are predicted; an addition would wait for the byte. Whitespace is skipped before the
        // check for a duplicate name, which would be the first fault, because skipping it never throws.
        cursor.skipWhitespace()
      } else {
        self.cursor = cursor
        let found = try walkUnusualName(in: planIndex, start, seen, &others)
        if isDecided { return }
        cursor = self.cursor
        guard found >= 0 else {
          continuation = try cursor.continueObject()
          continue
        }
        property = tables.properties.place(found)
      }
      expected = property.next

      // A property beyond the first 64 has no bit.
      let seenNow = seen | property.element.bit
      if seenNow == seen {
        self.cursor = cursor
        try noteUnusual(property, planIndex, nameOffset, start, others)
      }
      seen = seenNow
      guard let next = cursor.next else { throw JSONFault(.unexpectedEnd, at: cursor.position) }

      if try skipValid(property, &cursor, startingWith: next) {
        continuation = try cursor.continueObject()
        continue
      }
      self.cursor = cursor
      if next == UInt8(ascii: "{"), property.element.usualObject >= 0 {
        try walkMembers(property.element.usualObject)
      } else if property.element.refusal < 0 {
        try walkValue(of: property)
      } else {
        try walkRefused(property, nameOffset)
      }
      if isDecided { return }
      cursor = self.cursor
      continuation = try cursor.continueObject()
    }
    self.cursor = cursor
    depth &-= 1
    if plan.element.hasMore || others.count > 1
      || seen & plan.element.required != plan.element.required
    {
      try finish(plan, seen, others, at: start)
    }
  }

  /// The members of the open object, other than the plan's first 64 properties.
  struct OtherMembers: BitwiseCopyable {
    /// The number of members that the plan does not know.
    var count = 0
    /// The name of the first one. Most objects have no second, so the name is not stored to find duplicates.
    var first: StringToken?
    /// The index of the other properties' bits in the workspace; -1 if there are none.
    var base = -1
  }

  /// The members of an object that was read.
  struct Members: BitwiseCopyable {
    var count = 0
    /// The plan's first property, from which ordinals are counted.
    var firstProperty: Int32 = 0
    /// A bit for each of the plan's first 64 properties that was seen.
    var seen: UInt64 = 0
    /// The index of the other properties' bits in the workspace; -1 if there are none.
    var base = -1

    /// Whether a property was seen.
    func contains(_ ordinal: Int32, _ workspace: WorkspacePointer) -> Bool {
      guard ordinal >= 0 else { return false }
      let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: ordinal & 63)
      let word =
        ordinal < 64 ? seen : workspace.memory.presence.words[base + Int(ordinal >> 6) - 1]
      return word & bit != 0
    }
  }

  // Some methods are `mutating` although they change nothing: otherwise each call would copy the walk.

  /// Moves past a member's name and colon if they are in canonical spelling, and returns the property.
  ///
  /// Otherwise returns nil and does not move; the name may still belong to a property.
  @inline(__always)
  private mutating func skipUsualName(
    _ cursor: inout JSONCursor, expecting expected: Table<CompiledProperty>.Place,
    in plan: Table<ObjectPlan>.Place
  ) -> Table<CompiledProperty>.Place? {
    guard let ahead = cursor.wordsAhead else { return nil }
    if expected.element.spelling.stands(in: ahead) {
      let count = expected.element.spelling.count
      if count <= 16 || hasRest(of: expected, cursor) {
        cursor.position &+= count
        return expected
      }
    }
    guard plan.element.predictions.isUseful else { return nil }
    let prediction = tables.predictions[plan.element.predictions.place(of: ahead)]
    let property = tables.properties.place(Int(prediction.index))
    guard property.element.spelling.stands(in: ahead),
      prediction.byteCount <= 16 || hasRest(of: property, cursor)
    else { return nil }
    cursor.position &+= Int(prediction.byteCount)
    return property
  }

  /// Whether the rest of a long name follows its first 16 bytes, which include the opening quote.
  @inline(never)
  private mutating func hasRest(
    of property: Table<CompiledProperty>.Place, _ cursor: JSONCursor
  ) -> Bool {
    let count = property.element.spelling.count
    guard cursor.count &- cursor.position >= count else { return false }
    // The text of the schema has the quote before the name, and the quote and the colon after it.
    let own = unsafe tables.text.bytes(from: property.element.name.start &- 1, count: count)
    let bytes = unsafe cursor.bytes(from: cursor.position, to: cursor.position &+ count)
    var offset = 16
    while offset < count {
      // The last two words overlap.
      let start = min(offset, count &- 8)
      guard
        unsafe own.loadUnaligned(fromByteOffset: start, as: UInt64.self)
          == bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      else { return false }
      offset &+= 8
    }
    return true
  }

  /// The index of the property with the given name, or -1.
  @inline(never)
  mutating func propertyIndex(
    _ name: StringToken, in plan: Int32, _ cursor: JSONCursor
  ) -> Int {
    guard !name.hasEscapes else { return propertyIndex(escaped: name, in: plan, cursor) }
    return unsafe tables.property(
      of: plan, cursor.bytes(from: name.start, to: name.end),
      readable: cursor.count &- name.start)
  }

  @inline(never)
  private mutating func propertyIndex(
    escaped name: StringToken, in plan: Int32, _ cursor: JSONCursor
  ) -> Int {
    let tables = tables
    return unsafe workspace.memory.scratch.withUnescaped(name, from: cursor) { text in
      unsafe tables.property(of: plan, text, readable: text.count)
    }
  }

  /// The offset of a property's first name in the object that starts at an offset.
  @inline(never)
  mutating func firstOffset(
    of property: Table<CompiledProperty>.Place, in plan: Int32, _ start: Int
  ) -> Int {
    let index = Int(tables.objects[Int(plan)].properties.first &+ property.element.ordinal)
    var cursor = cursor
    cursor.position = start
    do throws(JSONFault) {
      var continuation = try cursor.openObject()
      while continuation == .another {
        let name = try cursor.scanString()
        if propertyIndex(name, in: plan, cursor) == index { return name.start - 1 }
        try cursor.skipColon()
        cursor.skipCheckedValue()
        continuation = try cursor.continueObject()
      }
    } catch {
      // Everything before the second name was read without a fault.
    }
    return start
  }
}
