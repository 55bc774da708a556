/// A pattern as a nondeterministic automaton on scalars (Thompson's construction): nodes that read a scalar, nodes
/// with two branches, and assertions.
struct AutomatonProgram: Sendable {
  /// The purpose of the program.
  enum Purpose {
    /// To find the subjects that match. Counted repetitions are spelled out, each lookaround is a separate program,
    /// and there are no backreferences.
    case verdicts
    /// To count the attempts of a backtracking engine; there may be more than it makes. A counted repetition may
    /// continue without limit, and a lookahead is a branch that leads nowhere.
    case attempts
    /// To count the attempts that can grow with the subject. A repetition with an upper bound stays at its minimum,
    /// unless that is 0.
    case growingAttempts
  }

  enum Node: Sendable {
    /// Reads one scalar of a set.
    case read(set: Int, next: Int)
    case split(Int, Int)
    case assert(PatternNode.Anchor, next: Int)
    /// Continues if a lookaround allows it. The lookaround is an index into `lookarounds`; nil when attempts are
    /// counted, because it is unknown then.
    case condition(lookaround: Int?, isNegative: Bool, next: Int)
    case accept
    case fail
  }

  /// The maximum number of nodes of a program.
  private static let maximumNodes = 20_000
  /// The maximum number of nodes of a program whose attempts are counted.
  private static let maximumNodesForAttempts = 1_000
  /// The maximum number of lookarounds of a program, each of which doubles its symbols. Nested lookarounds do not
  /// count.
  private static let maximumLookarounds = 6
  /// The maximum length of text that a lookbehind may examine and still count as a single step.
  private static let longestLookbehind = 16

  private(set) var nodes: [Node] = [.fail, .accept]
  /// The start of the program, before any text that a match may skip.
  private(set) var start = 0
  /// The start of a match.
  private(set) var body = 0
  let symbols: SymbolClasses
  /// Whether each symbol is a word character; empty if the pattern has no word boundary.
  let isWord: [Bool]
  /// The lookarounds, which are decided for every place of a subject before the program runs.
  let lookarounds: [AutomatonProgram]
  /// The direction of a lookaround's program; nil for the program of a pattern.
  let direction: PatternNode.Lookaround.Direction?
  /// For each node, the position in the pattern of the quantifier of its innermost loop. Only kept for counting
  /// attempts.
  private(set) var loopOffsets: [Int: Int] = [:]

  private static let fail = 0
  private static let accept = 1

  /// Returns nil if the pattern is too large or contains a part that `purpose` does not support.
  init?(_ syntax: PatternSyntax, for purpose: Purpose) {
    self.init(syntax.root, for: purpose, looking: nil)
  }

  /// A program for a lookahead reads the subject backwards from its end. It accepts at the places where the part
  /// matches.
  private init?(
    _ root: PatternNode, for purpose: Purpose, looking direction: PatternNode.Lookaround.Direction?
  ) {
    var builder = Builder(purpose: purpose, readsBackwards: direction == .ahead)
    guard let body = builder.add(root, next: Self.accept) else { return nil }
    self.body = body
    self.direction = direction
    lookarounds = builder.lookarounds
    var sets = builder.sets
    if builder.hasWordBoundary { sets.append(.wordCharacters) }
    guard let symbols = SymbolClasses(sets) else { return nil }
    self.symbols = symbols
    isWord =
      builder.hasWordBoundary
      ? (0..<symbols.count).map { symbols.holds(sets.count - 1, $0) } : []
    nodes = builder.nodes
    loopOffsets = builder.loopOffsets
    if direction == nil && root.isAnchoredAtStart || purpose != .verdicts && succeedsAtOnce(body) {
      start = body
    } else {
      start = nodes.count
      nodes.append(.split(body, nodes.count + 1))
      nodes.append(.read(set: builder.allScalars, next: start))
    }
  }

  /// Whether the pattern matches at a node regardless of the following text.
  func succeedsAtOnce(_ node: Int) -> Bool {
    var pending = [node]
    var seen: Set<Int> = [node]
    while let node = pending.popLast() {
      switch nodes[node] {
      case .accept: return true
      case .split(let first, let second):
        for next in [first, second] where seen.insert(next).inserted { pending.append(next) }
      case .read, .assert, .condition, .fail: continue
      }
    }
    return false
  }

  /// Builds nodes from the end of the pattern to its start.
  private struct Builder {
    let purpose: Purpose
    let readsBackwards: Bool
    var nodes: [Node] = [.fail, .accept]
    var sets: [ScalarSet] = [.all]
    let allScalars = 0
    private var numbers: [ScalarSet: Int] = [.all: 0]
    /// The numbers of the sets, by the position of their class, so a repeated class is examined once.
    private var numbersByPlace: [Range<Int>: Int] = [:]
    var hasWordBoundary = false
    var loopOffsets: [Int: Int] = [:]
    private var loops: [Int] = []
    var lookarounds: [AutomatonProgram] = []
    /// The numbers of the lookarounds, by their offsets, so a repeated lookaround is decided once.
    private var numbersOfLookarounds: [Int: Int] = [:]

    init(purpose: Purpose, readsBackwards: Bool) {
      self.purpose = purpose
      self.readsBackwards = readsBackwards
    }

    private mutating func number(of lookaround: PatternNode.Lookaround) -> Int? {
      if let known = numbersOfLookarounds[lookaround.offset] { return known }
      guard lookarounds.count < maximumLookarounds,
        let program = AutomatonProgram(
          lookaround.body, for: .verdicts, looking: lookaround.direction)
      else { return nil }
      numbersOfLookarounds[lookaround.offset] = lookarounds.count
      lookarounds.append(program)
      return lookarounds.count - 1
    }

