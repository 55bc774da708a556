/// The options of a run.
package struct CheckOptions: Sendable {
  /// The schemas in use; `files` and documents refer to them by their indices.
  package let schemas: [CheckedSchema]
  /// The documents that each schema is for.
  package let files: SchemaFiles
  package let reporter: any Reporter
  /// The number of threads that check documents.
  package var jobs = 1
  /// Whether to end at the first document that is not valid.
  package var failsFast = false
  /// Whether a run without any document is a failure.
  package var requiresDocuments = false
  package var progress = ProgressChoice.never
  /// The stream for the report.
  package var report = OutputStream()
  /// The stream for copies of the valid documents, byte for byte.
  package var valid: OutputStream?
  /// The stream for copies of all other documents.
  package var invalid: OutputStream?

  package init(schemas: [CheckedSchema], _ files: SchemaFiles, reporter: any Reporter) {
    self.schemas = schemas
    self.files = files
    self.reporter = reporter
  }
}
