extension PatternNode {
  /// Whether the part can match the empty string; true if that is not known.
  var isNullable: Bool {
    switch self {
    case .characters: false
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .alternation(let alternatives): alternatives.contains(where: \.isNullable)
    case .repetition(let repetition): repetition.minimum == 0 || repetition.body.isNullable
    case .group(let group): group.body.isNullable
    case .anchor, .lookaround, .backreference: true
    }
  }

  /// The parts directly inside this one, in the order of the pattern.
  package var children: [PatternNode] {
    switch self {
    case .characters, .anchor, .backreference: []
    case .sequence(let parts): parts
    case .alternation(let alternatives): alternatives
    case .repetition(let repetition): [repetition.body]
    case .group(let group): [group.body]
    case .lookaround(let lookaround): [lookaround.body]
    }
  }

  /// Whether the part is a lookaround or contains one.
  package var hasLookaround: Bool {
    if case .lookaround = self { true } else { children.contains(where: \.hasLookaround) }
  }

  /// The nesting depth of groups and lookarounds.
  var nestingDepth: Int {
    let inner = children.reduce(0) { max($0, $1.nestingDepth) }
    switch self {
    case .group, .lookaround: return inner + 1
    default: return inner
    }
  }
}
