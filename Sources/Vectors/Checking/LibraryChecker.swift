import JSONText
public import SchemaRules

/// This library as a checker of vectors.
public struct LibraryChecker: Checker, Sendable {
  private let validators: [String: Validator]

  /// The schemas of a corpus's bodies, or others in their place.
  ///
  /// Without pattern shortcuts, PCRE2 matches every pattern, as the engines of others do.
  ///
  /// - Throws: a `SchemaError` if one of them cannot be compiled.
  public init(
    _ bodies: [CorpusBody], limits: ValidationLimits = ValidationLimits(),
    usesPatternShortcuts: Bool = true
  ) throws(SchemaError) {
    var validators: [String: Validator] = [:]
    for body in bodies {
      validators[body.name] = try Validator(
        body.schema, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
    }
    self.validators = validators
  }

  /// Validates the bytes of one document as the body of a name; unsupported if there is no such body.
  public func check(_ bytes: [UInt8], as target: String) -> Answer {
    guard let result = validators[target]?.validate(bytes) else { return Answer(.unsupported) }
    return switch result.outcome {
    case .valid: Answer(.valid)
    case .malformed: Answer(.malformed)
    case .indeterminate: Answer(.unsupported)
    case .invalid: Answer(.invalid, Self.findings(result.errors))
    }
  }

  /// Each pointer with each keyword once, whichever of several rules say so.
  private static func findings(_ errors: [FieldError]) -> [Finding] {
    var seen: Set<Finding> = []
    return errors.map { Finding($0.pointer.description, $0.keyword.rawValue) }
      .filter { seen.insert($0).inserted }
  }
}
