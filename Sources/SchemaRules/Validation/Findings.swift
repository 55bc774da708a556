import JSONText

/// What a walk has found to say about a document so far.
struct Findings {
  /// What keeps a document from being judged by the rules alone.
  enum Obstacle {
    case fault(JSONFault)
    case limit(ExceededLimit)
  }

  var errors: [FieldError] = []
  var warnings: [FieldError] = []
  var omittedErrorCount = 0
  var omittedWarningCount = 0
  var obstacle: Obstacle?

  /// Whether there is anything but errors.
  var hasRemarks: Bool {
    if case nil = obstacle { !warnings.isEmpty || omittedWarningCount > 0 } else { true }
  }

  var outcome: ValidationResult.Outcome {
    switch obstacle {
    case .fault: .malformed
    case .limit: .indeterminate
    case nil: errors.isEmpty && omittedErrorCount == 0 ? .valid : .invalid
    }
  }
}
