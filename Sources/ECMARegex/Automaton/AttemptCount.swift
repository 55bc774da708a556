/// Counts the attempts that a backtracking engine can have open at one place of a subject, to prove that it needs
/// linear time.
///
/// Attempts are paths through the program over the same text. If their number never exceeds a constant for any text,
/// the engine takes a constant number of steps for each scalar. Paths that can no longer fail are not counted,
/// because the engine does not return from them.
///
/// Worked example: on `aaa…`, `[a]+@` has one more attempt open at each place, one for each start, so the engine can
/// need quadratic time. `^[a]+@` has one attempt at each place.
struct AttemptCount {
  /// The maximum number of attempts for each scalar that counts as linear.
  private static let maximumAttempts = 16
  /// The maximum number of steps of a proof.
  private static let maximumSteps = 50_000

  /// The result of counting.
  enum Outcome: Equatable {
    case linear
    /// Some text opens more attempts. The offset is that of a quantifier whose iterations add them.
    case exceeded(offset: Int?)
    /// The pattern has backreferences or lookbehinds, or is too large.
    case unknown
  }

  private let program: AutomatonProgram
  private var steps = 0
  /// For each node, the reading nodes that it leads to without reading, one entry for each path; nil if there are too
  /// many.
  private var arrivals: [Int: [Int]] = [:]
  /// The nodes from which every path succeeds.
  private var certain: Set<Int> = []

  /// Counts the attempts that a pattern may take, or only those that grow with the subject.
  static func outcome(
    of syntax: PatternSyntax, for purpose: AutomatonProgram.Purpose = .attempts
  ) -> Outcome {
    guard let program = AutomatonProgram(syntax, for: purpose) else { return .unknown }
    var count = AttemptCount(program: program)
    return count.run()
  }

  private init(program: AutomatonProgram) { self.program = program }

  private mutating func run() -> Outcome {
    var entries = [program.start]
    for case .read(_, let next) in program.nodes where !entries.contains(next) {
      entries.append(next)
      steps += entries.count
    }
    for entry in entries {
      var found: [Int] = []
      var path: Set<Int> = []
      guard collect(entry, &path, &found) else { return .unknown }
      arrivals[entry] = found
    }
    findCertain(entries)
    return explore()
  }

  /// Follows each path from a node to the nodes that read. Returns false if there are too many.
  private mutating func collect(_ node: Int, _ path: inout Set<Int>, _ found: inout [Int]) -> Bool {
    steps += 1
    guard steps < Self.maximumSteps, found.count <= 4 * Self.maximumAttempts else { return false }
    switch program.nodes[node] {
    case .accept, .fail: return true
    case .assert(_, let next), .condition(_, _, let next): return collect(next, &path, &found)
    case .read:
      found.append(node)
      return true
    case .split(let first, let second):
      // The engine does not repeat an empty iteration.
      guard path.insert(node).inserted else { return true }
      defer { path.remove(node) }
      return collect(first, &path, &found) && collect(second, &path, &found)
    }
  }

  private mutating func findCertain(_ entries: [Int]) {
    certain = Set(entries.filter(program.succeedsAtOnce))
    var isStable = false
    while !isStable {
      isStable = true
      for entry in certain {
        let leaves = arrivals[entry, default: []].contains {
          guard case .read(_, let next) = program.nodes[$0] else { return true }
          return !certain.contains(next)
        }
        if leaves {
          certain.remove(entry)
          isStable = false
        }
        steps += 1
      }
    }
  }

  /// Visits each combination of attempts that some text can open.
  private mutating func explore() -> Outcome {
    let start = [program.start: 1]
    var seen: Set<[Int: Int]> = [start]
    var waiting = [start]
    while let attempts = waiting.popLast() {
      for symbol in 0..<program.symbols.count {
        var next: [Int: Int] = [:]
        var total = 0
        for (entry, count) in attempts {
          for node in arrivals[entry, default: []] {
            steps += 1
            guard case .read(let set, let target) = program.nodes[node],
              program.symbols.holds(set, symbol), !certain.contains(target)
            else { continue }
            next[target, default: 0] += count
            total += count
          }
        }
        guard total <= Self.maximumAttempts else { return .exceeded(offset: offset(of: next)) }
        guard steps < Self.maximumSteps else { return .unknown }
        if !next.isEmpty, seen.insert(next).inserted { waiting.append(next) }
      }
    }
    return .linear
  }

  /// The quantifier of the loop with the most attempts.
  private func offset(of attempts: [Int: Int]) -> Int? {
    let loops = program.nodes.indices.compactMap { node -> (count: Int, offset: Int)? in
      guard case .read(_, let next) = program.nodes[node], let count = attempts[next],
        let offset = program.loopOffsets[node]
      else { return nil }
      return (count, offset)
    }
    return loops.max { ($0.count, $1.offset) < ($1.count, $0.offset) }?.offset
  }
}
