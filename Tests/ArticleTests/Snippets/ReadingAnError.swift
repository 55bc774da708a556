import JSONText
import SchemaDocuments
import SchemaRules

/// Describes an error in one line: its place, the message, and the origin of the rule.
func line(for error: FieldError, in document: [UInt8]) -> String {
  let location = SourceLocation(of: error.byteRange.lowerBound, in: document)
  let explanation = RuleExplanation(error.rule)
  return "\(location.line):\(location.column): \(error.message) [\(error.rule.id)]: "
    + "\(explanation.reason) \(explanation.provenance)"
}
