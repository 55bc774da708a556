public import SchemaRules

/// A document of a chosen size and the schema that it is checked by, to see how costs grow.
public struct ScaledInput: Sendable {
  /// The document's rules.
  public let schema: Schema
  /// The document.
  public let document: [UInt8]
  /// What the document has so many of.
  public let count: Int
  /// How many errors it has.
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
