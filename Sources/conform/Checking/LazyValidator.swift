import SchemaRules
import Synchronization

/// A validator that is compiled when it is first asked for: most runs need one of two.
final class LazyValidator: Sendable {
  let limits: ValidationLimits
  private let schema: Schema
  private let compiled = Mutex<Validator?>(nil)

  init(_ schema: Schema, _ limits: ValidationLimits) {
    self.schema = schema
    self.limits = limits
  }

  /// - Throws: what compiling the schema throws.
  func validator() throws(SchemaError) -> Validator {
    try compiled.withLock { (compiled) throws(SchemaError) -> Validator in
      if let compiled { return compiled }
      let validator = try Validator(schema, limits: limits)
      compiled = validator
      return validator
    }
  }
}
