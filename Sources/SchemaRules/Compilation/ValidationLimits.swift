public import ECMARegex
public import JSONText

/// The limits of a validation.
public struct ValidationLimits: Hashable, Sendable {
  /// The limits of the reader.
  public var json: JSONLimits
  /// The limits of each pattern match.
  public var matching: MatchLimits
  /// The maximum number of errors, and of warnings, in a result; further ones are only counted.
  public var errors: Int
  /// The maximum nesting of containers and of schemas that apply one another; the validator recurses.
  public var evaluationDepth: Int

  /// Creates limits. By default, each part has its own defaults; the other limits are 100 errors and a nesting of
  /// 2,000.
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
