import BackupDestinations
import Conform

/// Returns the number of valid documents.
///
/// The memory that validation needs is kept for each thread, so that a valid document is validated without
/// allocating; the validator is shared.
func countValid(_ documents: [[UInt8]]) -> Int {
  documents.count { AddBackupDestination.requestValidator.validate($0).outcome == .valid }
}
