import ECMARegex

/// Makes phrases of the parts of a pattern.
struct PatternPhrases {
  private let syntax: PatternSyntax
  /// Whether a phrase so far speaks of white space.
  private(set) var usesWhiteSpace = false

  init(_ syntax: PatternSyntax) {
    self.syntax = syntax
  }

  /// Parts one after another; literals that follow each other are one text.
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
      // A repetition is one thing, and needs no parentheses beside its neighbours.
      let inner: String
      if case .repetition = group.body {
        inner = phrase(group.body)
      } else {
        inner = compound(group.body)
      }
      return group.name.map { "\(inner) (called \"\($0)\")" } ?? inner
    case .anchor(let anchor): return Self.phrase(anchor)
    case .lookaround(let lookaround): return self.lookaround(lookaround)
    case .backreference(let reference): return backreference(reference)
    }
  }

  /// The phrase of a part, in parentheses where it would run into its neighbours.
  private mutating func compound(_ node: PatternNode) -> String {
    let phrase = phrase(node)
    return node.isCompound ? "(\(phrase))" : phrase
  }

  private mutating func set(_ reading: CharacterSetReading) -> String {
    if reading.parts.contains("white space") { usesWhiteSpace = true }
    return reading.phrase
  }

  private mutating func repetition(_ repetition: PatternNode.Repetition) -> String {
    let inner = compound(repetition.body)
    let isSet = repetition.body.singleCharacterSet != nil
    let times = { (count: Int) in count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }
    let reading =
      switch (repetition.minimum, repetition.maximum) {
      case (0, 1?): "optionally \(inner)"
      case (0, nil): isSet ? "any number of \(inner)" : "any number of times \(inner)"
      case (1, nil): isSet ? "one or more of \(inner)" : "one or more times \(inner)"
      case (let minimum, nil):
        isSet ? "\(minimum) or more of \(inner)" : "\(minimum) or more times \(inner)"
      case (let minimum, let maximum?) where minimum == maximum:
        isSet && minimum != 1 ? "\(minimum) of \(inner)" : "\(times(minimum)) \(inner)"
      case (let minimum, let maximum?):
        isSet
          ? "\(minimum) to \(maximum) of \(inner)" : "\(minimum) to \(maximum) times \(inner)"
      }
    return repetition.isLazy ? reading + " (as few as possible)" : reading
  }

  private mutating func lookaround(_ lookaround: PatternNode.Lookaround) -> String {
    let inner = compound(lookaround.body)
    return switch (lookaround.direction, lookaround.isNegative) {
    case (.ahead, false): "a place before \(inner)"
    case (.ahead, true): "a place not before \(inner)"
    case (.behind, false): "a place behind \(inner)"
    case (.behind, true): "a place not behind \(inner)"
    }
  }

  private func backreference(_ reference: PatternNode.Backreference) -> String {
    switch reference.target {
    case .number(let number): "what group \(number) matched, once more"
    case .name(let name): "what \"\(name)\" matched, once more"
    }
  }

  private static func phrase(_ anchor: PatternNode.Anchor) -> String {
    switch anchor {
    case .start: "the start of the text"
    case .end: "the end of the text"
    case .wordBoundary: "a word's edge"
    case .notWordBoundary: "no word's edge"
    }
  }
}

extension PatternNode {
  /// The only scalar that the part matches, if people can see it.
  var visibleLiteral: Unicode.Scalar? {
    guard case .characters(let characters) = self, characters.properties.isEmpty,
      let scalar = characters.scalars.onlyMember, ("!"..."~").contains(scalar)
    else { return nil }
    return scalar
  }

  /// The set of which the part matches exactly one member: a class, or alternatives that are each one
  /// character.
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
