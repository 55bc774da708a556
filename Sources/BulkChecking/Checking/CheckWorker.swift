import JSONText
import SchemaRules

/// Checks pieces of work, one after another, on one thread. The reports are combined in the order of the documents.
struct CheckWorker: ~Copyable {
  let reporter: any Reporter
  /// A property of the reporter, read once, because most documents are valid and checked quickly.
  let reportedDocuments: ReportedDocuments
  let copies: (valid: Bool, invalid: Bool)
  let workspace = ValidationWorkspace()
  private let reports: OrderedReports
  private let failsFast: Bool
  /// The report since it was last taken.
  var report = PieceReport()

  init(_ options: CheckOptions, _ reports: OrderedReports) {
    self.reports = reports
    failsFast = options.failsFast
    reporter = options.reporter
    reportedDocuments = reporter.reportedDocuments
    copies = (options.valid != nil, options.invalid != nil)
  }

  /// Checks a piece, whose bytes may be in the block, and hands its reports in.
  mutating func check(_ piece: WorkFeed.Piece, _ block: inout LineBlock, at place: Int) {
    report.output = reports.emptyOutput()
    switch piece {
    case .lines(let work):
      checkLines(&block, work, place)
      // Lines that arrive slowly through a pipe are reported as they arrive.
      report.isUrgent = true
    case .document(let work, let isRead):
      do throws(ReadError) {
        if !isRead {
          var file = try work.source.open()
          try file.readAll(
            into: &block.buffer, limit: work.validator.limits.json.documentBytes)
        }
        block.buffer.withBytes { checkAll($0, work) }
        report.inputSize = block.buffer.count
      } catch {
        report.failure = SourceFailure(work.source, error)
      }
    case .failure(let failure): report.failure = failure
    }
    reports.finish(takeReport(), of: place)
  }

  private mutating func checkLines(_ block: inout LineBlock, _ work: WorkFeed.Work, _ place: Int) {
    do throws(ReadError) {
      try block.load()
    } catch {
      report.failure = SourceFailure(work.source, error)
      return
    }
    let isRestBlank = block.isRestBlank
    block.forEachLine { line, offset, bytes, whole in
      // A blank line is not a document, if the part that was cut off is blank too.
      if bytes.isBlank && isRestBlank { return true }
      check(bytes, work, line: line, offset: offset, copy: whole)
      // Reports can be much longer than their documents.
      if report.size >= OutputStream.writeSize { reports.add(takeReport(), of: place) }
      return !isDone
    }
    report.inputSize = block.buffer.count
  }

  /// Whether the documents so far decide the run.
  private var isDone: Bool {
    let summary = report.summary
    return failsFast && summary.valid < summary.documents
  }

  /// The report since the last call.
  private mutating func takeReport() -> PieceReport {
    report.isLast = isDone
    var taken = PieceReport()
    swap(&taken, &report)
    return taken
  }
}
