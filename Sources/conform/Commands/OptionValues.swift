public import ArgumentParser
public import BulkChecking
import SchemaEvaluation
public import SchemaExports
public import SchemaRules
public import VectorRunner

/// The formats of reports.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
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
  var output: OutputFormat? { OutputFormat(rawValue: rawValue) }

  /// Whether there is a form for `--summary`.
  var hasSummary: Bool {
    switch self {
    case .text, .json, .ndjson: true
    case .sarif, .github, .junit, .flag, .basic, .list, .hierarchical: false
    }
  }
}

extension LintReport.Format: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}

extension ProgressChoice: ExpressibleByArgument {}

extension UnknownFieldPolicy: ExpressibleByArgument {}

extension RunReportFormat: ExpressibleByArgument {}

extension ExportFormat: ExpressibleByArgument {}
