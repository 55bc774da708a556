import BackupDestinations
import SchemaRules

/// The bodies of the documented operation.
enum Target: String, Hashable, Sendable, CaseIterable {
  /// The body that the caller sends.
  case request
  /// The body that the service answers with.
  case response

  /// The declared schema of the body.
  var schema: Schema {
    switch self {
    case .request: AddBackupDestination.request
    case .response: AddBackupDestination.response
    }
  }
}
