import BackupDestinations
import SchemaDocuments

/// The vectors that documents refer to.
enum KnownVectors {
  /// The operation's reference with the vectors that there are.
  static func reference() throws -> OperationReference {
    OperationReference(AddBackupDestination.operation, vectors: .empty)
  }
}
