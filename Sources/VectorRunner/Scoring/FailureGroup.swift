import Vectors

/// Failures with the same likely cause.
struct FailureGroup {
  /// The maximum number of examples.
  static let exampleLimit = 3

  /// The cause, in a few words for people.
  let cause: String
  /// The failures, in the order of the corpus.
  let results: [VectorResult]

  /// The simplest ones: those with the fewest errors, then the shortest documents.
  var examples: ArraySlice<VectorResult> {
    let costs = results.enumerated().map { index, result in
      (result.vector.judgement.errorCount, result.vector.input.bytes.count, index)
    }
    return costs.sorted(by: <).map { results[$0.2] }.prefix(Self.exampleLimit)
  }

  /// Whether the implementation was not asked because of other failures.
  private var isUnasked: Bool { results.allSatisfy { $0.failure?.kind == .notAsked } }

  /// The failures by cause, largest groups first. A failure with several possible causes belongs to the cause that most
  /// failures have in common.
  static func groups(of results: [VectorResult]) -> [FailureGroup] {
    let failures = results.compactMap { result in
      result.failure.map { (result: result, causes: causes(of: result, $0)) }
    }
    var counts: [String: Int] = [:]
    for cause in failures.flatMap(\.causes) { counts[cause, default: 0] += 1 }
    var groups: [String: [VectorResult]] = [:]
    for (result, causes) in failures {
      let most = causes.max { (counts[$0] ?? 0, $1) < (counts[$1] ?? 0, $0) }
      groups[most ?? result.className, default: []].append(result)
    }
    return groups.map { FailureGroup(cause: $0.key, results: $0.value) }
      .sorted { one, other in
        if one.isUnasked != other.isUnasked { return other.isUnasked }
        return (other.results.count, one.cause) < (one.results.count, other.cause)
      }
  }

  /// The possible causes of a failure: a rule of a field, the message if there is no answer, otherwise the class.
  private static func causes(of result: VectorResult, _ failure: Failure) -> [String] {
    let vector = result.vector
    guard let observation = result.observation, failure.kind != .breach else {
      // A runtime's last line is the same wherever the implementation fails.
      let message = failure.detail.split(separator: " | ").last.map(String.init)
      return [message ?? failure.detail, "\(failure.kind.words) in \(result.className)"]
    }
    switch (failure.kind, vector.judgement) {
    case (.outcome, _): return ["class \(result.className)"]
    case (_, .choice(let axis, _)): return ["choice \(axis)"]
    case (_, .fixed(let expectation)):
      let found = observation.findings ?? []
      let missing = expectation.findings.filter { finding in
        observation.pointers.map { !$0.contains(finding.pointer) } ?? !found.contains(finding)
      }
      // Whatever else is reported can be the same error under another name.
      let extra = missing.isEmpty ? found.filter { !expectation.findings.contains($0) } : []
      var causes = missing.map { "\(name($0)): not reported" }
      causes += extra.map { "\(name($0)): reported wrongly" }
      if causes.isEmpty, expectation == .valid { causes = vector.rules.map { "rule \($0)" } }
      return causes.isEmpty ? ["class \(result.className)"] : causes
    }
  }

  /// The rule and the field; all elements of an array are the same field.
  private static func name(_ finding: Finding) -> String {
    let parts = finding.pointer.split(separator: "/", omittingEmptySubsequences: false)
    let field = parts.map { Int($0) == nil ? $0 : "*" }.joined(separator: "/")
    return "\(finding.keyword) of \(field.isEmpty ? "the document" : field)"
  }
}

extension [VectorResult] {
  /// The kinds of failures among them, in words.
  var kindWords: String {
    Failure.Kind.allCases.filter { kind in contains { $0.failure?.kind == kind } }.map(\.words)
      .joined(separator: ", ")
  }
}
