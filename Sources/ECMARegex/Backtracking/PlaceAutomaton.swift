/// The position automaton (Glushkov's construction) of a part of a pattern: one place per character class, with the
/// places that can follow it.
///
/// It also counts the paths from one place to the next, up to two: `(a*)*` has one place with two paths to itself.
struct PlaceAutomaton {
  /// The number of paths to each place.
  typealias Paths = [Int: Int]

  /// The places where a part can be entered and left, and the number of paths through it without reading.
  struct Fragment {
    var first: Paths = [:]
    var last: Paths = [:]
    var emptyPathCount = 0
  }

  private(set) var classes: [ScalarSet] = []
  private(set) var next: [Paths] = []

  var isTooLarge: Bool { classes.count > BacktrackingCheck.maximumPlaces }

  /// Adds a repetition, which counts as unlimited above `largestExactCount`.
  mutating func add(repetition: PatternNode.Repetition) {
    _ = loop(repetition.body, isOptional: true)
  }

  private mutating func fragment(of node: PatternNode) -> Fragment {
    guard !isTooLarge else { return Fragment() }
    switch node {
    case .characters(let set):
      classes.append(set.members)
      next.append([:])
      return Fragment(first: [classes.count - 1: 1], last: [classes.count - 1: 1])
    case .sequence, .group: return fragment(ofSequence: node.children)
    case .alternation: return fragment(ofAlternatives: node.children)
    case .repetition(let repetition): return fragment(of: repetition)
    case .anchor, .lookaround, .backreference: return Fragment(emptyPathCount: 1)
    }
  }

  private mutating func fragment(ofSequence parts: [PatternNode]) -> Fragment {
    var whole = Fragment(emptyPathCount: 1)
    for part in parts { whole = joined(whole, fragment(of: part)) }
    return whole
  }

  private mutating func fragment(ofAlternatives alternatives: [PatternNode]) -> Fragment {
    var whole = Fragment()
    for alternative in alternatives { whole = Self.either(whole, fragment(of: alternative)) }
    return whole
  }

  private mutating func fragment(of repetition: PatternNode.Repetition) -> Fragment {
    let limit = BacktrackingCheck.largestExactCount
    let span = repetition.maximum.map { $0 - repetition.minimum }
    let isLoop = span.map { $0 > limit } ?? true
    // `x{n,}` is read as n - 1 times `x`, followed by `x+`.
    let required = min(repetition.minimum - (isLoop ? 1 : 0), limit)
    var whole = Fragment(emptyPathCount: 1)
    for _ in 0..<max(0, required) {
      let before = classes.count
      whole = joined(whole, fragment(of: repetition.body))
      // Without places, one iteration is equivalent to any number; this also bounds the recursion.
      if classes.count == before { break }
    }
    if isLoop { return joined(whole, loop(repetition.body, isOptional: repetition.minimum == 0)) }
    var optional = Fragment(emptyPathCount: 1)
    for _ in 0..<max(0, span ?? 0) {
      let before = classes.count
      optional = Self.either(
        Fragment(emptyPathCount: 1), joined(fragment(of: repetition.body), optional))
      if classes.count == before { break }
    }
    return joined(whole, optional)
  }

  /// Adds a loop: any number of iterations, or at least one.
  private mutating func loop(_ body: PatternNode, isOptional: Bool) -> Fragment {
    var inner = fragment(of: body)
    connect(inner.last, to: inner.first)
    // An empty iteration ends the loop and is not another path.
    inner.emptyPathCount = isOptional ? 1 : min(1, inner.emptyPathCount)
    return inner
  }

  private mutating func joined(_ left: Fragment, _ right: Fragment) -> Fragment {
    connect(left.last, to: right.first)
    return Fragment(
      first: Self.sum(left.first, right.first, times: left.emptyPathCount),
      last: Self.sum(right.last, left.last, times: right.emptyPathCount),
      emptyPathCount: min(2, left.emptyPathCount * right.emptyPathCount))
  }

  private static func either(_ left: Fragment, _ right: Fragment) -> Fragment {
    Fragment(
      first: sum(left.first, right.first, times: 1), last: sum(left.last, right.last, times: 1),
      emptyPathCount: min(2, left.emptyPathCount + right.emptyPathCount))
  }

  private mutating func connect(_ from: Paths, to: Paths) {
    for (place, count) in from {
      for (target, more) in to {
        next[place][target] = min(2, next[place][target, default: 0] + count * more)
      }
    }
  }

  private static func sum(_ left: Paths, _ right: Paths, times factor: Int) -> Paths {
    guard factor > 0 else { return left }
    return left.merging(right.mapValues { min(2, $0 * factor) }) { min(2, $0 + $1) }
  }
}
