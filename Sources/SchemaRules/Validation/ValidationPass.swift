import ECMARegex
import JSONText

/// One walk over one document, driven by a compiled schema: verdict, errors and the places of the
/// values in a single pass.
///
/// Recursive by the schema's depth, which the compiler bounds, and never by the document's.
struct ValidationPass {
  let compiled: CompiledSchema
  let workspace: ValidationWorkspace
  let limits: ValidationLimits
  let slots: Table<FieldSlot>
  var cursor: JSONCursor
  var result = ValidationResult()
  /// How many containers the schema has led into.
  var depth = 0
  /// The current index in each array that the schema has led into.
  var indices: [Int] = []

  /// A walk over bytes that stay alive and unchanged until it ends.
  @unsafe init(
    _ bytes: UnsafeRawBufferPointer, _ validator: Validator, _ workspace: ValidationWorkspace
  ) {
    compiled = validator.compiled
    self.workspace = workspace
    limits = validator.limits
    slots = workspace.emptySlots(count: compiled.nodes.count)
    cursor = unsafe JSONCursor(unsafeBytes: bytes)
  }

  mutating func run() -> ValidationResult {
    guard cursor.count <= limits.json.documentBytes else {
      let bound = limits.json.documentBytes
      note(.document(.documentBytes, bound: bound), at: .root, bound..<bound)
      return result
    }
    workspace.scratch.reset()
    do throws(JSONFault) {
      try cursor.beginDocument()
      try walk(node: 0)
      try cursor.endDocument()
    } catch {
      result = ValidationResult()
      result.fault = error
    }
    return result
  }

  // MARK: Values

  private mutating func walk(node index: Int) throws(JSONFault) {
    let node = compiled.nodes[index]
    let start = cursor.position
    guard let kind = cursor.kindOfNextValue else {
      throw JSONFault(cursor.isAtEnd ? .unexpectedEnd : .expectedValue, at: start)
    }
    switch (node.type, kind) {
    case (.string, .string):
      try walkString(node, index)
    case (.object, .object):
      try walkObject(node)
    case (.array, .array):
      try walkArray(node)
    case (.boolean, .boolean):
      try cursor.scanLiteral()
    case (.number, .number):
      try cursor.scanNumber()
    case (.integer, .number):
      if try !cursor.scanNumber() {
        report(node.typeRule, .fractionalNumber, start..<cursor.position)
      }
    default:
      try skip()
      let isContainer = kind == .object || kind == .array
      report(node.typeRule, .kind(kind), start..<(isContainer ? start + 1 : cursor.position))
    }
  }

  private mutating func walkString(_ node: CompiledNode, _ index: Int) throws(JSONFault) {
    let token = try cursor.scanString()
    slots[index].value = token
    let length = token.lengthInCodePoints
    if length < node.minLength { report(node.minLengthRule, .length(length), token.byteRange) }
    if length > node.maxLength { report(node.maxLengthRule, .length(length), token.byteRange) }
    if node.readsText { check(node, textOf: token) }
  }

  private mutating func walkArray(_ node: CompiledNode) throws(JSONFault) {
    enterContainer()
    var continuation = try cursor.openArray()
    indices.append(0)
    while continuation == .another {
      try walk(node: Int(node.items))
      indices[indices.count - 1] += 1
      continuation = try cursor.continueArray()
    }
    indices.removeLast()
    depth -= 1
  }

  /// Moves past a value that the schema says nothing about.
  private mutating func skip() throws(JSONFault) {
    workspace.scratch.nesting.limit = limits.json.depth - depth
    try cursor.skipValue(&workspace.scratch)
    if let offset = workspace.scratch.nesting.limitExceededAt { noteDepth(at: offset) }
  }

  private mutating func enterContainer() {
    depth += 1
    if depth > limits.json.depth { noteDepth(at: cursor.position) }
  }

  // MARK: Objects

