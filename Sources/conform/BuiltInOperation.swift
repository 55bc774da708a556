import BackupDestinations
import SchemaRules
import Subjects

extension BuiltInOperation {
  /// Every one; the first schema of the first is what the command uses where nothing else is named.
  static let all = [
    BuiltInOperation(
      schemas: [AddBackupDestination.request, AddBackupDestination.response],
      operation: { AddBackupDestination.operation })
  ]

  /// Every schema that has an id on the command line.
  static let schemas = all.flatMap(\.schemas)
}
