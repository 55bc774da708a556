import ECMARegex
import JSONText

/// Turns a declared schema into tables, and finds the mistakes of the declaration.
struct SchemaCompiler {
  /// What a compiled schema is made of.
  struct Parts {
    var nodes: [CompiledNode] = []
    var properties: [CompiledProperty] = []
    var keyPlaces: [Int32] = []
    var guesses: [Guess] = []
    var text: [UInt8] = []
    var enumValues: [CompiledText] = []
    var patterns: [Pattern] = []
    var rules: [Rule] = []
    var nodeAtPointer: [String: Int] = [:]
  }

  /// How deep fields may be nested; the walk over a document recurses this far at most.
  static let depthLimit = 128

  private let schema: Schema
  private let matchLimits: MatchLimits
  private let usesPatternShortcuts: Bool
  private var parts = Parts()
  private var ruleIndices: [String: Int32] = [:]

  static func compile(
    _ schema: Schema, limits: ValidationLimits, usesPatternShortcuts: Bool
  ) throws(SchemaError) -> CompiledSchema {
    var compiler = SchemaCompiler(
      schema: schema, matchLimits: limits.matching, usesPatternShortcuts: usesPatternShortcuts)
    if schema.id.isEmpty { throw compiler.error(.emptyID, at: .root) }
    // Checked before anything walks the declaration recursively.
    if let pointer = schema.root.pointerDeeper(than: depthLimit) {
      throw compiler.error(.tooDeep(limit: depthLimit), at: pointer)
    }
    compiler.parts.rules = schema.rules
    for (index, rule) in compiler.parts.rules.enumerated() {
      // Of rules with the same id, the declaration has a duplicate that is reported further on.
      compiler.ruleIndices[rule.id] = Int32(index)
    }
    _ = try compiler.add(schema.root, at: .root, isSecret: false, isInArray: false)
    return CompiledSchema(compiler.parts, of: schema, limits: limits)
  }

  private init(schema: Schema, matchLimits: MatchLimits, usesPatternShortcuts: Bool) {
    self.schema = schema
    self.matchLimits = matchLimits
    self.usesPatternShortcuts = usesPatternShortcuts
  }

  private func error(
    _ reason: SchemaError.Reason, at pointer: JSONPointer, _ keyword: Keyword? = nil
  ) -> SchemaError {
    SchemaError(schemaID: schema.id, pointer: pointer, keyword: keyword, reason: reason)
  }

  private func rule(_ keyword: Keyword, at pointer: JSONPointer) -> Int32 {
    ruleIndices["\(schema.id)\(pointer)/\(keyword.rawValue)"] ?? -1
  }

  /// Adds a field and those inside it; returns its index.
  private mutating func add(
    _ field: FieldSchema, at pointer: JSONPointer, isSecret: Bool, isInArray: Bool
  ) throws(SchemaError) -> Int32 {
    let index = parts.nodes.count
    let isSecret = isSecret || field.isSecret
    if !isInArray { parts.nodeAtPointer[pointer.description] = index }
    var node = CompiledNode(
      type: field.type, isSecret: isSecret, typeRule: rule(.type, at: pointer))
    parts.nodes.append(node)
    switch field.shape {
    case .string(let constraints):
      try add(constraints, to: &node, at: pointer)
    case .object(let object):
      try add(object, to: &node, at: pointer, isInArray: isInArray)
    case .array(let items):
      node.items = try add(items, at: pointer.appending("*"), isSecret: isSecret, isInArray: true)
    case .number, .integer, .boolean:
      break
    }
    parts.nodes[index] = node
    return Int32(index)
  }

