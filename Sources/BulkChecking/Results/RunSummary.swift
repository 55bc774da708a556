import SchemaRules

/// The counts of a run, or of a part of one; the parts add up.
package struct RunSummary: Sendable {
  private(set) var valid = 0
  private(set) var invalid = 0
  private(set) var malformed = 0
  private(set) var indeterminate = 0
  /// Violations, including those beyond the cap of each document.
  private(set) var errors = 0
  private(set) var warnings = 0
  /// The sources that could not be read, or not to their end.
  var failures: [SourceFailure] = []
  /// The number of results that the report omits because its consumers accept no more.
  var omittedResults = 0
  /// The findings, if the reporter needs them.
  var findings = FindingCounts()

  var documents: Int { valid + invalid + malformed + indeterminate }

  /// The exit status of a run that was not interrupted.
  var status: ExitStatus {
    failures.isEmpty ? valid == documents ? .allValid : .notAllValid : .failed
  }

  /// Counts a valid document without warnings.
  mutating func countValid() { valid += 1 }

  mutating func count(_ result: ValidationResult) {
    switch result.outcome {
    case .valid: valid += 1
    case .invalid: invalid += 1
    case .malformed: malformed += 1
    case .indeterminate: indeterminate += 1
    }
    errors += result.errors.count + result.omittedErrorCount
    warnings += result.warnings.count + result.omittedWarningCount
  }

  static func += (total: inout RunSummary, part: RunSummary) {
    total.valid += part.valid
    total.invalid += part.invalid
    total.malformed += part.malformed
    total.indeterminate += part.indeterminate
    total.errors += part.errors
    total.warnings += part.warnings
    total.failures += part.failures
    total.omittedResults += part.omittedResults
    total.findings += part.findings
  }
}
