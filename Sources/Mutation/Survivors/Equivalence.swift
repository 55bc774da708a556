import ECMARegex
import JSONText
import SchemaRules

/// General arguments that no document distinguishes a mutant from the right implementation.
enum Equivalence {
  /// Why a changed schema gives every document the verdict of the right one; nil if no argument applies.
  static func argument(for change: SchemaChange) -> String? {
    guard let (old, new) = change.changedUse else { return structuralArgument(for: change) }
    switch (old.parameter, new.parameter) {
    case (.pattern(let right), .pattern(let wrong)):
      return PatternComparison(source: right, wrong) == .equal
        ? "Both patterns match the same texts: the automata of both accept the same." : nil
    case (.schemas(let nodes), .schemas)
    where Set([old.keyword, new.keyword]) == Set([Keyword.anyOf, Keyword.oneOf]):
      return areDisjoint(nodes, change.schema.graph)
        ? "No value satisfies two of the alternatives: they allow values of different kinds."
        : structuralArgument(for: change)
    default: return structuralArgument(for: change)
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

  // MARK: Reports

  /// Why a change of reports changes none that is possible; nil if it may change one.
  ///
  /// - Parameter possible: The findings that documents of each body can have; nil if their number is unbounded.
  static func argument(
    for change: ReportMutants.Change, to possible: [PossibleFindings?]
  ) -> String? {
    guard case .findings(let size, let change) = change else { return nil }
    for findings in possible {
      guard let findings else { return nil }
      let all = findings.all.sorted()
      guard all.count >= size else { continue }
      // A change that shows in more than two findings at once is not tried on all of them.
      guard size <= 2 else { return nil }
      for (index, one) in all.enumerated() {
        let others = size == 2 ? all[(index + 1)...].filter { findings.canMeet(one, $0) } : []
        for list in [[one]] + others.flatMap({ [[one, $0], [$0, one]] }) {
          let changed = change(list)
          guard changed.count == list.count, Set(changed) == Set(list) else { return nil }
        }
      }
    }
    return "It changes none of the findings that documents of the schema can have."
  }

  // MARK: Values

  /// Why no answer of some nodes changes if values of some kinds become others of these kinds; nil if one may.
  static func argument(for nodes: [SchemaNode], mixing kinds: KindSet) -> String? {
    for use in nodes.flatMap(\.keywords) {
      switch (use.keyword, use.parameter) {
      case (_, .types(let types)):
        let allowed = KindSet(types)
        guard allowed.isSuperset(of: kinds) || allowed.isDisjoint(with: kinds) else { return nil }
      case (_, .values(let values)):
        guard !values.contains(where: { $0.has(kinds) }) else { return nil }
      case (.uniqueItems, .flag(true)): return nil
      default:
        let isAboutAll = use.keyword.description.appliesTo == .all
        guard isAboutAll || use.keyword.description.appliesTo.isDisjoint(with: kinds) else {
          return nil
        }
      }
    }
    return "No keyword of the schema tells values of these kinds apart."
  }

  /// Why no answer of some nodes changes if a rule rewrites texts; nil if one may.
  static func argument(for rule: RewritingRule, _ nodes: [SchemaNode]) -> String? {
    guard rule.scope == .characters else { return argument(for: nodes, mapping: nil) }
    return argument(for: nodes) { rule(String($0)).unicodeScalars.first ?? $0 }
  }

  /// Why no answer changes if texts change; nil if one may.
  ///
  /// - Parameters:
  ///   - nodes: The nodes that apply to the texts.
  ///   - map: The replacement of each character; nil if texts change in other ways.
  private static func argument(
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
        // Listed texts stay, and no other text becomes one of them.
        guard
          !values.contains(where: { $0.has(.string) })
            || map.map({ map in values.allSatisfy { isApart($0, map) } }) ?? false
        else { return nil }
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

  /// Whether no character of a value is replaced, or replaces another.
  private static func isApart(
    _ value: JSONValue, _ map: (Unicode.Scalar) -> Unicode.Scalar
  ) -> Bool {
    let scalars = Set(value.compactText.unicodeScalars)
    return (UInt32(0)...0xFFFF).allSatisfy { codePoint in
      guard let scalar = Unicode.Scalar(codePoint), map(scalar) != scalar else { return true }
      return !scalars.contains(scalar) && !scalars.contains(map(scalar))
    }
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
  /// Whether the value, or one inside it, is of some kinds.
  func has(_ kinds: KindSet) -> Bool {
    !KindSet(kind).isDisjoint(with: kinds)
      || (arrayValue ?? objectValue?.map(\.value) ?? []).contains { $0.has(kinds) }
  }
}
