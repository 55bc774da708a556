import JSONSchema
import JSONText
public import SchemaRules

/// This library as a checker of vectors.
public struct LibraryChecker: Checker, Sendable {
  private let validators: [ByteString: Validator]

  /// Creates a checker from the schemas of a corpus's bodies, or from others.
  ///
  /// Without pattern shortcuts, PCRE2 matches every pattern.
  ///
  /// - Throws: a `SchemaError` if one of them cannot be compiled.
  public init(
    _ bodies: [CorpusBody], limits: ValidationLimits = ValidationLimits(),
    usesPatternShortcuts: Bool = true
  ) throws(SchemaError) {
    var validators: [ByteString: Validator] = [:]
    for body in bodies {
      validators[ByteString(body.name)] = try Validator(
        body.schema, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
    }
    self.validators = validators
  }

  /// Validates the bytes of one document as the body with a name. The answer is `unsupported` if there is no such body.
  public func check(_ bytes: [UInt8], as target: String) -> Answer {
    validators[ByteString(target)].map { Answer($0.validate(bytes)) } ?? Answer(.unsupported)
  }
}

extension Answer {
  /// Creates an answer from a validator's result, with each pair of pointer and keyword once.
  package init(_ result: ValidationResult) {
    switch result.outcome {
    case .valid: self.init(.valid)
    case .malformed: self.init(.malformed)
    case .indeterminate: self.init(.unsupported)
    case .invalid:
      var seen: Set<Finding> = []
      self.init(
        .invalid,
        result.errors.map { Finding($0.pointer.description, $0.keyword.rawValue) }
          .filter { seen.insert($0).inserted })
    }
  }
}
