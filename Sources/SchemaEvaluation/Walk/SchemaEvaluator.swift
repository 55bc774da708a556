internal import ECMARegex
public import JSONText
public import SchemaRules

/// Evaluates a schema on a value, keyword by keyword, as the specification defines each.
///
/// Unlike a `Validator`, it produces annotations and the standard output formats. It is far slower. It shares only the
/// rules with the validator, so each can test the other.
///
/// https://json-schema.org/draft/2020-12/json-schema-core
public struct SchemaEvaluator: Sendable {
  /// The schema.
  public let schema: Schema
  /// The bounds of each evaluation.
  public let limits: EvaluationLimits
  /// The schema's patterns by their UTF-8.
  let patterns: [[UInt8]: Pattern]

  /// Prepares a schema and compiles its patterns.
  ///
  /// - Throws: A `SchemaError` for a pattern that cannot be matched.
  public init(
    _ schema: Schema, limits: EvaluationLimits = EvaluationLimits()
  ) throws(SchemaError) {
    self.schema = schema
    self.limits = limits
    var patterns: [[UInt8]: Pattern] = [:]
    for node in schema.graph.nodes {
      for use in node.keywords {
        for source in use.patterns {
          let key = Array(source.utf8)
          guard patterns[key] == nil else { continue }
          do throws(PatternError) {
            patterns[key] = try Self.pattern(source, for: schema.graph, limits.matching)
          } catch {
            throw SchemaError(
              schemaID: schema.id, pointer: node.pointer, keyword: use.keyword,
              reason: .invalidPattern(error))
          }
        }
      }
    }
    self.patterns = patterns
  }

  /// Compiles a pattern as the validator does, which also accepts Annex B in the text of a schema.
  private static func pattern(
    _ source: String, for graph: SchemaGraph, _ limits: MatchLimits
  ) throws(PatternError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(source, limits: limits)
    } catch {
      guard graph.origin == .text, error.kind == .syntax else { throw error }
      return try Pattern(source, grammar: .annexB, limits: limits)
    }
  }

  /// Evaluates the schema on a document's value. Returns the unit of the root schema.
  public func evaluate(_ instance: JSONValue) -> EvaluationUnit {
    var evaluation = Evaluation(self, of: instance)
    return evaluation.run()
  }
}

extension KeywordUse {
  /// The patterns that the keyword matches.
  fileprivate var patterns: [String] {
    switch (keyword, parameter) {
    case (.pattern, .pattern(let source)): [source]
    case (.patternProperties, .schemasByName(let schemas)): schemas.map(\.name)
    default: []
    }
  }
}
