/// Finds repetitions with exponential backtracking: the number of ways to divide some text among their iterations
/// grows exponentially with its length.
///
/// A repetition becomes an automaton whose places are its character classes. It is ambiguous if two different paths
/// over the same text lead from a place back to itself. Lookarounds are checked separately, backreferences count as
/// empty, and a repetition with more than `largestExactCount` iterations counts as unlimited.
enum BacktrackingCheck {
  /// The maximum number of places of a repetition; larger ones are not checked.
  static let maximumPlaces = 400

  /// The maximum number of steps of one pattern's check; when it is exceeded, there is no warning.
  static let maximumSteps = 1_000_000

  /// The maximum number of iterations that are distinguished.
  static let largestExactCount = 6

  /// A warning for each innermost repetition that can explode, in the order of their quantifiers. If there is none, a
  /// warning for a repetition that can take polynomial time.
  static func warnings(for syntax: PatternSyntax) -> [PatternWarning] {
    var offsets: [Int] = []
    var budget = maximumSteps
    _ = check(syntax.root, &offsets, &budget)
    if offsets.isEmpty,
      case .exceeded(let offset?) = AttemptCount.outcome(of: syntax, for: .growingAttempts)
    {
      return [
        PatternWarning(
          kind: .polynomialBacktracking,
          message:
            "This repetition can be tried at each place of a long text, so a backtracking engine can "
            + "take quadratic time or more for a subject that does not match; anchor the pattern, or "
            + "make sure that no two adjacent repetitions match the same character.",
          offset: offset)
      ]
    }
    return offsets.sorted().map { offset in
      PatternWarning(
        kind: .explosiveBacktracking,
        message:
          "This repetition can divide the same text in many ways, so a subject that does not "
          + "match can take exponential time; make sure that no two of its parts match the same character.",
        offset: offset)
    }
  }

  /// Checks inner repetitions first. Returns whether a part of `node` can explode.
  private static func check(
    _ node: PatternNode, _ offsets: inout [Int], _ budget: inout Int
  ) -> Bool {
    var found = false
    for child in node.children where check(child, &offsets, &budget) { found = true }
    guard !found, budget > 0, case .repetition(let repetition) = node,
      repetition.maximum.map({ $0 > largestExactCount }) ?? true
    else { return found }
    var automaton = PlaceAutomaton()
    automaton.add(repetition: repetition)
    budget -= automaton.classes.count
    guard automaton.isAmbiguous(budget: &budget) else { return false }
    offsets.append(repetition.offset)
    return true
  }
}
