import ECMARegex
import JSONText

/// One walk over one document, driven by a compiled schema: verdict, errors and the places of the
/// values in a single pass.
///
/// Recursive by the schema's depth, which the compiler bounds, and never by the document's.
///
/// Marked safe although nothing in it is counted: whoever starts a walk keeps schema and workspace
/// alive until it ends. Counting references to a schema that all threads share would make them wait
/// for one another.
@safe struct ValidationPass: BitwiseCopyable {
  let tables: SchemaTables
  let compiled: Unmanaged<CompiledSchema>
  let workspace: WorkspacePointer
  /// Where the name of each node was last seen; see `WorkspaceMemory`.
  let nameOffsets: Table<Int>
  /// What the document's offsets are counted from in `nameOffsets`.
  let origin: Int
  /// `ValidationLimits.errors`.
  let errorLimit: Int
  /// `JSONLimits.depth`.
  let depthLimit: Int
  var cursor: JSONCursor
  /// How many containers the schema has led into.
  var depth = 0
  /// Whether there is anything in the workspace's `findings`.
  var hasFindings = false

  /// A walk over bytes that stay alive and unchanged until it ends, as do schema and workspace.
  @unsafe @inline(__always)
  init(
    _ bytes: UnsafeRawBufferPointer, _ compiled: CompiledSchema, _ workspace: ValidationWorkspace
  ) {
    unsafe self.compiled = .passUnretained(compiled)
    tables = compiled.tables
    errorLimit = compiled.limits.errors
    depthLimit = compiled.limits.json.depth
    self.workspace = workspace.pointer
    origin = self.workspace.memory.begin(nodeCount: tables.nodes.count, byteCount: bytes.count)
    nameOffsets = self.workspace.memory.nameOffsets
    cursor = unsafe JSONCursor(unsafeBytes: bytes)
    if bytes.count > compiled.limits.json.documentBytes { noteLength() }
  }

  /// Walks over the document; to be called once.
  @inline(__always)
  mutating func run() -> ValidationResult {
    walkDocument()
    return hasFindings ? workspace.memory.takeResult() : ValidationResult()
  }

  @inline(__always)
  private mutating func walkDocument() {
    // Too long a document is not looked at.
    guard !hasFindings else { return }
    do throws(JSONFault) {
      try cursor.beginDocument()
      try walk(node: 0)
      try cursor.endDocument()
    } catch {
      note(error)
    }
  }

  // MARK: Values

  @inline(__always)
  private mutating func walk(node index: Int) throws(JSONFault) {
    if tables.nodes[index].type == .object, cursor.next == UInt8(ascii: "{") {
      try walkObject(index)
    } else {
      try walkAny(index)
    }
  }

  private mutating func walkAny(_ index: Int) throws(JSONFault) {
    let start = cursor.position
    guard let kind = cursor.kindOfNextValue else {
      throw JSONFault(cursor.isAtEnd ? .unexpectedEnd : .expectedValue, at: start)
    }
    switch (tables.nodes[index].type, kind) {
    case (.string, .string):
      var cursor = cursor
      let token = try cursor.scanString()
      self.cursor = cursor
      check(token, of: index)
    case (.object, .object):
      try walkObject(index)
    case (.array, .array):
      try walkArray(index)
    case (.boolean, .boolean):
      try cursor.scanLiteral()
    case (.number, .number):
      try cursor.scanNumber()
    case (.integer, .number):
      if try !cursor.scanNumber() {
        report(tables.nodes[index].typeRule, .fractionalNumber, start..<cursor.position)
      }
    default:
      try skip()
      let isContainer = kind == .object || kind == .array
      let end = isContainer ? start + 1 : cursor.position
      report(tables.nodes[index].typeRule, .kind(kind), start..<end)
    }
  }

