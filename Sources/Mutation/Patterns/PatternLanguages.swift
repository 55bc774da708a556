import ECMARegex

/// Compares the texts that two patterns match, by walking the automata of both at once.
///
/// Lookarounds, back references, word boundaries and Unicode properties are left to others.
struct PatternLanguages {
  /// What the comparison shows.
  enum Verdict: Equatable {
    /// Both patterns match the same texts.
    case equal
    /// One matches these texts and the other does not, the shortest first.
    case different([String])
    /// The patterns cannot be compared, or not within the bounds.
    case unknown
  }

  /// How many pairs of states are looked at.
  private static let pairLimit = 20_000
  private static let witnessLimit = 12

  /// Compares two patterns.
  static func compare(_ one: String, _ other: String) -> Verdict {
    guard let left = PatternAutomaton(one), let right = PatternAutomaton(other) else {
      return .unknown
    }
    let letters = Self.letters(left.sets + right.sets)
    var seen: Set<[[Int]]> = []
    var queue: [(states: [[Int]], text: [Unicode.Scalar])] = [
      ([left.initial, right.initial], [])
    ]
    seen.insert(queue[0].states)
    var witnesses: [String] = []
    var next = 0
    while next < queue.count {
      let (states, text) = queue[next]
      next += 1
      if left.accepts(states[0], isEmpty: text.isEmpty)
        != right.accepts(states[1], isEmpty: text.isEmpty)
      {
        witnesses.append(String(scalars: text))
        if witnesses.count == witnessLimit { break }
      }
      for letter in letters {
        let following = [left.step(states[0], letter), right.step(states[1], letter)]
        guard seen.insert(following).inserted else { continue }
        guard seen.count < pairLimit else {
          return witnesses.isEmpty ? .unknown : .different(witnesses)
        }
        queue.append((following, text + [letter]))
      }
    }
    return witnesses.isEmpty ? .equal : .different(witnesses)
  }

  /// A letter for each set of characters that all classes treat alike.
  private static func letters(_ sets: [ScalarSet]) -> [Unicode.Scalar] {
    var starts: Set<UInt32> = [0]
    for range in sets.flatMap(\.ranges) {
      starts.insert(range.lowerBound.value)
      starts.insert(range.upperBound.value == 0xD7FF ? 0xE000 : range.upperBound.value + 1)
    }
    var signatures: Set<[Bool]> = []
    let candidates = starts.compactMap { Unicode.Scalar($0) }.sorted()
    // Letters and digits first, so that the texts can be read.
    let readable = candidates.filter { $0.isASCII && $0.properties.isAlphabetic }
    return (readable + candidates).filter { letter in
      signatures.insert(sets.map { $0.contains(letter) }).inserted
    }
  }
}

/// Thompson's automaton of a pattern that is looked for anywhere in a text.
private struct PatternAutomaton {
  private enum Edge {
    case characters(Int, to: Int)
    case free(to: Int)
    case anchor(PatternNode.Anchor, to: Int)
  }

  private static let stateLimit = 3_000

  private(set) var sets: [ScalarSet] = []
  private var edges: [[Edge]] = [[]]
  private var end = 0

  /// The automaton of a pattern; nil if it cannot be built, or is too large.
  init?(_ source: String) {
    let pattern = (try? Pattern(source)) ?? (try? Pattern(source, grammar: .annexB))
    guard let pattern, let end = add(pattern.syntax.root, from: 0) else { return nil }
    self.end = end
  }

  private mutating func state() -> Int {
    edges.append([])
    return edges.count - 1
  }

  /// Adds a part behind a state; returns the state behind the part.
  private mutating func add(_ node: PatternNode, from start: Int) -> Int? {
    guard edges.count < Self.stateLimit else { return nil }
    switch node {
    case .characters(let characters):
      guard characters.properties.isEmpty else { return nil }
      let next = state()
      edges[start].append(.characters(sets.count, to: next))
      sets.append(characters.scalars)
      return next
    case .sequence(let parts):
      var current = start
      for part in parts {
        guard let next = add(part, from: current) else { return nil }
        current = next
      }
      return current
    case .alternation(let alternatives):
      let join = state()
      for alternative in alternatives {
        let first = state()
        edges[start].append(.free(to: first))
        guard let last = add(alternative, from: first) else { return nil }
        edges[last].append(.free(to: join))
      }
      return join
    case .group(let group): return add(group.body, from: start)
    case .repetition(let repetition): return add(repetition, from: start)
    case .anchor(let anchor) where anchor == .start || anchor == .end:
      let next = state()
      edges[start].append(.anchor(anchor, to: next))
      return next
    case .anchor, .lookaround, .backreference: return nil
    }
  }

  private mutating func add(_ repetition: PatternNode.Repetition, from start: Int) -> Int? {
    guard max(repetition.minimum, repetition.maximum ?? 0) < Self.stateLimit else { return nil }
    var current = start
    for _ in 0..<repetition.minimum {
      guard let next = add(repetition.body, from: current) else { return nil }
      current = next
    }
    guard let maximum = repetition.maximum else {
      let loop = state()
      edges[current].append(.free(to: loop))
      guard let last = add(repetition.body, from: loop) else { return nil }
      edges[last].append(.free(to: loop))
      // Leaving has a state of its own, so that nothing that is added later leads back into the loop.
      let exit = state()
      edges[loop].append(.free(to: exit))
      return exit
    }
    let exit = state()
    edges[current].append(.free(to: exit))
    for _ in 0..<max(0, maximum - repetition.minimum) {
      guard let next = add(repetition.body, from: current) else { return nil }
      edges[next].append(.free(to: exit))
      current = next
    }
    return exit
  }

  // MARK: Sets of states

  /// The states before the first character.
  var initial: [Int] { closure([0], isAtStart: true, isAtEnd: false) }

  /// Whether a text that led to some states matches.
  func accepts(_ states: [Int], isEmpty: Bool) -> Bool {
    closure(states, isAtStart: isEmpty, isAtEnd: true).contains(end)
  }

  /// The states behind one character more. What has matched stays a match.
  func step(_ states: [Int], _ letter: Unicode.Scalar) -> [Int] {
    if states.contains(end) { return [end] }
    var next = [0]
    for state in states {
      for case .characters(let set, let target) in edges[state] where sets[set].contains(letter) {
        next.append(target)
      }
    }
    return closure(next, isAtStart: false, isAtEnd: false)
  }

  private func closure(_ states: [Int], isAtStart: Bool, isAtEnd: Bool) -> [Int] {
    var reached = Set(states)
    var pending = states
    while let state = pending.popLast() {
      for edge in edges[state] {
        let target: Int
        switch edge {
        case .characters: continue
        case .free(let next): target = next
        case .anchor(let anchor, let next):
          guard anchor == .start ? isAtStart : isAtEnd else { continue }
          target = next
        }
        if reached.insert(target).inserted { pending.append(target) }
      }
    }
    return reached.contains(end) && !isAtEnd ? [end] : reached.sorted()
  }
}
