package import SchemaEvaluation

/// The formats of reports: `--format`.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text
  case json
  case ndjson
  case sarif
  case github
  case junit
  case flag
  case basic
  case list
  case hierarchical

  /// The output format of JSON Schema that it is. Returns nil for conform's own formats.
  package var output: OutputFormat? { OutputFormat(rawValue: rawValue) }

  /// Whether there is a form for `--summary`.
  package var hasSummary: Bool { [.text, .json, .ndjson].contains(self) }
}
