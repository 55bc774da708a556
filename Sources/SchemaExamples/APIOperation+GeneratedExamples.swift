public import APIOperations
public import SchemaRules

extension [APIOperation.Example] {
  /// Valid documents that are made for a schema, the one with every member before the shortest; none where the
  /// search finds none.
  ///
  /// - Parameter subject: what to call a document, such as `request`.
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
