import JSONText
import SchemaEvaluation
import SchemaRules

extension EvaluationUnit {
  /// The unit and those inside it; of each, whether its schema applies to the name of a member.
  var all: [(unit: EvaluationUnit, isName: Bool)] {
    var all: [(unit: EvaluationUnit, isName: Bool)] = []
    var pending = [(unit: self, isName: false)]
    while let (unit, isName) = pending.popLast() {
      all.append((unit, isName))
      let depth = unit.evaluationPath.tokens.count
      pending += unit.details.map { inner in
        let keyword = inner.evaluationPath.tokens.dropFirst(depth).first
        return (inner, isName || keyword == Keyword.propertyNames.rawValue)
      }
    }
    return all
  }
}
