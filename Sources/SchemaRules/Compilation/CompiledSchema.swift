import ECMARegex
import JSONText

/// A schema in the form that the walk over a document uses: flat tables of plain numbers, with
/// everything that only errors need beside them.
///
/// Immutable once made, and shared by all threads; whoever uses the tables keeps it alive.
final class CompiledSchema: Sendable {
  let schema: Schema
  let limits: ValidationLimits
  let tables: TablesPointer
  let rules: [CompiledRule]
  /// Keeps the patterns alive, to which the tables refer.
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
