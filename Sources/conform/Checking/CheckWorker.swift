import JSONText
import SchemaRules

/// Checks pieces of work, one after another, on one thread.
struct CheckWorker: ~Copyable {
  private var checker: DocumentChecker
  private var documentReader = WholeDocumentReader()
  private let reports: OrderedReports
  private let failsFast: Bool
  /// How many bytes the piece at hand has.
  private var inputSize = 0

  init(_ options: CheckOptions, _ reports: OrderedReports) {
    self.reports = reports
    failsFast = options.failsFast
    checker = DocumentChecker(options.reporter)
  }

  /// Checks a piece, whose bytes may be in the block, and hands its reports in.
  mutating func check(_ piece: WorkFeed.Piece, _ block: inout LineBlock, at place: Int) {
    checker.output = reports.emptyOutput()
    var failure: (name: String, reason: String)?
    var isUrgent = false
    inputSize = 0
    do throws(ReadError) {
      switch piece {
      case .lines(let source, let validator):
        // What comes slowly through a pipe is answered as it comes.
        isUrgent = true
        try block.load()
        checkLines(block, of: source, with: validator, place)
        inputSize = block.count
      case .content(let source, let validator):
        let bytes = unsafe block.memory.span.bytes.extracting(0..<block.count)
        checker.checkAll(bytes, with: validator, of: source)
        inputSize = block.count
      case .document(let source, let validator):
        inputSize = try Self.check(source, with: validator, &documentReader, &checker)
      case .failure(let name, let reason):
        failure = (name, reason)
      }
    } catch {
      failure = piece.failure(error)
    }
    var report = takeReport()
    report.failure = failure
    report.isUrgent = isUrgent
    report.inputSize = inputSize
    reports.finish(report, of: place)
  }

  private mutating func checkLines(
    _ block: borrowing LineBlock, of source: Source, with validator: Validator, _ place: Int
  ) {
    block.forEachDocument { line, offset, bytes in
      checker.check(bytes, with: validator, of: source, line: line, offset: offset)
      // Reports can be much longer than what they are about.
      if checker.output.count >= StandardOutput.writeSize { reports.add(takeReport(), of: place) }
      return !isDone
    }
  }

  /// Reads and checks a source that is one document; returns its size in bytes.
  private static func check(
    _ source: Source, with validator: Validator, _ reader: inout WholeDocumentReader,
    _ checker: inout DocumentChecker
  ) throws(ReadError) -> Int {
    var file = try source.open()
    var size = 0
    try reader.read(&file, limit: validator.limits.json.documentBytes) { bytes in
      checker.checkAll(bytes, with: validator, of: source)
      size = bytes.byteCount
    }
    return size
  }

  /// Whether the documents so far decide the run.
  private var isDone: Bool {
    failsFast && checker.summary.valid < checker.summary.documents
  }

  /// What has come together since the last call.
  private mutating func takeReport() -> PieceReport {
    let report = PieceReport(
      output: checker.output.taken(), summary: checker.summary, isLast: isDone)
    checker.removeAll()
    return report
  }
}

extension WorkFeed.Piece {
  /// What to report where the piece cannot be read.
  ///
  /// Returns nil where nobody wants to know.
  fileprivate func failure(_ error: ReadError) -> (name: String, reason: String)? {
    if error == .stopped { return nil }
    return switch self {
    case .lines(let source, _), .content(let source, _), .document(let source, _):
      (source.name, error.message)
    case .failure(let name, let reason): (name, reason)
    }
  }
}
