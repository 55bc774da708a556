import BackupDestinations
import JSONText
public import SchemaRules

/// This library as a checker of vectors.
public struct LibraryChecker: Checker, Sendable {
  private let request: Validator
  private let response: Validator

  /// The documented schemas with the default limits.
  public init() {
    request = AddBackupDestination.requestValidator
    response = AddBackupDestination.responseValidator
  }

  /// Other schemas, for instance changed ones; whether PCRE2 matches every pattern, as others'
  /// engines do, or simple ones are decided without it.
  ///
  /// - Throws: a `SchemaError` if one of them cannot be compiled.
  public init(
    request: Schema, response: Schema, limits: ValidationLimits = ValidationLimits(),
    usesPatternShortcuts: Bool = true
  ) throws(SchemaError) {
    self.request = try Validator(
      request, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
    self.response = try Validator(
      response, limits: limits, usesPatternShortcuts: usesPatternShortcuts)
  }

  /// Judges the bytes of one document as the given body.
  public func check(_ bytes: [UInt8], as target: Target) -> Answer {
    let result = (target == .request ? request : response).validate(bytes)
    return switch result.outcome {
    case .valid: Answer(.valid)
    case .malformed: Answer(.malformed)
    case .indeterminate: Answer(.unsupported)
    case .invalid:
      Answer(
        .invalid, result.errors.map { Finding($0.pointer.description, $0.keyword.rawValue) })
    }
  }
}
