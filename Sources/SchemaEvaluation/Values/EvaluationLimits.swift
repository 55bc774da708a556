public import ECMARegex

/// The bounds within which a schema is evaluated, whoever wrote the schema and the instance.
public struct EvaluationLimits: Hashable, Sendable {
  /// The bounds by name.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    /// How many schemas may apply inside one another.
    case depth = "evaluationDepth"
    /// How many times a schema is applied to a value, repetitions not counted.
    case units = "evaluationUnits"
  }

  /// How many schemas may apply inside one another; the evaluation recurses.
  public var depth: Int
  /// How many times a schema is applied to a value, the same schema to the same value counted once.
  public var units: Int
  /// How many units repeat what another unit says, because the same schema applies to the same value again:
  /// a schema can be written so that they double at each step.
  public var repeatedUnits: Int
  /// The bounds of each match of a pattern.
  public var matching: MatchLimits

  /// 1,200 schemas inside one another, a million units, as many as
  /// 100,000 repetitions, and the defaults of matching.
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
