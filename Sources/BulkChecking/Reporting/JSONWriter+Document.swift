import JSONSchema
import JSONText
import SchemaDocuments
import SchemaRules

extension JSONWriter {
  /// Writes a checked document as the object that `ndjson` and `json` have in common.
  mutating func document(
    _ document: CheckedDocument, _ bytes: RawSpan, explanations: RuleExplanations?
  ) {
    let result = document.result
    beginObject()
    member("source", document.source.name)
    if let line = document.line { member("line", line) }
    member("outcome", result.outcome.rawValue)
    var positions = DocumentPositions(document)
    func write(_ name: String, _ errors: [FieldError]) {
      objects(name, errors) { writer, error in
        writer.member("pointer", error.pointer.description)
        writer.member("keyword", error.keyword.rawValue)
        writer.member("rule", error.rule.id)
        writer.member("message", error.message(bytes))
        if let suggestion = error.suggestion(bytes) { writer.member("suggestion", suggestion) }
        writer.member("params", error.parameters)
        writer.position(positions.position(of: error.byteRange.lowerBound, in: bytes))
        if let explanation = explanations?[error.rule] { writer.explanation(explanation) }
      }
    }
    write("errors", result.errors)
    if result.omittedErrorCount > 0 { member("omittedErrors", result.omittedErrorCount) }
    if !result.warnings.isEmpty { write("warnings", result.warnings) }
    if result.omittedWarningCount > 0 { member("omittedWarnings", result.omittedWarningCount) }
    if let fault = result.fault {
      member("fault") { writer in
        writer.member("code", fault.code)
        writer.member("message", fault.message)
        if let hint = fault.hint(bytes, isStartOfSource: document.offset == 0) {
          writer.member("hint", hint)
        }
        writer.position(positions.position(of: fault.offset, in: bytes))
        guard case .duplicateKey(let offset) = fault.reason else { return }
        let first = positions.position(of: offset, in: bytes)
        writer.member("firstLine", first.line)
        writer.member("firstColumn", first.column)
        writer.member("firstOffset", first.offset)
      }
    }
    if let limit = result.limit {
      member("limit") { writer in
        writer.member("code", limit.code)
        writer.member("message", limit.message)
        writer.member("pointer", limit.pointer.description)
        writer.position(positions.position(of: limit.reportedOffset, in: bytes))
      }
    }
    endObject()
  }

  private mutating func explanation(_ explanation: RuleExplanations.Explanation) {
    let text = explanation.text
    member("explanation") { writer in
      writer.member("summary", text.summary)
      writer.member("reason", text.reason)
      if !text.provenance.isEmpty { writer.member("provenance", text.provenance) }
      if let place = text.place { writer.member("place", place) }
      guard let place = explanation.place else { return }
      writer.member("schema") { writer in
        writer.member("source", place.document)
        writer.member("line", place.location.line)
        writer.member("column", place.location.column)
      }
    }
  }

  mutating func position(_ position: SourcePosition) {
    member("line", position.line)
    member("column", position.column)
    member("offset", position.offset)
  }
}
