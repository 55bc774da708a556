package import JSONText
package import SchemaRules
import Vectors

/// The families of vectors.
package enum Families {
  /// Those about the rules of a schema.
  private static let ofRules: [@Sendable (BodyPlaces) -> [DraftFile]] = [
    Presence.files, Values.files, Counts.files, Patterns.files, Strings.files, Alternatives.files,
    Members.files,
  ]

  /// The families in the order of their vectors: of drafts of one document the first one is the vector, so that
  /// those aimed at one thing come before those that combine many.
  static let all = ofRules + [Reader.files, Spelling.files, Combinations.files]

  /// The values that are derived for a schema, as for a body of its own, each once.
  ///
  /// - Parameter places: How many places of the schema are considered, the outermost first.
  package static func values(for schema: Schema, places: Int) -> [JSONValue] {
    let body = CorpusBody(name: "value", source: .builtIn(""), schema: schema)
    guard let oracle = try? Oracle(schema, axes: []),
      let places = try? BodyPlaces(body, oracle: oracle, isFirst: true, limit: places)
    else { return [] }
    var seen: Set<JSONValue> = []
    return ofRules.flatMap { $0(places) }.flatMap(\.drafts).compactMap { draft in
      if case .value(let value) = draft.reading, seen.insert(value).inserted { value } else { nil }
    }
  }
}
