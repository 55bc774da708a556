import BackupDestinations
import SchemaRules
import Subjects

extension BuiltInOperation {
  /// Every built-in operation. The first schema of the first one is the default of the command.
  static let all = [
    BuiltInOperation(
      schemas: [AddBackupDestination.request, AddBackupDestination.response],
      operation: { AddBackupDestination.operation })
  ]

  /// Every schema that has an id on the command line.
  static let schemas = all.flatMap(\.schemas)
}
