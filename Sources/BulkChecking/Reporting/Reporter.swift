/// A way to report checked documents: one of the formats of `--format`.
///
/// Reports of documents are independent of each other, so they can be written in any order and joined with `separator`
/// afterwards.
package protocol Reporter: Sendable {
  /// The text before the first report.
  var beginning: String { get }
  /// The text between two reports.
  var separator: String { get }

  /// The documents that it reports.
  var reportedDocuments: ReportedDocuments { get }
  /// The maximum number of results; nil for all. With a maximum, each result is one line.
  var resultCap: ResultCap? { get }
  /// Whether `end` needs the counts by rule.
  var countsFindings: Bool { get }

  /// Appends the report of one document, possibly nothing; its bytes serve excerpts and positions.
  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8])

  /// Appends the report of a source that could not be read, possibly nothing.
  func report(_ failure: SourceFailure, to output: inout [UInt8])

  /// The text after the last report. `summary` includes the failures.
  func end(_ summary: RunSummary) -> String
}

extension Reporter {
  package var beginning: String { "" }
  package var separator: String { "" }
  package var reportedDocuments: ReportedDocuments { .withFindings }
  package var countsFindings: Bool { false }
  package var resultCap: ResultCap? { nil }
  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {}
  package func report(_ failure: SourceFailure, to output: inout [UInt8]) {}
  package func end(_ summary: RunSummary) -> String { "" }
}

/// The documents that a reporter is given.
package enum ReportedDocuments {
  case none
  /// Those that are not valid, or give a warning.
  case withFindings
  case all
}

/// Reports nothing; only the exit status shows the result.
package struct SilentReporter: Reporter {
  package init() {}

  package var reportedDocuments: ReportedDocuments { .none }
}
