import JSONText
import SchemaEvaluation
import SchemaRules

/// `--format flag`, `basic`, `list` and `hierarchical`: JSON Schema's output formats, one object per document,
/// each on a line.
///
/// The validator decides whether a document is valid. The evaluator, which is far slower, only says why. Where
/// it has nothing to say that agrees with the verdict, the member `error` has the reason.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#section-12
struct OutputReporter: Reporter {
  let format: OutputFormat
  let evaluator: SchemaEvaluator

  var reportedDocuments: ReportedDocuments { .all }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: output.taken())
    let outcome = document.result.outcome
    let isValid = outcome == .valid
    if outcome == .malformed || outcome == .indeterminate,
      let obstacle = Diagnostic.all(of: document.result).first
    {
      var positions = DocumentPositions(document)
      let place = positions.position(of: obstacle.byteRange.lowerBound, in: bytes)
      writer.verdict(
        false,
        error:
          "\(document.source.name):\(place.line):\(place.column): \(obstacle.message) [\(obstacle.id)]"
      )
    } else if format == .flag {
      writer.verdict(isValid)
    } else if let unit = document.json.map({ unit(of: $0) }) ?? unit(of: bytes.array),
      (unit.verdict == .valid) == isValid
    {
      unit.write(as: format, to: &writer)
    } else {
      writer.verdict(isValid, error: "the details go beyond a limit of the evaluation")
    }
    writer.newline()
    output = writer.bytes
  }

  /// Returns nil for a document that is not read as a tree, because it is too long.
  private func unit(of bytes: [UInt8]) -> EvaluationUnit? {
    (try? JSONValue(parsing: bytes)).map { evaluator.evaluate($0) }
  }

  func end(_ summary: RunSummary) -> String { "" }
}

extension JSONWriter {
  fileprivate mutating func verdict(_ isValid: Bool, error: String? = nil) {
    beginObject()
    member("valid", isValid)
    if let error { member("error", error) }
    endObject()
  }
}
