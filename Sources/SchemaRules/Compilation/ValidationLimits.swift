public import ECMARegex
public import JSONText

/// The bounds within which a validator works.
public struct ValidationLimits: Hashable, Sendable {
  /// The reader's bounds.
  public var json: JSONLimits
  /// The bounds of each match of a pattern.
  public var matching: MatchLimits
  /// How many errors, and how many warnings, a result holds at most; the rest is counted.
  public var errors: Int
  /// How many containers and schemas may apply inside one another; the walk over a document recurses.
  public var evaluationDepth: Int

  /// The defaults of each part, 100 errors, and 2,000 schemas inside one another.
  public init(
    json: JSONLimits = JSONLimits(), matching: MatchLimits = MatchLimits(), errors: Int = 100,
    evaluationDepth: Int = 2000
  ) {
    self.json = json
    self.matching = matching
    self.errors = errors
    self.evaluationDepth = evaluationDepth
  }
}
