/// A way to report checked documents: one of the formats of `--format`.
///
/// Reports of documents are independent of each other, so that they can be made in any order and
/// joined with `separator` afterwards.
protocol Reporter: Sendable {
  /// What stands before the first report.
  var beginning: String { get }
  /// What stands between two reports.
  var separator: String { get }

  /// Which documents it has anything to say of.
  var reportedDocuments: ReportedDocuments { get }
  /// Whether `end` is to get what was found by rule.
  var countsFindings: Bool { get }

  /// Appends the report of one document, possibly nothing; its bytes serve excerpts and positions.
  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8])

  /// What stands after the last report.
  func end(_ summary: RunSummary) -> String
}

extension Reporter {
  var beginning: String { "" }
  var separator: String { "" }
  var reportedDocuments: ReportedDocuments { .withFindings }
  var countsFindings: Bool { false }
}

/// The documents that a reporter is given.
enum ReportedDocuments {
  case none
  /// Those that are not valid, or give a warning.
  case withFindings
  case all
}

/// Reports nothing: the exit status says it all.
struct SilentReporter: Reporter {
  var reportedDocuments: ReportedDocuments { .none }

  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {}
  func end(_ summary: RunSummary) -> String { "" }
}
