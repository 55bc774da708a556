package import APIOperations
import BulkChecking
import JSONSchema
package import SchemaRules

/// What a command is about: a schema, on its own or of an operation.
package struct Subject {
  package let schema: Schema
  /// What conform does not check of the operation.
  package var uncheckedParts: [String] = []
  /// What is wrong with the operation beside the body, in a line for people; nil if nothing is.
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

/// An operation that is known without a file.
package struct BuiltInOperation: Sendable {
  /// The schemas of its bodies, which are at hand without the rest.
  package let schemas: [Schema]
  /// All of it, whose decisions take a millisecond to put together.
  package let operation: @Sendable () -> APIOperation

  package init(schemas: [Schema], operation: @escaping @Sendable () -> APIOperation) {
    self.schemas = schemas
    self.operation = operation
  }
}
