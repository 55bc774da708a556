public import ArgumentParser
public import BulkChecking
public import SchemaExports
public import SchemaRules
public import VectorRunner

extension ReportFormat: ExpressibleByArgument {}

extension LintReport.Format: ExpressibleByArgument {}

extension ColorChoice: ExpressibleByArgument {}

extension ProgressChoice: ExpressibleByArgument {}

extension UnknownFieldPolicy: ExpressibleByArgument {}

extension RunReportFormat: ExpressibleByArgument {}

extension ExportFormat: ExpressibleByArgument {}
