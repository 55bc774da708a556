import ECMARegex

/// Puts the parts of a pattern into words.
struct PatternPhrases {
  private let syntax: PatternSyntax
  /// Whether a phrase mentions whitespace.
  private(set) var usesWhitespace = false

  init(_ syntax: PatternSyntax) {
    self.syntax = syntax
  }

  /// A sequence of parts; adjacent literals form one text.
  mutating func sequence(_ parts: [PatternNode]) -> String {
    var phrases: [String] = []
    var literal = ""
    func flush() {
      if literal.unicodeScalars.count == 1, let only = literal.unicodeScalars.first {
        phrases.append(only.name)
      } else if !literal.isEmpty {
        phrases.append("\"\(literal)\"")
      }
      literal = ""
    }
    for part in parts {
      if let scalar = part.visibleLiteral {
        literal.unicodeScalars.append(scalar)
      } else {
        flush()
        phrases.append(phrase(part))
      }
    }
    flush()
    return phrases.isEmpty ? "nothing" : phrases.joined(separator: ", then ")
  }

  private mutating func phrase(_ node: PatternNode) -> String {
    if let set = node.singleCharacterSet { return self.set(set) }
    switch node {
    case .characters(let characters): return self.set(CharacterSetReading(characters))
    case .sequence(let parts): return sequence(parts)
    case .alternation(let alternatives):
      var phrases: [String] = []
      for alternative in alternatives { phrases.append(compound(alternative)) }
      return "either " + CharacterSetReading.list(phrases, conjunction: "or")
    case .repetition(let repetition): return self.repetition(repetition)
    case .group(let group):
      // Next to other parts, a repetition needs no parentheses.
      let inner: String
      if case .repetition = group.body {
        inner = phrase(group.body)
      } else {
        inner = compound(group.body)
      }
      return group.name.map { "\(inner) (named \"\($0)\")" } ?? inner
    case .anchor(let anchor): return Self.phrase(anchor)
    case .lookaround(let lookaround): return self.lookaround(lookaround)
    case .backreference(let reference): return backreference(reference)
    }
  }

  /// The phrase of a part, in parentheses if it would be ambiguous next to other parts.
  private mutating func compound(_ node: PatternNode) -> String {
    let phrase = phrase(node)
    return node.isCompound ? "(\(phrase))" : phrase
  }

  private mutating func set(_ reading: CharacterSetReading) -> String {
    if reading.parts.contains("whitespace") { usesWhitespace = true }
    return reading.phrase
  }

  private mutating func repetition(_ repetition: PatternNode.Repetition) -> String {
    let inner = compound(repetition.body)
    let isSet = repetition.body.singleCharacterSet != nil
    let reading: String
    switch (repetition.minimum, repetition.maximum) {
    case (0, 1?): reading = "optionally \(inner)"
    case (0, nil): reading = isSet ? "any number of \(inner)" : "\(inner) any number of times"
    case (let count, let maximum?) where count == maximum && (!isSet || count == 1):
      reading = (count == 1 ? "once" : count == 2 ? "twice" : "\(count) times") + " \(inner)"
    case (let minimum, let maximum):
      let range =
        minimum == maximum
        ? "\(minimum)"
        : maximum.map { "\(minimum) to \($0)" }
          ?? "\(minimum == 1 ? "one" : "\(minimum)") or more"
      reading = "\(range) \(isSet ? "of" : "times") \(inner)"
    }
    return repetition.isLazy ? reading + " (as few as possible)" : reading
  }

  private mutating func lookaround(_ lookaround: PatternNode.Lookaround) -> String {
    let inner = compound(lookaround.body)
    return switch (lookaround.direction, lookaround.isNegative) {
    case (.ahead, false): "a position followed by \(inner)"
    case (.ahead, true): "a position not followed by \(inner)"
    case (.behind, false): "a position preceded by \(inner)"
    case (.behind, true): "a position not preceded by \(inner)"
    }
  }

  private func backreference(_ reference: PatternNode.Backreference) -> String {
    switch reference.target {
    case .number(let number): "the text of group \(number) again"
    case .name(let name): "the text of \"\(name)\" again"
    }
  }

  private static func phrase(_ anchor: PatternNode.Anchor) -> String {
    switch anchor {
    case .start: "the start of the text"
    case .end: "the end of the text"
    case .wordBoundary: "a word boundary"
    case .notWordBoundary: "a non-word boundary"
    }
  }
}

extension PatternNode {
  /// The only scalar that the part matches, if it is visible.
  var visibleLiteral: Unicode.Scalar? {
    guard case .characters(let characters) = self, characters.properties.isEmpty,
      let scalar = characters.scalars.onlyMember, ("!"..."~").contains(scalar)
    else { return nil }
    return scalar
  }

  /// The set if the part matches exactly one character: a class, or alternatives of one character each.
  var singleCharacterSet: CharacterSetReading? {
    if case .characters(let characters) = self { return CharacterSetReading(characters) }
    return singleScalars.map { CharacterSetReading($0) }
  }

  private var singleScalars: ScalarSet? {
    switch self {
    case .characters(let characters):
      return characters.properties.isEmpty ? characters.scalars : nil
    case .group(let group) where group.name == nil: return group.body.singleScalars
    case .sequence(let parts): return parts.count == 1 ? parts[0].singleScalars : nil
    case .alternation(let alternatives):
      var union = ScalarSet.none
      for alternative in alternatives {
        guard let scalars = alternative.singleScalars else { return nil }
        union = union.union(scalars)
      }
      return union
    default: return nil
    }
  }

  fileprivate var isCompound: Bool {
    if singleCharacterSet != nil { return false }
    switch self {
    case .sequence(let parts):
      return parts.count > 1 && parts.contains { $0.visibleLiteral == nil }
    case .alternation, .repetition: return true
    default: return false
    }
  }
}
