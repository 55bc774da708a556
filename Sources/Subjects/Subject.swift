package import APIOperations
import BulkChecking
import JSONSchema
package import SchemaRules

/// The subject of a command: a schema, either independent or part of an operation.
package struct Subject {
  package let schema: Schema
  /// The parts of the operation that conform does not check.
  package var uncheckedParts: [String] = []
  /// A problem of the operation outside the body, on one line; nil if there is none.
  package var remark: String?
  /// Makes the operation that the schema belongs to; nil for a schema on its own.
  var makeOperation: (() throws -> APIOperation)?

  /// Whether the schema belongs to an operation.
  package var hasOperation: Bool { makeOperation != nil }

  /// The operation; nil for a schema on its own.
  ///
  /// - Throws: `CommandFailure` if a part of the operation beside the schema cannot be used.
  package func operation() throws -> APIOperation? {
    do {
      return try makeOperation?()
    } catch let error as JSONSchemaError {
      throw CommandFailure(error)
    }
  }
}

/// An operation that needs no file.
package struct BuiltInOperation: Sendable {
  /// The schemas of its bodies, available without the rest.
  package let schemas: [Schema]
  /// The whole operation. Creating its decisions takes a millisecond.
  package let operation: @Sendable () -> APIOperation

  package init(schemas: [Schema], operation: @escaping @Sendable () -> APIOperation) {
    self.schemas = schemas
    self.operation = operation
  }
}
