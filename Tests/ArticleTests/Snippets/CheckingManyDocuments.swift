import BackupDestinations
import Conform

/// Returns the number of valid documents.
///
/// Each thread keeps the memory for validation, so validating a valid document allocates nothing. The threads share
/// the validator.
func countValid(_ documents: [[UInt8]]) -> Int {
  documents.count { AddBackupDestination.requestValidator.validate($0).outcome == .valid }
}
