import APIOperations
import BackupDestinations
import SchemaRules

/// An operation that the command knows without a file.
struct BuiltInOperation {
  /// Every one; the first schema of the first is what the command uses where nothing else is named.
  static let all = [
    BuiltInOperation(
      schemas: [AddBackupDestination.request, AddBackupDestination.response],
      operation: { AddBackupDestination.operation })
  ]

  /// Every schema that has an id on the command line.
  static let schemas = all.flatMap(\.schemas)

  /// The schemas of its bodies, which are at hand without the rest.
  let schemas: [Schema]
  /// All of it, whose decisions take a millisecond to put together.
  let operation: @Sendable () -> APIOperation
}
