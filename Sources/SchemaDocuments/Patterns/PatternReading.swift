public import ECMARegex
import SchemaExports

/// A pattern in plain English, derived from its syntax tree.
public struct PatternReading: Hashable, Sendable {
  /// The requirement for the text.
  public let text: String
  /// Details that readers easily miss, one sentence each.
  public let notes: [String]

  init(refusal error: PatternError) {
    text = "The pattern is not valid: \(error.message)"
    notes = []
  }

  /// Describes a pattern from its syntax tree.
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
      case (false, false): "The text contains: "
      }
    var phrases = PatternPhrases(syntax)
    text = opening + phrases.sequence(parts) + "."
    var notes: [String] = []
    if phrases.usesWhitespace {
      notes.append(
        "Whitespace means the 25 code points of ECMA-262, including U+FEFF but not U+0085 or U+180E."
      )
    }
    if endsAtEnd || syntax.root.contains(.anchor(.end)) {
      notes.append("A line feed after the end is not allowed.")
    }
    if !startsAtStart || !endsAtEnd {
      notes.append("Without an anchor, any text may come before or after it.")
    }
    self.notes = notes
  }

  private static func atoms(of node: PatternNode) -> [PatternNode] {
    if case .sequence(let parts) = node { parts } else { [node] }
  }
}
