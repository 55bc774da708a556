package import JSONText

extension ValidationResult {
  /// Creates the result for a document that cannot be validated for a reason outside the validator.
  package init(fault: JSONFault) {
    var findings = Findings()
    findings.obstacle = .fault(fault)
    self.init(taking: &findings)
  }

  /// Creates the result for a document that exceeds a limit of its reader, at a byte offset.
  package init(exceeding limit: JSONLimits.Limit, bound: Int, at offset: Int) {
    var findings = Findings()
    findings.obstacle = .limit(
      ExceededLimit(
        kind: .document(limit, bound: bound), pointer: .root, byteRange: offset..<offset))
    self.init(taking: &findings)
  }

  /// The result with positions in the text that the document was translated from.
  package func translated(by map: SourceMap) -> ValidationResult {
    func translated(_ errors: [FieldError]) -> [FieldError] {
      errors.map { error in
        var error = error
        error.byteRange = map.range(of: error.byteRange)
        return error
      }
    }
    var findings = Findings()
    findings.errors = translated(errors)
    findings.omittedErrorCount = omittedErrorCount
    findings.warnings = translated(warnings)
    findings.omittedWarningCount = omittedWarningCount
    func start(_ offset: Int) -> Int { map.range(of: offset..<offset).lowerBound }
    if let fault {
      var reason = fault.reason
      if case .duplicateKey(let first) = reason {
        reason = .duplicateKey(firstOffset: start(first))
      }
      findings.obstacle = .fault(JSONFault(reason, at: start(fault.offset)))
    } else if let limit {
      findings.obstacle = .limit(
        ExceededLimit(
          kind: limit.kind, pointer: limit.pointer, byteRange: map.range(of: limit.byteRange)))
    }
    return ValidationResult(taking: &findings)
  }
}