  private mutating func add(
    _ constraints: [Constraint], to node: inout CompiledNode, at pointer: JSONPointer
  ) throws(SchemaError) {
    var seen: Set<Keyword> = []
    for constraint in constraints {
      let keyword = constraint.keyword
      guard seen.insert(keyword).inserted else {
        throw error(.duplicateConstraint, at: pointer, keyword)
      }
      let rule = rule(keyword, at: pointer)
      switch constraint.kind {
      case .minLength(let bound):
        guard bound >= 0 else { throw error(.negativeLength(bound), at: pointer, keyword) }
        (node.minLength, node.minLengthRule) = (bound, rule)
      case .maxLength(let bound):
        guard bound >= 0 else { throw error(.negativeLength(bound), at: pointer, keyword) }
        (node.maxLength, node.maxLengthRule) = (bound, rule)
      case .pattern(let source):
        (node.pattern, node.patternRule) = (Int32(parts.patterns.count), rule)
        do throws(PatternError) {
          parts.patterns.append(
            try Pattern(source, limits: matchLimits, usesShortcut: usesPatternShortcuts))
        } catch {
          throw self.error(.invalidPattern(error), at: pointer, keyword)
        }
      case .enumeration(let values):
        node.enumRule = rule
        node.firstEnumValue = Int32(parts.enumValues.count)
        node.enumValueCount = Int32(values.count)
        try add(enumeration: values, at: pointer)
      }
    }
    if node.minLength > node.maxLength {
      throw error(
        .emptyLengthRange(minimum: node.minLength, maximum: node.maxLength), at: pointer,
        .minLength)
    }
  }

  private mutating func add(
    enumeration values: [String], at pointer: JSONPointer
  ) throws(SchemaError) {
    if values.isEmpty { throw error(.emptyEnumeration, at: pointer, .enum) }
    // As bytes: a Set of Strings would take NFC and NFD spellings for one.
    var seen: Set<[UInt8]> = []
    for value in values {
      guard seen.insert(Array(value.utf8)).inserted else {
        throw error(.duplicateEnumerationValue(value), at: pointer, .enum)
      }
      parts.enumValues.append(append(value))
    }
  }

  private mutating func add(
    _ object: ObjectSchema, to node: inout CompiledNode, at pointer: JSONPointer, isInArray: Bool
  ) throws(SchemaError) {
    node.unknownFields = object.unknownFields
    node.additionalPropertiesRule = rule(.additionalProperties, at: pointer)
    node.firstProperty = Int32(parts.properties.count)
    node.propertyCount = Int32(object.properties.count)
    node.requiredCount = Int32(object.properties.count { $0.isRequired })
    var seen: Set<[UInt8]> = []
    // The object's properties stand side by side, so those of objects inside it come after them.
    for property in object.properties {
      guard seen.insert(Array(property.name.utf8)).inserted else {
        throw error(.duplicateProperty(property.name), at: pointer)
      }
      parts.properties.append(
        CompiledProperty(
          spelling: UsualSpelling(ofName: property.name) ?? .unmatchable,
          name: append(property.name),
          node: -1,
          requiredRule: property.isRequired
            ? rule(.required, at: pointer.appending(property.name)) : -1,
          requiredCount: property.isRequired ? 1 : 0))
    }
    let first = Int(node.firstProperty)
    let properties = parts.properties[first...]
    node.keyTable = KeyTable(for: properties, after: &parts.keyPlaces)
    node.guessTable = GuessTable(for: properties, after: &parts.guesses)
    for (offset, property) in object.properties.enumerated() {
      let child = try add(
        property.field, at: pointer.appending(property.name), isSecret: node.isSecret,
        isInArray: isInArray)
      parts.properties[first + offset].node = child
      parts.properties[first + offset].quickTest = QuickTest(
        for: property.field, parts.nodes[Int(child)], patterns: parts.patterns)
    }
  }

  private mutating func append(_ text: String) -> CompiledText {
    let start = parts.text.count
    parts.text.append(contentsOf: text.utf8)
    let words = unsafe Array(text.utf8).withUnsafeBytes {
      unsafe WordPair($0, readable: $0.count)
    }
    return CompiledText(words: words, start: start)
  }
}

extension FieldSchema {
  /// A field that is nested more than `limit` deep, or nil; not recursive.
  func pointerDeeper(than limit: Int) -> JSONPointer? {
    var pending: [(field: FieldSchema, pointer: JSONPointer, depth: Int)] = [(self, .root, 1)]
    while let (field, pointer, depth) = pending.popLast() {
      if depth > limit { return pointer }
      switch field.shape {
      case .object(let object):
        for property in object.properties {
          pending.append((property.field, pointer.appending(property.name), depth + 1))
        }
      case .array(let items):
        pending.append((items, pointer.appending("*"), depth + 1))
      case .string, .number, .integer, .boolean:
        break
      }
    }
    return nil
  }
}
