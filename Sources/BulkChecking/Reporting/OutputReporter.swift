import JSONText
package import SchemaEvaluation
import SchemaRules

/// `--format flag`, `basic`, `list` and `hierarchical`: JSON Schema's output formats, one object per document, each on
/// a line.
///
/// The validator decides whether a document is valid. The evaluator, which is far slower, only explains the verdict. If
/// it cannot, the member `error` has the reason.
///
/// https://json-schema.org/draft/2020-12/json-schema-core#section-12
package struct OutputReporter: Reporter {
  private let format: OutputFormat
  /// One evaluator per schema of the run.
  private let evaluators: [SchemaEvaluator]

  package init(format: OutputFormat, evaluators: [SchemaEvaluator]) {
    self.format = format
    self.evaluators = evaluators
  }

  package var reportedDocuments: ReportedDocuments { .all }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    let outcome = document.result.outcome
    let isValid = outcome == .valid
    output.appendJSON { writer in
      if outcome == .malformed || outcome == .indeterminate,
        let obstacle = Diagnostic.all(of: document, bytes).first
      {
        var positions = DocumentPositions(document)
        let place = positions.position(of: obstacle.byteRange.lowerBound, in: bytes)
        writer.verdict(
          false,
          error: "\(document.source.name):\(place.line):\(place.column): \(obstacle.fullMessage) "
            + "[\(obstacle.id)]")
      } else if format == .flag {
        writer.verdict(isValid)
      } else if let unit = unit(of: document.json ?? bytes.array, document.schema),
        (unit.verdict == .valid) == isValid
      {
        unit.write(as: format, to: &writer)
      } else {
        writer.verdict(isValid, error: "the details exceed a limit of the evaluation")
      }
      writer.newline()
    }
  }

  package func report(_ failure: SourceFailure, to output: inout [UInt8]) {
    output.appendJSON { writer in
      writer.verdict(false, error: failure.message)
      writer.newline()
    }
  }

  /// Returns nil for a document that is too long to be read as a tree.
  private func unit(of bytes: [UInt8], _ schema: Int) -> EvaluationUnit? {
    (try? JSONValue(parsing: bytes)).map { evaluators[schema].evaluate($0) }
  }
}

extension JSONWriter {
  fileprivate mutating func verdict(_ isValid: Bool, error: String? = nil) {
    beginObject()
    member("valid", isValid)
    if let error { member("error", error) }
    endObject()
  }
}
