public import ECMARegex

/// The bounds within which a schema is evaluated, whoever wrote the schema and the instance.
public struct EvaluationLimits: Hashable, Sendable {
  /// The bounds by name.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    /// How many schemas may apply inside one another.
    case depth = "evaluationDepth"
    /// How many times a schema is applied to a value.
    case units = "evaluationUnits"
  }

  /// How many schemas may apply inside one another; the evaluation recurses.
  public var depth: Int
  /// How many times a schema is applied to a value: a schema can be written so that it never ends.
  public var units: Int
  /// The bounds of each match of a pattern.
  public var matching: MatchLimits

  /// 1,200 schemas inside one another, a million units, and the defaults of matching.
  public init(
    depth: Int = 1200, units: Int = 1_000_000, matching: MatchLimits = MatchLimits()
  ) {
    self.depth = depth
    self.units = units
    self.matching = matching
  }
}
