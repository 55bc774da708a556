import JSONText
import SchemaRules

/// Checks pieces of work, one after another, on one thread.
final class CheckWorker {
  /// Where the next lines are read to.
  var block = LineBlock()
  private var checker: DocumentChecker
  private var documentReader = WholeDocumentReader()
  private let reports: OrderedReports
  private let options: CheckOptions
  private let documentLimit: Int
  /// How many bytes the piece at hand has.
  private var inputSize = 0

  init(_ options: CheckOptions, _ reports: OrderedReports) {
    self.options = options
    self.reports = reports
    checker = DocumentChecker(options)
    documentLimit = options.documentValidator.limits.json.documentBytes
  }

  /// Checks a piece and hands its reports in.
  func check(_ piece: WorkFeed.Piece, at place: Int) {
    checker.output = reports.emptyOutput()
    var failure: (name: String, reason: String)?
    var isUrgent = false
    inputSize = 0
    switch piece {
    case .lines(let source):
      checkLines(of: source, place)
      inputSize = block.count
      // What comes slowly through a pipe is answered as it comes.
      isUrgent = true
    case .content(let source):
      unsafe checkDocument(block.memory.span.bytes.extracting(0..<block.count), of: source)
    case .document(let source):
      do throws(ReadError) {
        try checkDocument(in: source)
      } catch {
        if error != .stopped { failure = (source.name, error.message) }
      }
    case .failure(let name, let reason):
      failure = (name, reason)
    }
    var report = takeReport()
    report.failure = failure
    report.isUrgent = isUrgent
    report.inputSize = inputSize
    reports.finish(report, of: place)
  }

  private func checkLines(of source: Source, _ place: Int) {
    block.forEachDocument { line, offset, bytes in
      checker.check(bytes, of: source, line: line, offset: offset)
      // Reports can be much longer than what they are about.
      if checker.output.count >= StandardOutput.writeSize { reports.add(takeReport(), of: place) }
      return !isDone
    }
  }

  private func checkDocument(in source: Source) throws(ReadError) {
    var file = try source.open()
    try documentReader.read(&file, limit: documentLimit) { bytes in
      checkDocument(bytes, of: source)
    }
  }

  private func checkDocument(_ bytes: RawSpan, of source: Source) {
    checker.check(bytes, of: source, line: nil, offset: 0)
    inputSize = bytes.byteCount
  }

  /// Whether the documents so far decide the run.
  private var isDone: Bool {
    options.failsFast && checker.summary.valid < checker.summary.documents
  }

  /// What has come together since the last call.
  private func takeReport() -> PieceReport {
    let report = PieceReport(
      output: checker.output.taken(), summary: checker.summary, isLast: isDone)
    checker.removeAll()
    return report
  }
}
