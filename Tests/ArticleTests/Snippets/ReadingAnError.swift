import JSONText
import SchemaDocuments
import SchemaRules

/// An error as a line for people: where it stands, what is wrong, and why there is such a rule.
func line(for error: FieldError, in document: [UInt8]) -> String {
  let location = SourceLocation(of: error.byteRange.lowerBound, in: document)
  let explanation = RuleExplanation(error.rule)
  return "\(location.line):\(location.column): \(error.message) [\(error.rule.id)]: "
    + "\(explanation.reason) \(explanation.provenance)"
}
