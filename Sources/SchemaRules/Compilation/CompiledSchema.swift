import ECMARegex
import JSONText

/// A compiled schema for validation: flat tables of plain numbers, and separately the data that only errors need.
///
/// It is immutable and shared by all threads. Users of the tables keep it alive.
final class CompiledSchema: Sendable {
  let schema: Schema
  let limits: ValidationLimits
  let tables: TablesPointer
  let rules: [CompiledRule]
  /// Keeps alive the patterns that the tables refer to.
  private let patterns: [Pattern]

  init(_ parts: SchemaCompiler.Parts, of schema: Schema, limits: ValidationLimits) {
    self.schema = schema
    self.limits = limits
    tables = TablesPointer(SchemaTables(parts))
    rules = parts.rules
    patterns = parts.patterns
  }

  deinit {
    tables.deallocate()
  }
}
