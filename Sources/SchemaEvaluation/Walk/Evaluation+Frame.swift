import JSONText
import SchemaRules

extension Evaluation {
  /// The state of evaluating one schema on one value.
  ///
  /// It is an object, so each level of the recursion needs little stack, and a schema that applies to a value
  /// repeatedly is evaluated once.
  final class Frame {
    /// A subschema, and the path on which the evaluation reached it.
    struct Detail {
      let frame: Frame
      /// The keyword, optionally followed by a name or an index.
      let tokens: [String]
      /// Whether a failure counts against this schema. For example, it does not in a branch of an `anyOf` if another
      /// branch is satisfied.
      var isDecisive = true
    }

    let node: NodeID
    let value: Int
    /// The location that the frame reports; nil for that of the node.
    let location: String?
    private(set) var verdict = EvaluationUnit.Verdict.valid
    private(set) var findings: [Finding] = []
    var annotations: [Named<JSONValue>] = []
    var details: [Detail] = []
    /// The members and elements that a keyword has evaluated, by the indices of their values.
    var evaluated: Set<Int> = []
    /// Whether the value is an empty string and the interpretation does not allow one.
    var isTooShort = false
    /// Whether the set is complete because no limit was exceeded.
    var isCertain = true

    init(_ node: NodeID, on value: Int, location: String? = nil) {
      self.node = node
      self.value = value
      self.location = location
    }

    /// Restricts the verdict to that of one of the keywords.
    func require(_ verdict: EvaluationUnit.Verdict) {
      self.verdict = self.verdict.and(verdict)
    }

    /// Records that a keyword failed.
    func fail(_ use: Int, _ reason: Finding.Reason) {
      findings.append(Finding(use: use, reason: reason))
      require(.invalid)
    }

    /// Removes the latest failures, because another one replaces them.
    func dropFindings(from start: Int) { findings.removeSubrange(start...) }

    /// Records that a limit was exceeded before the result of a keyword was known.
    func leaveOpen(_ use: Int?, _ reason: Finding.Reason) {
      findings.append(Finding(use: use, reason: reason))
      require(.indeterminate)
      isCertain = false
    }

    /// Records an annotation of the keyword itself, such as the names that it evaluated.
    func annotate(_ keyword: Keyword, _ value: JSONValue) {
      annotations.append(Named(keyword.rawValue, value))
    }

    /// Records that a keyword succeeded, whatever the results of its subschemas, which begin at `start`.
    func dismissDetails(from start: Int) {
      for index in start..<max(details.count, start) { details[index].isDecisive = false }
    }

    /// Adds the members and elements that a subschema evaluated, unless it failed.
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
