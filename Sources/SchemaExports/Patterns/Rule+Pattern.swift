package import ECMARegex
import SchemaRules

extension Rule {
  /// The pattern of the rule; nil for other rules.
  var patternSource: String? {
    if case .pattern(let source) = parameter { source } else { nil }
  }

  /// Whether the rule has a pattern that other engines may interpret differently.
  var hasUnportablePattern: Bool { patternSource.map { $0.portablePattern != $0 } ?? false }

  /// The syntax tree of the pattern; nil for other rules and for an invalid pattern, which compiling the schema
  /// reports.
  var patternSyntax: PatternSyntax? {
    guard let source = patternSource else { return nil }
    return (try? Pattern(source, grammar: .annexB))?.syntax
  }
}

extension PatternSyntax {
  /// Whether a class contains every character of ECMA-262's `\s`, or is the complement of such a class.
  var usesWhiteSpace: Bool {
    root.containsClass { characters in
      let set = characters.scalars
      return set.isSuperset(of: .whiteSpace) && set != .all
        || set.complement.isSuperset(of: .whiteSpace) && set.contains("\u{10FFFF}")
    }
  }
}

extension ScalarSet {
  package func isSuperset(of other: ScalarSet) -> Bool { union(other) == self }
}

extension PatternNode {
  /// Whether the part is or contains another one.
  package func contains(_ node: PatternNode) -> Bool {
    self == node || children.contains { $0.contains(node) }
  }

  func containsClass(where condition: (CharacterClass) -> Bool) -> Bool {
    if case .characters(let characters) = self { return condition(characters) }
    return children.contains { $0.containsClass(where: condition) }
  }
}

extension String {
  /// Whether a pattern has `[` inside a class without a backslash before it.
  var hasBracketInClass: Bool {
    var isInClass = false
    var isEscaped = false
    for scalar in unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "[" {
        if isInClass { return true }
        isInClass = true
      } else if scalar == "]" {
        isInClass = false
      }
    }
    return false
  }
}
