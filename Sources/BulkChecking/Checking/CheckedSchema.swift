import JSONText
package import SchemaRules
import Synchronization

/// A schema that a run checks documents with; compiled when it is first needed.
package final class CheckedSchema: Sendable {
  package let schema: Schema
  /// The limits for sources that are one document, and for lines.
  private let limits: (documents: ValidationLimits, lines: ValidationLimits)
  private let compiled = Mutex<(documents: Validator?, lines: Validator?)>((nil, nil))

  /// The default maximum length of a line, in bytes.
  ///
  /// It is less than for a file, because each thread can hold one line.
  package static let lineBytes = 1 << 24

  /// - Parameter documentBytes: The maximum length of a document; nil for the defaults of files and of lines.
  package init(_ schema: Schema, documentBytes: Int?, errors: Int) {
    self.schema = schema
    func limits(_ bytes: Int) -> ValidationLimits {
      ValidationLimits(json: .init(documentBytes: documentBytes ?? bytes), errors: errors)
    }
    self.limits = (limits(ValidationLimits().json.documentBytes), limits(Self.lineBytes))
  }

  /// The validator for lines, or for sources that are one document.
  ///
  /// - Throws: `SchemaError` if the schema cannot be compiled.
  @discardableResult
  package func validator(lines: Bool) throws(SchemaError) -> Validator {
    try compiled.withLock { (compiled) throws(SchemaError) -> Validator in
      if let known = lines ? compiled.lines : compiled.documents { return known }
      let validator = try Validator(schema, limits: lines ? limits.lines : limits.documents)
      if lines { compiled.lines = validator } else { compiled.documents = validator }
      return validator
    }
  }
}
