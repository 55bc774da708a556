import BulkChecking
import APIOperations
import JSONSchema
import SchemaRules

/// What a command is about: a schema, on its own or of an operation.
struct Subject {
  var schema: Schema
  /// What conform does not check of the operation.
  var uncheckedParts: [String] = []
  /// Makes the operation that the schema belongs to; nil for a schema on its own.
  var makeOperation: (() throws -> APIOperation)?

  /// The operation; nil for a schema on its own.
  ///
  /// - Throws: `CommandFailure` if a part of the operation beside the schema cannot be used.
  func operation() throws -> APIOperation? {
    do {
      return try makeOperation?()
    } catch let error as JSONSchemaError {
      throw CommandFailure(schema: error)
    }
  }
}
