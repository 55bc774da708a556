/// Maps files to schemas by their paths.
package struct SchemaFiles: Sendable {
  private let entries: [(globs: [Glob], schema: Int)]
  /// The schema of all other files; nil if they have none.
  private let fallback: Int?

  /// - Parameter entries: Globs with the indices of schemas; the first one that matches counts.
  package init(_ entries: [(globs: [Glob], schema: Int)], fallback: Int?) {
    self.entries = entries
    self.fallback = fallback
  }

  /// The index of the schema of a file, or of standard input. Returns nil if there is none.
  func schema(for place: SourcePath?) -> Int? {
    guard let path = entries.isEmpty ? nil : place?.absolute.bytes else { return fallback }
    return entries.first { $0.globs.contains { $0.matches(path) } }?.schema ?? fallback
  }

  /// Whether a file, by its path from the root, has a schema.
  func contains(_ path: SourcePath) -> Bool { schema(for: path) != nil }
}
