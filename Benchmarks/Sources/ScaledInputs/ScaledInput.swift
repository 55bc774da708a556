public import SchemaRules

/// A document of a chosen size and its schema, to measure how costs grow.
public struct ScaledInput: Sendable {
  /// The schema of the document.
  public let schema: Schema
  /// The document.
  public let document: [UInt8]
  /// The number that is varied.
  public let count: Int
  /// The number of errors in the document.
  public let errors: Int

  init(_ schema: Schema, _ document: String, count: Int, errors: Int = 0) {
    self.schema = schema
    self.document = Array(document.utf8)
    self.count = count
    self.errors = errors
  }

  /// A validator that describes every error of the document.
  public func validator() throws(SchemaError) -> Validator {
    try Validator(schema, limits: ValidationLimits(errors: .max))
  }
}
