import JSONText
import SchemaRules

/// `--format json`: one object for the whole run.
///
/// The documents come first and the counts last, because they are written as they are known.
struct JSONReporter: Reporter {
  /// What to say of the rules that are broken; nil to say nothing.
  var explanations: RuleExplanations?
  /// What conform does not check of the operation.
  var uncheckedParts: [String] = []

  var beginning: String { "{\n  \"documents\": [" }
  var separator: String { "," }
  var reportedDocuments: ReportedDocuments { .all }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var writer = JSONWriter(appendingTo: output.taken(), pretty: true, depth: 2)
    writer.document(document, bytes, explanations: explanations)
    output = writer.bytes
  }

  func end(_ summary: RunSummary) -> String {
    var writer = JSONWriter(pretty: true, depth: 1)
    writer.name("summary")
    writer.beginObject()
    writer.counts(summary)
    writer.endObject()
    if !uncheckedParts.isEmpty {
      writer.member("notChecked", uncheckedParts) { $0.string($1) }
    }
    return (summary.documents > 0 ? "\n  ]," : "],") + writer.text + "\n}\n"
  }
}

extension JSONWriter {
  /// Writes the counts of a run as members.
  mutating func counts(_ summary: RunSummary) {
    member("documents", summary.documents)
    member("valid", summary.valid)
    member("invalid", summary.invalid)
    member("malformed", summary.malformed)
    member("indeterminate", summary.indeterminate)
    member("errors", summary.errors)
    member("warnings", summary.warnings)
  }
}
