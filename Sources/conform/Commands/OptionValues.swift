public import ArgumentParser
public import SchemaExports
public import SchemaRules
public import VectorRunner
public import Vectors

/// The formats of reports.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case ndjson
  case sarif
  case github

  /// Whether there is a form for `--summary`.
  var hasSummary: Bool {
    switch self {
    case .text, .json, .ndjson: true
    case .sarif, .github: false
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}

extension ProgressChoice: ExpressibleByArgument {}

extension UnknownFieldPolicy: ExpressibleByArgument {}

extension RunReportFormat: ExpressibleByArgument {}

extension Target: ExpressibleByArgument {}

extension ExportFormat: ExpressibleByArgument {}
