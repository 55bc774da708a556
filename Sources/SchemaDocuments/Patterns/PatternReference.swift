public import ECMARegex

/// What a pattern means, for people.
public struct PatternReference: Sendable {
  /// The pattern as its author wrote it.
  public let source: String
  /// The pattern's tree; nil if the pattern is not valid.
  public let syntax: PatternSyntax?
  /// The pattern in plain English.
  public let reading: PatternReading

  /// Parses a pattern. The reading of an invalid one says that it is invalid.
  public init(_ source: String) {
    self.source = source
    do throws(PatternError) {
      let pattern = try Pattern(source, grammar: .annexB)
      syntax = pattern.syntax
      reading = PatternReading(pattern.syntax)
    } catch {
      syntax = nil
      reading = PatternReading(refusal: error)
    }
  }
}
