import JSONText
import SchemaRules

/// Checks pieces of work, one after another, on one thread.
struct CheckWorker: ~Copyable {
  private var checker: DocumentChecker
  private let reports: OrderedReports
  private let failsFast: Bool

  init(_ options: CheckOptions, _ reports: OrderedReports) {
    self.reports = reports
    failsFast = options.failsFast
    checker = DocumentChecker(options)
  }

  /// Checks a piece, whose bytes may be in the block, and hands its reports in.
  mutating func check(_ piece: WorkFeed.Piece, _ block: inout LineBlock, at place: Int) {
    checker.report.output = reports.emptyOutput()
    switch piece {
    case .lines(let work):
      checkLines(&block, work, place)
      // Lines that arrive slowly through a pipe are reported as they arrive.
      checker.report.isUrgent = true
    case .document(let work, let isRead):
      do throws(ReadError) {
        if !isRead {
          var file = try work.source.open()
          try file.readAll(
            into: &block.buffer, limit: work.validator.limits.json.documentBytes)
        }
        block.buffer.withBytes { checker.checkAll($0, work) }
        checker.report.inputSize = block.buffer.count
      } catch {
        checker.report.failure = SourceFailure(work.source, error)
      }
    case .failure(let failure): checker.report.failure = failure
    }
    reports.finish(takeReport(), of: place)
  }

  private mutating func checkLines(_ block: inout LineBlock, _ work: WorkFeed.Work, _ place: Int) {
    do throws(ReadError) {
      try block.load()
    } catch {
      checker.report.failure = SourceFailure(work.source, error)
      return
    }
    let isRestBlank = block.isRestBlank
    block.forEachLine { line, offset, bytes, whole in
      // A blank line is not a document, if the part that was cut off is blank too.
      if bytes.isBlank && isRestBlank { return true }
      checker.check(bytes, work, line: line, offset: offset, copy: whole)
      // Reports can be much longer than their documents.
      if checker.report.size >= OutputStream.writeSize { reports.add(takeReport(), of: place) }
      return !isDone
    }
    checker.report.inputSize = block.buffer.count
  }

  /// Whether the documents so far decide the run.
  private var isDone: Bool {
    let summary = checker.report.summary
    return failsFast && summary.valid < summary.documents
  }

  /// The report since the last call.
  private mutating func takeReport() -> PieceReport {
    checker.report.isLast = isDone
    var report = PieceReport()
    swap(&report, &checker.report)
    return report
  }
}
