public import ArgumentParser
public import SchemaExports
public import SchemaRules

/// The formats of reports.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case ndjson
}

extension ColorChoice: ExpressibleByArgument {}

extension ProgressChoice: ExpressibleByArgument {}

extension UnknownFieldPolicy: ExpressibleByArgument {}

extension ExportFormat: ExpressibleByArgument {}
