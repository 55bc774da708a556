import BackupDestinations
import SchemaRules

/// Returns the number of valid documents.
///
/// A workspace keeps the memory of earlier validations, so that validating a valid document allocates
/// nothing. Each thread needs a workspace of its own; all threads share the validator.
func countValid(_ documents: [[UInt8]]) -> Int {
  let workspace = ValidationWorkspace()
  return documents.count { document in
    // Safe: `Span.bytes` is unsafe for types with padding, and bytes have none.
    let result = unsafe AddBackupDestination.requestValidator.validate(
      document.span.bytes, with: workspace)
    return result.outcome == .valid
  }
}