    private mutating func number(of characters: CharacterClass) -> Int? {
      if let known = numbersByPlace[characters.offsets] { return known }
      guard let members = characters.exactMembers else { return nil }
      let set = numbers[members] ?? sets.count
      if set == sets.count {
        numbers[members] = set
        sets.append(members)
      }
      numbersByPlace[characters.offsets] = set
      return set
    }

    private mutating func append(_ node: Node) -> Int? {
      guard nodes.count < (purpose == .verdicts ? maximumNodes : maximumNodesForAttempts) else {
        return nil
      }
      nodes.append(node)
      return nodes.count - 1
    }

    /// Adds a part that continues at `next`. Returns its start.
    mutating func add(_ part: PatternNode, next: Int) -> Int? {
      switch part {
      case .characters(let characters):
        guard let set = number(of: characters), let node = append(.read(set: set, next: next))
        else { return nil }
        if let loop = loops.last { loopOffsets[node] = loop }
        return node
      case .sequence(let parts):
        var next = next
        for part in readsBackwards ? parts : parts.reversed() {
          guard let start = add(part, next: next) else { return nil }
          next = start
        }
        return next
      case .alternation(let alternatives):
        var start: Int?
        for alternative in alternatives.reversed() {
          guard let first = add(alternative, next: next) else { return nil }
          guard let second = start else {
            start = first
            continue
          }
          start = append(.split(first, second))
          if start == nil { return nil }
        }
        return start ?? next
      case .group(let group): return add(group.body, next: next)
      case .anchor(let anchor):
        if anchor == .wordBoundary || anchor == .notWordBoundary { hasWordBoundary = true }
        return append(.assert(readsBackwards ? anchor.reversed : anchor, next: next))
      case .repetition(let repetition): return add(repetition, next: next)
      case .lookaround(let lookaround):
        guard purpose != .verdicts else {
          guard let number = number(of: lookaround) else { return nil }
          return append(
            .condition(lookaround: number, isNegative: lookaround.isNegative, next: next))
        }
        let unknown = Node.condition(lookaround: nil, isNegative: false, next: next)
        if lookaround.direction == .behind {
          let length = lookaround.body.fixedLength ?? .max
          guard length <= AutomatonProgram.longestLookbehind else { return nil }
          return append(unknown)
        }
        guard let body = add(lookaround.body, next: AutomatonProgram.fail),
          let condition = append(unknown)
        else { return nil }
        return append(.split(body, condition))
      case .backreference: return nil
      }
    }

    /// A lazy quantifier changes which match is found, but never whether there is one.
    private mutating func add(_ repetition: PatternNode.Repetition, next: Int) -> Int? {
      let isLoop =
        purpose == .attempts ? repetition.maximum.map { $0 > 1 } ?? true : repetition.maximum == nil
      if isLoop { loops.append(repetition.offset) }
      defer { if isLoop { loops.removeLast() } }
      var next = next
      var required = repetition.minimum
      var maximum = repetition.maximum
      switch purpose {
      case .verdicts: break
      case .attempts: required = min(required, 1)
      case .growingAttempts:
        required = min(required, BacktrackingCheck.largestExactCount)
        maximum = maximum.map { min($0, max(required, 1)) }
      }
      if isLoop {
        guard let split = append(.split(next, next)),
          let body = add(repetition.body, next: split)
        else { return nil }
        nodes[split] = .split(body, next)
        if required > 0, body != split {
          // The loop itself is one of the required iterations.
          (next, required) = (body, required - 1)
        } else {
          next = split
        }
      } else if let maximum {
        let end = next
        for _ in 0..<max(0, maximum - required) {
          guard let body = add(repetition.body, next: next) else { return nil }
          // Without nodes, one iteration is equivalent to any number.
          if body == next { break }
          guard let split = append(.split(body, end)) else { return nil }
          next = split
        }
      }
      for _ in 0..<max(0, required) {
        guard let body = add(repetition.body, next: next) else { return nil }
        if body == next { break }
        next = body
      }
      return next
    }
  }
}

extension PatternNode.Anchor {
  /// The anchor for a program that reads backwards.
  fileprivate var reversed: Self {
    switch self {
    case .start: .end
    case .end: .start
    case .wordBoundary, .notWordBoundary: self
    }
  }
}

extension PatternNode {
  /// Whether a match can only be at the start of the subject, and attempts at other places read nothing.
  var isAnchoredAtStart: Bool {
    switch self {
    case .anchor(let anchor): return anchor == .start
    case .group(let group): return group.body.isAnchoredAtStart
    case .alternation(let alternatives): return alternatives.allSatisfy(\.isAnchoredAtStart)
    case .repetition(let repetition):
      return repetition.minimum > 0 && repetition.body.isAnchoredAtStart
    case .sequence(let parts):
      for part in parts {
        if part.isAnchoredAtStart { return true }
        guard case .anchor = part else { return false }
      }
      return false
    case .characters, .lookaround, .backreference: return false
    }
  }

  /// The number of scalars of every match if there is only one path to a match; otherwise nil.
  fileprivate var fixedLength: Int? {
    switch self {
    case .characters: return 1
    case .anchor: return 0
    case .alternation, .backreference, .lookaround: return nil
    case .repetition(let repetition):
      guard repetition.minimum == repetition.maximum, let length = repetition.body.fixedLength
      else { return nil }
      let (product, overflow) = length.multipliedReportingOverflow(by: repetition.minimum)
      return overflow ? nil : product
    case .sequence, .group:
      return children.reduce(0) { sum, child in
        guard let sum, let length = child.fixedLength else { return nil }
        let (total, overflow) = sum.addingReportingOverflow(length)
        return overflow ? nil : total
      }
    }
  }
}
