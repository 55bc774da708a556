import BackupDestinations
import SchemaRules

/// How many of the documents are valid.
///
/// A workspace holds the memory of earlier checks, so that a valid document is checked without
/// allocating. Each thread needs its own; the validator is shared.
func countValid(_ documents: [[UInt8]]) -> Int {
  let workspace = ValidationWorkspace()
  return documents.count { document in
    // Bytes have no padding, which is what `Span.bytes` warns of.
    let result = unsafe AddBackupDestination.requestValidator.validate(
      document.span.bytes, with: workspace)
    return result.outcome == .valid
  }
}
