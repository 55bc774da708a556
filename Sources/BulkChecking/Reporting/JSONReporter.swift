import JSONText
import SchemaRules

/// `--format json`: one object for the whole run.
///
/// The documents come first and the counts last, because they are written as they are known.
package struct JSONReporter: Reporter {
  /// The explanations of violated rules; nil to omit them.
  let explanations: RuleExplanations?
  /// The parts of the operation that conform does not check.
  let uncheckedParts: [String]

  package init(explanations: RuleExplanations?, uncheckedParts: [String] = []) {
    self.explanations = explanations
    self.uncheckedParts = uncheckedParts
  }

  package var beginning: String { "{\n  \"documents\": [" }
  package var separator: String { "," }
  package var reportedDocuments: ReportedDocuments { .all }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    output.appendJSON(pretty: true, depth: 2) {
      $0.document(document, bytes, explanations: explanations)
    }
  }

  package func end(_ summary: RunSummary) -> String {
    let rest = [UInt8].json(pretty: true, depth: 1) { writer in
      writer.unreadable(summary)
      writer.member("summary") { $0.counts(summary) }
      if !uncheckedParts.isEmpty {
        writer.member("notChecked", uncheckedParts) { $0.string($1) }
      }
    }
    return (summary.documents > 0 ? "\n  ]," : "],") + rest + "\n}\n"
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

  /// Writes a member with the sources that could not be read, if there are any.
  mutating func unreadable(_ summary: RunSummary) {
    guard !summary.failures.isEmpty else { return }
    objects("unreadable", summary.failures) { writer, failure in
      if let source = failure.source { writer.member("source", source.name) }
      writer.member("message", failure.message)
    }
  }
}