  /// Moves past a string, by a look at no more of its rules than it takes.
  @inline(__always)
  private mutating func walkString(
    of property: Table<CompiledProperty>.Place, _ cursor: inout JSONCursor
  ) throws(JSONFault) {
    // Not as a value: all of the test would be copied.
    let kind = property.element.quickTest.kind
    if kind == .scanner {
      if cursor.skipPlainString(of: property) { return }
    } else if kind == .anyString {
      _ = try cursor.scanString()
      return
    } else if kind == .spelling {
      if let ahead = cursor.wordsAhead, property.element.quickTest.spelling.stands(in: ahead) {
        cursor.position &+= property.element.quickTest.spelling.count
        return
      }
    }
    let token = try cursor.scanString()
    if kind == .length, property.element.quickTest.allows(length: token.lengthInCodePoints) {
      return
    }
    check(token, of: Int(property.element.node))
  }

  private mutating func walkArray(_ index: Int) throws(JSONFault) {
    let items = Int(tables.nodes[index].items)
    enterContainer()
    var continuation = try cursor.openArray()
    workspace.memory.indices.append(0)
    while continuation == .another {
      try walk(node: items)
      workspace.memory.indices[workspace.memory.indices.count - 1] += 1
      continuation = try cursor.continueArray()
    }
    workspace.memory.indices.removeLast()
    depth -= 1
  }

  /// Moves past a value that the schema says nothing about.
  private mutating func skip() throws(JSONFault) {
    workspace.memory.scratch.nesting.limit = depthLimit - depth
    try cursor.skipValue(&workspace.memory.scratch)
    if let offset = workspace.memory.scratch.nesting.limitExceededAt { noteDepth(at: offset) }
  }

  @inline(__always)
  private mutating func enterContainer() {
    depth += 1
    if depth > depthLimit { noteDepth(at: cursor.position) }
  }

  // MARK: Objects

  private mutating func walkObject(_ index: Int) throws(JSONFault) {
    // In registers; written back before each call that goes on from there.
    var cursor = cursor
    let nameOffsets = nameOffsets
    let origin = origin
    let start = cursor.position
    enterContainer()
    var requiredCount: Int32 = 0
    var unknown = UnknownMembers()
    // Most documents have their members in the order of the declaration.
    let first = Int(tables.nodes[index].firstProperty)
    var expected = tables.properties.place(first)
    let end = tables.properties.place(first &+ Int(tables.nodes[index].propertyCount))

    var continuation = try cursor.openObject()
    while continuation == .another {
      let nameOffset = cursor.position
      let property: Table<CompiledProperty>.Place
      if let usual = skipUsualName(&cursor, expecting: expected, before: end, in: index) {
        _ = try cursor.nextAfterWhitespace()
        property = usual
      } else {
        let name = try cursor.scanString()
        let found = propertyIndex(name, in: index)
        if found < 0 {
          self.cursor = cursor
          try walkUnknown(name, in: index, &unknown)
          cursor = self.cursor
          continuation = try cursor.continueObject()
          continue
        }
        try cursor.skipColon()
        property = tables.properties.place(found)
      }
      expected = property.next

      let node = Int(property.element.node)
      // Names stand at ever larger offsets: one behind this object's start is this object's.
      let earlier = nameOffsets[node]
      guard earlier < start &+ origin else {
        throw JSONFault(.duplicateKey(firstOffset: earlier - origin), at: nameOffset)
      }
      nameOffsets[node] = nameOffset &+ origin
      requiredCount &+= property.element.requiredCount

      if property.element.quickTest.kind != .notString, cursor.next == UInt8(ascii: "\"") {
        try walkString(of: property, &cursor)
      } else {
        self.cursor = cursor
        try walk(node: node)
        cursor = self.cursor
      }
      continuation = try cursor.continueObject()
    }
    self.cursor = cursor
    if unknown.count > 1 { workspace.memory.scratch.keys.close() }
    depth -= 1
    if requiredCount < tables.nodes[index].requiredCount { reportMissing(in: index, at: start) }
  }