  private mutating func walkObject(_ object: CompiledNode) throws(JSONFault) {
    let start = cursor.position
    enterContainer()
    var requiredCount: Int32 = 0
    var hasUnknown = false
    var continuation = try cursor.openObject()
    while continuation == .another {
      let name = try cursor.scanString()
      let index = propertyIndex(name, in: object)
      if index >= 0 {
        let property = compiled.properties[index]
        let node = Int(property.node)
        // Names stand at ever larger offsets: one behind this object's start is this object's.
        let earlier = slots[node].nameOffset
        if earlier > start {
          throw JSONFault(.duplicateKey(firstOffset: earlier), at: name.start - 1)
        }
        slots[node].nameOffset = name.start - 1
        if property.requiredRule >= 0 { requiredCount += 1 }
        try cursor.skipColon()
        try walk(node: node)
      } else {
        if !hasUnknown {
          workspace.scratch.keys.open()
          hasUnknown = true
        }
        try workspace.scratch.keys.insert(name, from: cursor)
        if object.unknownFields != .allow { report(unknown: name, in: object) }
        try cursor.skipColon()
        try skip()
      }
      continuation = try cursor.continueObject()
    }
    if hasUnknown { workspace.scratch.keys.close() }
    depth -= 1
    if requiredCount < object.requiredCount { reportMissing(in: object, at: start) }
  }

  /// The index of the property with a name, or -1.
  @inline(__always)
  private func propertyIndex(_ name: StringToken, in object: CompiledNode) -> Int {
    if name.hasEscapes { return propertyIndex(escaped: name, in: object) }
    return unsafe compiled.property(
      of: object, cursor.bytes(from: name.start, to: name.end),
      readable: cursor.count - name.start)
  }

  @inline(never)
  private func propertyIndex(escaped name: StringToken, in object: CompiledNode) -> Int {
    unsafe withText(of: name) { text in
      unsafe compiled.property(of: object, text, readable: text.count)
    }
  }

  private mutating func reportMissing(in object: CompiledNode, at start: Int) {
    for index in object.firstProperty..<(object.firstProperty + object.propertyCount) {
      let property = compiled.properties[index]
      if property.requiredRule >= 0, slots[property.node].nameOffset < start {
        report(property.requiredRule, .unspecified, start..<(start + 1))
      }
    }
  }

  // MARK: Text

  /// Calls `body` with the bytes of a string, its escapes resolved.
  @inline(__always)
  private func withText<Result>(
    of token: StringToken, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard token.hasEscapes else {
      return unsafe body(cursor.bytes(from: token.start, to: token.end))
    }
    workspace.scratch.text.removeAll(keepingCapacity: true)
    cursor.appendUnescaped(token, to: &workspace.scratch.text)
    return unsafe workspace.scratch.text.withUnsafeBytes { unsafe body($0) }
  }

  private mutating func check(_ node: CompiledNode, textOf token: StringToken) {
    if node.pattern >= 0 {
      let pattern = compiled.patterns[Int(node.pattern)]
      let match = unsafe withText(of: token) { unsafe pattern.match(validUTF8: $0) }
      switch match {
      case .match: break
      case .noMatch: report(node.patternRule, .unspecified, token.byteRange)
      case .gaveUp(let limit):
        let rule = compiled.rules[Int(node.patternRule)]
        note(.matching(limit, rule), at: rule.pointer(at: indices), token.byteRange)
      }
    }
    if node.enumRule >= 0, unsafe !withText(of: token, { unsafe isAllowed($0, by: node) }) {
      report(node.enumRule, .unspecified, token.byteRange)
    }
  }

  private func isAllowed(_ text: UnsafeRawBufferPointer, by node: CompiledNode) -> Bool {
    for index in node.firstEnumValue..<(node.firstEnumValue + node.enumValueCount) {
      let value = compiled.enumValues[index]
      if value.count == text.count,
        unsafe compiled.text.bytes(from: value.start, count: value.count).elementsEqual(text)
      {
        return true
      }
    }
    return false
  }

  /// The string of a field outside arrays. Returns nil if the document has none there.
  func string(at pointer: String) -> String? {
    guard let index = compiled.nodeAtPointer[pointer], let token = slots[index].value else {
      return nil
    }
    return cursor.string(token)
  }
}
