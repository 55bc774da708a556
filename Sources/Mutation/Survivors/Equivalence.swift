import ECMARegex
import JSONText
import SchemaRules

/// General arguments that no document tells a mutant from the right implementation.
enum Equivalence {
  /// Why a changed schema says of every document what the right one says; nil if no argument applies.
  static func argument(for change: SchemaChange) -> String? {
    guard let (old, new) = change.changedUse else { return nil }
    switch (old.parameter, new.parameter) {
    case (.pattern(let right), .pattern(let wrong)):
      return PatternLanguages.compare(right, wrong) == .equal
        ? "Both patterns match the same texts: the automata of both accept the same." : nil
    case (.schemas(let nodes), .schemas)
    where Set([old.keyword, new.keyword]) == Set([Keyword.anyOf, Keyword.oneOf]):
      return areDisjoint(nodes, change.schema.graph)
        ? "No value satisfies two of the alternatives: they allow values of different kinds." : nil
    default: return nil
    }
  }

  /// Whether schemas allow values of different types, so that no value satisfies two of them.
  private static func areDisjoint(_ nodes: [NodeID], _ graph: SchemaGraph) -> Bool {
    var kinds = NodeKinds(graph)
    var taken: KindSet = []
    for node in nodes {
      let own = kinds.kinds(of: node)
      guard taken.isDisjoint(with: own) else { return false }
      taken.formUnion(own)
    }
    return true
  }

  /// Why no schema notices that texts change; nil if one may.
  ///
  /// - Parameters:
  ///   - nodes: The nodes that say something of the texts.
  ///   - map: What becomes of a character, if each becomes exactly one.
  static func argument(
    for nodes: [SchemaNode], mapping map: ((Unicode.Scalar) -> Unicode.Scalar)?
  ) -> String? {
    var hasPattern = false
    for use in nodes.flatMap(\.keywords) {
      switch (use.keyword, use.parameter) {
      case (_, .pattern(let source)):
        guard let map, let pattern = try? Pattern(source) else { return nil }
        hasPattern = true
        for case .characters(let characters) in PatternSource.parts(of: pattern.syntax.root) {
          guard characters.properties.isEmpty, treatsAlike(characters.scalars, map) else {
            return nil
          }
        }
      case (_, .values(let values)):
        // Any text may become one of the listed ones.
        guard !values.contains(where: \.hasTexts) else { return nil }
      case (.minLength, _), (.maxLength, _):
        guard map != nil else { return nil }
      case (_, .format(_, asserts: true)), (.uniqueItems, .flag(true)): return nil
      default: break
      }
    }
    return hasPattern
      ? "Each character becomes one that is in the same classes of the patterns, and lengths stay."
      : "No keyword of the schema looks at what is changed."
  }

  private static func treatsAlike(
    _ set: ScalarSet, _ map: (Unicode.Scalar) -> Unicode.Scalar
  ) -> Bool {
    // What is changed lies in the Basic Multilingual Plane.
    (UInt32(0)...0xFFFF).allSatisfy { codePoint in
      guard let scalar = Unicode.Scalar(codePoint) else { return true }
      let mapped = map(scalar)
      return mapped == scalar || set.contains(scalar) == set.contains(mapped)
    }
  }
}

extension JSONValue {
  /// Whether the value is a text, or has one inside.
  fileprivate var hasTexts: Bool {
    switch self {
    case .string: true
    case .array(let elements): elements.contains(where: \.hasTexts)
    case .object(let members): members.contains { $0.value.hasTexts }
    case .number, .boolean, .null: false
    }
  }
}