  /// The members of an object that the schema does not name, so far.
  private struct UnknownMembers {
    var count = 0
    /// Where the first one's name stands: most objects with one have no second, and it need not be
    /// kept to find another like it.
    var first: StringToken?
  }

  @inline(never)
  private mutating func walkUnknown(
    _ name: StringToken, in object: Int, _ members: inout UnknownMembers
  ) throws(JSONFault) {
    if members.count == 0 {
      members.first = name
    } else {
      if members.count == 1, let first = members.first {
        workspace.memory.scratch.keys.open()
        try workspace.memory.scratch.keys.insert(first, from: cursor)
      }
      try workspace.memory.scratch.keys.insert(name, from: cursor)
    }
    members.count += 1
    if tables.nodes[object].unknownFields != .allow { report(unknown: name, in: object) }
    try cursor.skipColon()
    try skip()
  }

  // Some methods change nothing of the walk and are `mutating` all the same: otherwise each call would
  // be given a copy of it.

  /// Moves past a member's name and colon if they are spelled as usual, and returns the property.
  ///
  /// Returns nil, and stays, for what may be a property all the same.
  @inline(__always)
  private func skipUsualName(
    _ cursor: inout JSONCursor, expecting expected: Table<CompiledProperty>.Place,
    before end: Table<CompiledProperty>.Place, in object: Int
  ) -> Table<CompiledProperty>.Place? {
    guard let ahead = cursor.wordsAhead else { return nil }
    if expected != end, expected.element.spelling.stands(in: ahead) {
      cursor.position &+= expected.element.spelling.count
      return expected
    }
    let node = tables.nodes.place(object)
    guard node.element.guessTable.isUseful else { return nil }
    let guess = tables.guesses[node.element.guessTable.place(of: ahead.wordBehindQuote)]
    let property = tables.properties.place(Int(guess.property))
    guard property.element.spelling.stands(in: ahead) else { return nil }
    cursor.position &+= Int(guess.byteCount)
    return property
  }

  /// The index of the property with a name, or -1.
  @inline(never)
  private mutating func propertyIndex(_ name: StringToken, in object: Int) -> Int {
    guard !name.hasEscapes else { return propertyIndex(escaped: name, in: object) }
    return unsafe tables.property(
      of: object, cursor.bytes(from: name.start, to: name.end),
      readable: cursor.count &- name.start)
  }

  @inline(never)
  private mutating func propertyIndex(escaped name: StringToken, in object: Int) -> Int {
    let tables = tables
    return unsafe workspace.memory.scratch.withUnescaped(name, from: cursor) { text in
      unsafe tables.property(of: object, text, readable: text.count)
    }
  }

  @inline(never)
  private mutating func reportMissing(in index: Int, at start: Int) {
    let first = tables.nodes[index].firstProperty
    let properties = tables.properties
    for index in first..<(first + tables.nodes[index].propertyCount) {
      if properties[index].requiredRule >= 0,
        nameOffsets[Int(properties[index].node)] < start + origin
      {
        report(properties[index].requiredRule, .unspecified, start..<(start + 1))
      }
    }
  }

  /// The string of a field outside arrays. Returns nil if the document, which must be valid, has none
  /// there.
  func string(at pointer: String) -> String? {
    guard let index = unsafe compiled._withUnsafeGuaranteedRef({ $0.nodeAtPointer[pointer] }),
      tables.nodes[index].type == .string
    else { return nil }
    var cursor = cursor
    do throws(JSONFault) {
      cursor.position = 0
      if index == 0 {
        try cursor.beginDocument()
      } else {
        guard nameOffsets[index] >= origin else { return nil }
        cursor.position = nameOffsets[index] - origin
        _ = try cursor.scanString()
        try cursor.skipColon()
      }
      return cursor.string(try cursor.scanString())
    } catch {
      return nil
    }
  }
}
