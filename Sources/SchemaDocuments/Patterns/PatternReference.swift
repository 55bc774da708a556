public import ECMARegex

/// An explanation of a pattern for people.
public struct PatternReference: Sendable {
  /// The pattern as its author wrote it.
  public let source: String
  /// The pattern's tree; nil if the pattern is not valid.
  public let syntax: PatternSyntax?
  /// The pattern in plain English.
  public let reading: PatternReading

  /// Parses a pattern. The reading of an invalid pattern states the mistake.
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
