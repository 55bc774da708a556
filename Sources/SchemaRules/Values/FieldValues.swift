import JSONText

/// The strings of a valid document by their pointers, read where they stand in its bytes.
///
/// It cannot be copied, so that it lives no longer than the call that lends it out.
public struct FieldValues: ~Copyable {
  private let pass: ValidationPass

  init(_ pass: ValidationPass) {
    self.pass = pass
  }

  /// The string of a required field.
  ///
  /// - Throws: `DocumentError.absentField` if the document does not have it, which a valid document
  ///   does only where the schema does not require a string there.
  public func string(at pointer: String) throws(DocumentError) -> String {
    guard let value = pass.string(at: pointer) else { throw .absentField(pointer) }
    return value
  }

  /// The string of an optional field. Returns nil if the document does not have it, or if the schema
  /// does not declare a string there.
  public func optionalString(at pointer: String) -> String? {
    pass.string(at: pointer)
  }
}

/// Why a document could not be turned into a value.
public enum DocumentError: Error, Sendable {
  /// The document is not valid; the result says why.
  case notValid(ValidationResult)
  /// The document is valid, and lacks a field that the value cannot do without.
  case absentField(String)
}

extension DocumentError: CustomStringConvertible {
  /// The outcome and the messages; never a value of the document.
  public var description: String {
    switch self {
    case .absentField(let pointer):
      return "\(pointer) is needed, and the schema does not require a string there"
    case .notValid(let result):
      var reasons = result.errors.map(\.description)
      if let fault = result.fault { reasons.append("\(fault.message), at byte \(fault.offset)") }
      if let limit = result.limit { reasons.append(limit.message) }
      if result.omittedErrorCount > 0 { reasons.append("\(result.omittedErrorCount) more errors") }
      return "the document is \(result.outcome.rawValue): \(reasons.joined(separator: "; "))"
    }
  }
}
