/// The position automaton (Glushkov's construction) of a pattern without anchors, lookarounds and references: one
/// position for each character class, with the positions that may follow it.
///
/// Worked example: `a(b|c)*` has the positions a, b and c. It starts at a and ends at any of the three, and each of
/// them may be followed by b and c.
struct ClassPositions {
  /// A set of positions, one bit each.
  typealias Positions = UInt64

  /// The scalars of each position.
  private(set) var classes: [ScalarSet] = []
  /// The positions that may follow each position.
  private(set) var followers: [Positions] = []
  /// The positions at which a match may start.
  private(set) var first: Positions = 0
  /// The positions at which a match may end.
  private(set) var last: Positions = 0
  /// Whether the empty string matches.
  private(set) var isNullable = false

  private struct Part {
    var first: Positions = 0
    var last: Positions = 0
    var isNullable = false
  }

  /// Creates the automaton of consecutive parts. Returns nil if they contain anything but classes, groups,
  /// alternatives and the quantifiers `*`, `+` and `?`, or more classes than a set can hold.
  init?(_ parts: [PatternNode]) {
    guard let whole = add(sequence: parts) else { return nil }
    (first, last, isNullable) = (whole.first, whole.last, whole.isNullable)
  }

  /// The positions that may follow any of the given ones.
  func followers(of positions: Positions) -> Positions {
    followers.indices.reduce(0) {
      positions >> UInt64($1) & 1 == 1 ? $0 | followers[$1] : $0
    }
  }

  private mutating func add(_ node: PatternNode) -> Part? {
    switch node {
    case .characters(let characters):
      guard characters.properties.isEmpty, classes.count < Positions.bitWidth else { return nil }
      let position: Positions = 1 << UInt64(classes.count)
      classes.append(characters.scalars)
      followers.append(0)
      return Part(first: position, last: position)
    case .group(let group):
      return add(group.body)
    case .sequence(let parts):
      return add(sequence: parts)
    case .alternation(let alternatives):
      var whole = Part()
      for alternative in alternatives {
        guard let part = add(alternative) else { return nil }
        whole.first |= part.first
        whole.last |= part.last
        whole.isNullable = whole.isNullable || part.isNullable
      }
      return whole
    case .repetition(let repetition):
      return add(repetition)
    case .anchor, .lookaround, .backreference:
      return nil
    }
  }

  private mutating func add(sequence parts: [PatternNode]) -> Part? {
    var whole = Part(isNullable: true)
    for node in parts {
      guard let part = add(node) else { return nil }
      connect(whole.last, to: part.first)
      if whole.isNullable { whole.first |= part.first }
      whole.last = part.isNullable ? whole.last | part.last : part.last
      whole.isNullable = whole.isNullable && part.isNullable
    }
    return whole
  }

  /// A lazy quantifier changes which match is found, but never whether there is one.
  private mutating func add(_ repetition: PatternNode.Repetition) -> Part? {
    guard repetition.minimum <= 1, (repetition.maximum ?? 1) == 1,
      var part = add(repetition.body)
    else { return nil }
    if repetition.maximum == nil { connect(part.last, to: part.first) }
    if repetition.minimum == 0 { part.isNullable = true }
    return part
  }

  private mutating func connect(_ positions: Positions, to next: Positions) {
    for index in followers.indices where positions >> UInt64(index) & 1 == 1 {
      followers[index] |= next
    }
  }
}
