public import ECMARegex

/// The limits of an evaluation, which protect against hostile schemas and instances.
public struct EvaluationLimits: Hashable, Sendable {
  /// The limits by name.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    /// The maximum nesting of schemas that apply one another.
    case depth = "evaluationDepth"
    /// The maximum number of applications of a schema to a value, not counting repetitions.
    case units = "evaluationUnits"
  }

  /// The maximum nesting of schemas that apply one another; the evaluation recurses.
  public var depth: Int
  /// The maximum number of applications of a schema to a value; the same schema on the same value counts once.
  public var units: Int
  /// The maximum number of units that repeat another unit because the same schema applies to the same value again; a
  /// schema can make their number double at each step.
  public var repeatedUnits: Int
  /// The limits of each pattern match.
  public var matching: MatchLimits

  /// Creates limits; by default, a nesting of 1,200, a million units, 100,000 repetitions, and the default limits of
  /// matching.
  public init(
    depth: Int = 1200, units: Int = 1_000_000, repeatedUnits: Int = 100_000,
    matching: MatchLimits = MatchLimits()
  ) {
    self.depth = depth
    self.units = units
    self.repeatedUnits = repeatedUnits
    self.matching = matching
  }
}
