public import APIOperations
public import SchemaRules

extension [APIOperation.Example] {
  /// Generates valid documents for a schema: one with every member, then the shortest. Returns an empty array if the
  /// search finds none.
  ///
  /// - Parameter subject: The word for a document, such as `request`.
  public static func generated(for schema: Schema, as subject: String) -> Self {
    guard let generator = try? ExampleGenerator(schema) else { return [] }
    let full = try? generator.document(.full)
    let shortest = try? generator.document(.shortest)
    let made =
      full == shortest
      ? [(full, "full", "a")] : [(full, "full", "a full"), (shortest, "shortest", "the shortest")]
    return made.compactMap { value, name, words in
      value.map {
        APIOperation.Example(
          name: "\(name)-\(subject.split(separator: " ").joined(separator: "-"))",
          place: "Generated: \(words) \(subject)", schemaID: schema.id, value: $0)
      }
    }
  }
}
