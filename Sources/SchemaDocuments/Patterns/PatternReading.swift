public import ECMARegex

/// A pattern in plain English, made from its syntax tree.
public struct PatternReading: Hashable, Sendable {
  /// What the text must be.
  public let text: String
  /// What is easily taken otherwise, a sentence each.
  public let notes: [String]

  init(refusal error: PatternError) {
    text = "The pattern is not valid: \(error.message)"
    notes = []
  }

  /// Reads a pattern's tree.
  public init(_ syntax: PatternSyntax) {
    var parts = Self.atoms(of: syntax.root)
    let startsAtStart = parts.first == .anchor(.start)
    let endsAtEnd = parts.count > 1 && parts.last == .anchor(.end)
    if startsAtStart { parts.removeFirst() }
    if endsAtEnd { parts.removeLast() }
    let opening =
      switch (startsAtStart, endsAtEnd) {
      case (true, true): "The whole text is: "
      case (true, false): "The text starts with: "
      case (false, true): "The text ends with: "
      case (false, false): "Somewhere in the text there is: "
      }
    var phrases = PatternPhrases(syntax)
    text = opening + phrases.sequence(parts) + "."
    var notes: [String] = []
    if phrases.usesWhiteSpace {
      notes.append(
        "White space is ECMA-262's: 25 code points, with U+FEFF and without U+0085 and U+180E.")
    }
    if endsAtEnd || syntax.root.contains(.anchor(.end)) {
      notes.append("The end is the very end: a line feed behind it is one character too many.")
    }
    if !startsAtStart || !endsAtEnd {
      notes.append("What is not anchored may have any text beside it.")
    }
    self.notes = notes
  }

  private static func atoms(of node: PatternNode) -> [PatternNode] {
    if case .sequence(let parts) = node { parts } else { [node] }
  }
}

extension PatternNode {
  /// Whether the part is, or has inside it, another one.
  func contains(_ node: PatternNode) -> Bool {
    if self == node { return true }
    switch self {
    case .characters, .anchor, .backreference: return false
    case .sequence(let parts), .alternation(let parts): return parts.contains { $0.contains(node) }
    case .repetition(let repetition): return repetition.body.contains(node)
    case .group(let group): return group.body.contains(node)
    case .lookaround(let lookaround): return lookaround.body.contains(node)
    }
  }
}
