import JSONText

extension SchemaCompiler {
  /// Finds the mistakes that a declaration in Swift can contain.
  func checkDeclaration() throws(SchemaError) {
    if schemaID.isEmpty { throw error(.emptyID, at: graph.root) }
    for (index, node) in graph.nodes.enumerated() {
      if node.pointer.tokens.count >= SchemaLimits.declaredDepth {
        throw error(.tooDeep(limit: SchemaLimits.declaredDepth), at: index)
      }
      try checkKeywords(of: node, index)
    }
  }

  private func checkKeywords(of node: SchemaNode, _ index: NodeID) throws(SchemaError) {
    var seen: Set<Keyword> = []
    for use in node.keywords {
      guard use.keyword == .required || seen.insert(use.keyword).inserted else {
        throw error(.duplicateConstraint, at: index, use.keyword)
      }
      switch use.parameter {
      case .count(let bound) where bound < 0:
        throw error(.negativeLength(bound), at: index, use.keyword)
      case .values(let values):
        try checkEnumeration(values, at: index, use.keyword)
      case .schemasByName(let properties):
        var names: Set<[UInt8]> = []
        for property in properties where !names.insert(Array(property.name.utf8)).inserted {
          throw error(.duplicateProperty(property.name), at: index)
        }
      default: break
      }
    }
    if case .count(let minimum) = node[.minLength], case .count(let maximum) = node[.maxLength],
      minimum > maximum
    {
      throw error(.emptyLengthRange(minimum: minimum, maximum: maximum), at: index, .minLength)
    }
  }

  private func checkEnumeration(
    _ values: [JSONValue], at index: NodeID, _ keyword: Keyword
  ) throws(SchemaError) {
    if values.isEmpty { throw error(.emptyEnumeration, at: index, keyword) }
    var seen: Set<[UInt8]> = []
    for value in values where !seen.insert(Array(value.compactText.utf8)).inserted {
      throw error(
        .duplicateEnumerationValue(value.stringValue ?? value.compactText), at: index, keyword)
    }
  }
}
