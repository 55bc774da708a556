import JSONText
import SchemaRules

/// `--format ndjson`: an object a document, each on a line.
struct NDJSONReporter: Reporter {
  /// What to say of the rules that are broken; nil to say nothing.
  var explanations: RuleExplanations?

  var reportedDocuments: ReportedDocuments { .all }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: output.taken())
    writer.document(document, bytes, explanations: explanations)
    writer.newline()
    output = writer.bytes
  }

  func end(_ summary: RunSummary) -> String { "" }
}

extension [UInt8] {
  /// The array, moved out, so that it can be appended to elsewhere without a copy.
  mutating func taken() -> [UInt8] {
    var other: [UInt8] = []
    swap(&self, &other)
    return other
  }
}
