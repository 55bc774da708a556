/// A way to report checked documents: one of the formats of `--format`.
///
/// Reports of documents are independent of each other, so that they can be made in any order and
/// joined with `separator` afterwards.
protocol Reporter: Sendable {
  /// What stands before the first report.
  var beginning: String { get }
  /// What stands between two reports.
  var separator: String { get }

  /// Whether it has anything to say of a document that is valid and gives no warning.
  var reportsValidDocuments: Bool { get }
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
  var reportsValidDocuments: Bool { false }
  var countsFindings: Bool { false }
}

/// Reports nothing: the exit status says it all.
struct SilentReporter: Reporter {
  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {}
  func end(_ summary: RunSummary) -> String { "" }
}
