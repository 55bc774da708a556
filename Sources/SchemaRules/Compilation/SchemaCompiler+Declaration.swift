import JSONText
import StringFormats

extension SchemaCompiler {
  /// Finds the mistakes that a declaration in Swift can contain.
  func checkDeclaration() throws(SchemaError) {
    if schemaID.isEmpty { throw error(.emptyID, at: graph.root) }
    var places: Set<[UInt8]> = []
    for (index, node) in graph.nodes.enumerated() {
      let tokens = node.pointer.tokens
      if tokens.count >= SchemaLimits.declaredDepth {
        throw error(.tooDeep(limit: SchemaLimits.declaredDepth), at: index)
      }
      // A rule's id contains the pointer of its node.
      guard places.insert(Array(node.pointer.description.utf8)).inserted else {
        throw SchemaError(
          schemaID: schemaID, pointer: tokens.dropLast().reduce(.root) { $0.appending($1) },
          keyword: nil, reason: .duplicateProperty(tokens.last ?? ""))
      }
      try checkKeywords(of: node, index)
    }
  }

  private func checkKeywords(of node: SchemaNode, _ index: NodeID) throws(SchemaError) {
    var seen: Set<Keyword> = []
    var kinds = KindSet.all
    if case .types(let types) = node[.type] { kinds = KindSet(types) }
    for use in node.keywords {
      guard use.keyword == .required || seen.insert(use.keyword).inserted else {
        throw error(.duplicateConstraint, at: index, use.keyword)
      }
      let description = use.keyword.description
      guard !description.appliesTo.isDisjoint(with: kinds),
        description.parameter.holds(use.parameter)
      else { throw error(.inapplicable, at: index, use.keyword) }
      switch use.parameter {
      case .count(let bound) where bound < 0:
        throw error(.negativeCount(bound), at: index, use.keyword)
      case .number(let text):
        guard (try? JSONValue(parsing: Array(text.utf8))) == .number(text),
          use.keyword != .multipleOf || Self.isLess("0", text)
        else { throw error(.invalidNumber(text), at: index, use.keyword) }
      case .format(let name, _) where StringFormat(name: name) == nil:
        throw error(.unknownFormat(name), at: index, use.keyword)
      case .values(let values):
        try checkEnumeration(values, kinds, at: index, use.keyword)
      default: break
      }
    }
    for (least, greatest) in Self.ranges {
      guard let minimum = node.bound(least), let maximum = node.bound(greatest) else { continue }
      let isExclusive = least == .exclusiveMinimum || greatest == .exclusiveMaximum
      if isExclusive ? !Self.isLess(minimum, maximum) : Self.isLess(maximum, minimum) {
        throw error(.emptyRange(minimum: minimum, maximum: maximum), at: index, least)
      }
    }
  }

  private static let ranges: [(Keyword, Keyword)] = [
    (.minLength, .maxLength), (.minItems, .maxItems), (.minProperties, .maxProperties),
    (.minimum, .maximum), (.minimum, .exclusiveMaximum), (.exclusiveMinimum, .maximum),
    (.exclusiveMinimum, .exclusiveMaximum),
  ]

  /// Whether a number is less than another, both in the spelling of JSON.
  private static func isLess(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    return unsafe one.withUnsafeBytes { one in
      unsafe other.withUnsafeBytes { other in
        let cursors = unsafe (JSONCursor(unsafeBytes: one), JSONCursor(unsafeBytes: other))
        return JSONNumber.compare(
          JSONNumber(from: 0, to: one.count, in: cursors.0), in: cursors.0,
          with: JSONNumber(from: 0, to: other.count, in: cursors.1), in: cursors.1) < 0
      }
    }
  }

  private func checkEnumeration(
    _ values: [JSONValue], _ kinds: KindSet, at index: NodeID, _ keyword: Keyword
  ) throws(SchemaError) {
    if values.isEmpty { throw error(.emptyEnumeration, at: index, keyword) }
    var seen: Set<[UInt8]> = []
    for value in values {
      if kinds.isDisjoint(with: KindSet(value.kind)) {
        throw error(.valueOfOtherType(value.compactText), at: index, keyword)
      }
      if !seen.insert(Array(value.compactText.utf8)).inserted {
        throw error(
          .duplicateEnumerationValue(value.stringValue ?? value.compactText), at: index, keyword)
      }
    }
  }
}

extension SchemaNode {
  /// The bound that a keyword sets, in the spelling of JSON; nil if it sets none.
  fileprivate func bound(_ keyword: Keyword) -> String? {
    switch self[keyword] {
    case .count(let bound): String(bound)
    case .number(let text): text
    default: nil
    }
  }
}

extension ParameterKind {
  /// Whether a keyword of a declaration can have the parameter.
  fileprivate func holds(_ parameter: Parameter) -> Bool {
    switch (self, parameter) {
    case (.types, .types), (.count, .count), (.number, .number), (.flag, .flag),
      (.pattern, .pattern),
      (.format, .format), (.value, .values), (.values, .values), (.names, .names),
      (.schema, .schema), (.schema, .unknownFields), (.schemaOrSchemas, .schema),
      (.schemasByName, .schemasByName):
      true
    case (.schemas, .schemas(let nodes)): !nodes.isEmpty
    default: false
    }
  }
}
