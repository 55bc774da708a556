package import JSONText
package import SchemaRules
import Vectors

/// The families of vectors.
package enum Families {
  /// The families about the rules of a schema.
  private static let ofRules: [@Sendable (BodyPlaces) -> [DraftFile]] = [
    Presence.files, Values.files, Counts.files, Patterns.files, Strings.files, Alternatives.files,
    Members.files,
  ]

  /// All families. Of several drafts of one document, the first becomes the vector, so families that test one thing come
  /// before those that combine several.
  static let all = ofRules + [Reader.files, Spelling.files, Combinations.files]

  /// The values that are derived for a schema as if it were a body, each once.
  ///
  /// - Parameter places: The most places of the schema to derive values for; the outermost come first.
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
