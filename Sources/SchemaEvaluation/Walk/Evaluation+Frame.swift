import JSONText
import SchemaRules

extension Evaluation {
  /// What is known of one schema on one value.
  ///
  /// An object, so that each level of the recursion needs little of the stack, and a schema that applies to
  /// a value in several ways is evaluated once.
  final class Frame {
    /// A subschema, and how the evaluation came to it.
    struct Detail {
      let frame: Frame
      /// The keyword, and a name or an index behind it.
      let tokens: [String]
      /// Whether a failure counts against this schema. It does not for a branch of an `anyOf` that another
      /// branch satisfies, for example.
      var isDecisive = true
    }

    let node: NodeID
    let value: Int
    /// The place of what the frame reports on; nil for that of the node.
    let location: String?
    private(set) var verdict = EvaluationUnit.Verdict.valid
    private(set) var findings: [Finding] = []
    var annotations: [Named<JSONValue>] = []
    var details: [Detail] = []
    /// The members and elements that some keyword has evaluated, by the indices of their values.
    var evaluated: Set<Int> = []
    /// Whether the value is an empty string under an interpretation that has none.
    var isTooShort = false
    /// Whether no other can have been evaluated, since no limit was hit.
    var isCertain = true

    init(_ node: NodeID, on value: Int, location: String? = nil) {
      self.node = node
      self.value = value
      self.location = location
    }

    /// Notes that the value is valid only as far as one of its keywords says so.
    func require(_ verdict: EvaluationUnit.Verdict) {
      self.verdict = self.verdict.and(verdict)
    }

    /// Notes that a keyword has failed.
    func fail(_ use: Int, _ reason: Finding.Reason) {
      findings.append(Finding(use: use, reason: reason))
      require(.invalid)
    }

    /// Takes back the latest failures, in place of which another one is noted.
    func dropFindings(from start: Int) { findings.removeSubrange(start...) }

    /// Notes that a limit was hit before it was known whether a keyword fails.
    func leaveOpen(_ use: Int?, _ reason: Finding.Reason) {
      findings.append(Finding(use: use, reason: reason))
      require(.indeterminate)
      isCertain = false
    }

    /// Notes that the keyword has an annotation of its own, such as the names that it has evaluated.
    func annotate(_ keyword: Keyword, _ value: JSONValue) {
      annotations.append(Named(keyword.rawValue, value))
    }

    /// Notes that a keyword has not failed, whatever became of its subschemas, which are behind `start`.
    func dismissDetails(from start: Int) {
      for index in start..<max(details.count, start) { details[index].isDecisive = false }
    }

    /// Takes over what a subschema has evaluated of the same value, unless it has failed.
    func takeEvaluated(from other: Frame) {
      switch other.verdict {
      case .valid:
        evaluated.formUnion(other.evaluated)
        if !other.isCertain { isCertain = false }
      case .invalid: break
      case .indeterminate: isCertain = false
      }
    }
  }
}
