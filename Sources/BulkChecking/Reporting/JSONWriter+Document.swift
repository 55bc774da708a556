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

    name("errors")
    beginArray()
    for error in result.errors {
      self.error(
        error, bytes, at: positions.position(of: error.byteRange.lowerBound, in: bytes),
        explanations: explanations)
    }
    endArray()
    if result.omittedErrorCount > 0 { member("omittedErrors", result.omittedErrorCount) }
    if !result.warnings.isEmpty {
      name("warnings")
      beginArray()
      for warning in result.warnings {
        error(
          warning, bytes, at: positions.position(of: warning.byteRange.lowerBound, in: bytes),
          explanations: explanations)
      }
      endArray()
    }
    if result.omittedWarningCount > 0 { member("omittedWarnings", result.omittedWarningCount) }
    if let fault = result.fault {
      var firstPosition: SourcePosition?
      if case .duplicateKey(let first) = fault.reason {
        firstPosition = positions.position(of: first, in: bytes)
      }
      self.fault(
        fault, bytes, at: positions.position(of: fault.offset, in: bytes), first: firstPosition)
    }
    if let limit = result.limit {
      self.limit(limit, at: positions.position(of: limit.reportedOffset, in: bytes))
    }
    endObject()
  }

  private mutating func error(
    _ error: FieldError, _ bytes: RawSpan, at position: SourcePosition,
    explanations: RuleExplanations?
  ) {
    beginObject()
    member("pointer", error.pointer.description)
    member("keyword", error.keyword.rawValue)
    member("rule", error.rule.id)
    member("message", error.message(bytes))
    if let suggestion = error.suggestion(bytes) { member("suggestion", suggestion) }
    member("params", error.parameters)
    self.position(position)
    if let explanation = explanations?[error.rule] { self.explanation(explanation) }
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

  private mutating func fault(
    _ fault: JSONFault, _ bytes: RawSpan, at position: SourcePosition, first: SourcePosition?
  ) {
    name("fault")
    beginObject()
    member("code", fault.code)
    member("message", fault.message)
    if let hint = fault.hint(bytes) { member("hint", hint) }
    self.position(position)
    if let first {
      member("firstLine", first.line)
      member("firstColumn", first.column)
      member("firstOffset", first.offset)
    }
    endObject()
  }

  private mutating func limit(_ limit: ExceededLimit, at position: SourcePosition) {
    name("limit")
    beginObject()
    member("code", limit.code)
    member("message", limit.message)
    member("pointer", limit.pointer.description)
    self.position(position)
    endObject()
  }

  private mutating func position(_ position: SourcePosition) {
    member("line", position.line)
    member("column", position.column)
    member("offset", position.offset)
  }
}
