import JSONText
import SchemaRules

extension Evaluation {
  /// What is known of one schema on one value while its keywords are evaluated.
  ///
  /// An object, so that each level of the recursion needs little of the stack.
  final class Frame {
    let node: NodeID
    let value: Int
    var unit: EvaluationUnit
    /// The members and elements that some keyword has evaluated, by the indices of their values.
    var evaluated: Set<Int> = []
    /// Whether no other can have been evaluated, since no limit was hit.
    var isCertain = true

    init(_ node: NodeID, on value: Int, at path: JSONPointer, location: String) {
      self.node = node
      self.value = value
      unit = EvaluationUnit(
        evaluationPath: path, schemaLocation: location, node: node, value: value)
    }

    /// Notes that the value is valid only as far as one of its keywords says so.
    func require(_ verdict: EvaluationUnit.Verdict) {
      unit.verdict = unit.verdict.and(verdict)
    }

    /// Notes that a keyword has failed.
    func fail(_ use: Int, _ reason: Finding.Reason) {
      unit.findings.append(Finding(use: use, reason: reason))
      require(.invalid)
    }

    /// Notes that a limit was hit before it was known whether a keyword fails.
    func leaveOpen(_ use: Int?, _ reason: Finding.Reason) {
      unit.findings.append(Finding(use: use, reason: reason))
      require(.indeterminate)
      isCertain = false
    }

    /// Notes that the keyword has an annotation of its own, such as the names that it has evaluated.
    func annotate(_ keyword: Keyword, _ value: JSONValue) {
      unit.annotations.append(Named(keyword.rawValue, value))
    }

    /// Notes that a keyword has not failed, whatever became of the subschemas whose units are behind
    /// `start`.
    func dismissDetails(from start: Int) {
      for index in start..<max(unit.details.count, start) { unit.details[index].isDecisive = false }
    }

    /// Takes over what a subschema has evaluated of the same value, unless it has failed.
    func takeEvaluated(from other: Frame) {
      switch other.unit.verdict {
      case .valid:
        evaluated.formUnion(other.evaluated)
        if !other.isCertain { isCertain = false }
      case .invalid: break
      case .indeterminate: isCertain = false
      }
    }
  }
}
