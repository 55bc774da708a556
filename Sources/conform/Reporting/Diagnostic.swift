import JSONText
import SchemaRules

/// One thing to say of a document, in formats that make no difference between what is wrong with it.
struct Diagnostic {
  enum Severity: String {
    case error
    case warning
    /// About the report itself.
    case note
  }

  let severity: Severity
  /// A rule's id, `malformed/` with a fault's code, `limit/` with that of a limit, or `omitted`.
  let id: String
  let message: String
  /// The field, where it is about one.
  var pointer: JSONPointer?
  /// Where it stands, counted from the document's first byte.
  let byteRange: Range<Int>
}

extension Diagnostic {
  /// What there is to say of a document, in the order of `text`.
  static func all(of result: ValidationResult) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if let fault = result.fault { diagnostics.append(Diagnostic(fault)) }
    if let limit = result.limit { diagnostics.append(Diagnostic(limit)) }
    diagnostics += result.errors.map { Diagnostic($0, .error) }
    diagnostics += omitted(result.omittedErrorCount, "error")
    diagnostics += result.warnings.map { Diagnostic($0, .warning) }
    diagnostics += omitted(result.omittedWarningCount, "warning")
    return diagnostics
  }

  private init(_ error: FieldError, _ severity: Severity) {
    self.init(
      severity: severity, id: error.rule.id, message: error.message, pointer: error.pointer,
      byteRange: error.byteRange)
  }

  private init(_ fault: JSONFault) {
    self.init(
      severity: .error, id: "malformed/\(fault.code)",
      message: "malformed \(fault.notation): \(fault.message)",
      byteRange: fault.offset..<fault.offset)
  }

  private init(_ limit: ExceededLimit) {
    self.init(
      severity: .error, id: "limit/\(limit.code)", message: "not judged: \(limit.message)",
      byteRange: limit.reportedOffset..<limit.reportedOffset)
  }

  private static func omitted(_ count: Int, _ noun: String) -> [Diagnostic] {
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        severity: .note, id: "omitted",
        message: "\(counted(count, "more \(noun)")) not shown; see --max-errors", byteRange: 0..<0)
    ]
  }
}
