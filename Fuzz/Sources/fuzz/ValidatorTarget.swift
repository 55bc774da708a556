import BackupDestinations
import JSONText
import SchemaEvaluation
import SchemaRules

/// Compares the validator of the documented request with and without its shortcuts, and with the evaluator, which
/// shares neither its walk nor its reader.
enum ValidatorTarget {
  private static let plain = try? Validator(
    AddBackupDestination.request, usesPatternShortcuts: false)
  private static let evaluator = try? SchemaEvaluator(AddBackupDestination.request)
  // Sound: libFuzzer runs on one thread.
  nonisolated(unsafe) private static let workspace = ValidationWorkspace()

  static func run(_ input: UnsafeRawBufferPointer) {
    guard let plain, let evaluator else { finding("the documented schema does not compile") }
    // Sound: the span does not outlive the call.
    let span = unsafe RawSpan(_unsafeBytes: input)
    let result = unsafe AddBackupDestination.requestValidator.validate(span, with: workspace)
    let other = plain.validate(span, with: ValidationWorkspace())
    guard result.outcome == other.outcome, result.errors == other.errors else {
      finding("\(result.outcome) with shortcuts, \(other.outcome) without")
    }
    for error in result.errors { _ = error.message }
    guard result.outcome == .valid || result.outcome == .invalid,
      let value = try? JSONValue(parsing: unsafe Array(input))
    else { return }
    let verdict = evaluator.evaluate(value).verdict
    guard verdict == .indeterminate || (verdict == .valid) == (result.outcome == .valid) else {
      finding("\(result.outcome), and the evaluator says \(verdict)")
    }
  }
}
