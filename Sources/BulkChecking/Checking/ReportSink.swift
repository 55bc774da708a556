/// Writes the output of a run in the order of the input: the report, copies of documents, the counts and, for sources
/// that cannot be read, messages on standard error.
struct ReportSink {
  private let reporter: any Reporter
  private let requiresDocuments: Bool
  private let progress: ProgressBar?
  private let isTerminal: Bool
  private var output: OutputStream
  private var valid: Copies
  private var invalid: Copies
  private var cap: ResultCap?
  private var summary = RunSummary()
  private var hasReported = false
  private var isClosed = false

  /// Documents on their way into a file.
  private struct Copies {
    var stream: OutputStream?
    /// Whether the last document has no line end.
    var isLineOpen = false

    mutating func append(_ documents: [UInt8]) {
      guard stream != nil, let last = documents.last else { return }
      if isLineOpen { stream?.append("\n") }
      stream?.append(documents)
      isLineOpen = last != UInt8(ascii: "\n")
    }
  }

  init(_ options: CheckOptions, _ progress: ProgressBar?) {
    reporter = options.reporter
    requiresDocuments = options.requiresDocuments
    output = options.report
    isTerminal = output.isTerminal
    valid = Copies(stream: options.valid)
    invalid = Copies(stream: options.invalid)
    cap = reporter.resultCap
    self.progress = progress
    output.append(reporter.beginning)
  }

  mutating func take(_ part: PieceReport) {
    guard !isClosed else { return }
    summary += part.summary
    progress?.advance(bytes: part.inputSize, documents: part.summary.documents)
    // If both go to the same terminal, the line must not appear among the reports.
    if let progress, part.failure != nil || isTerminal && !part.output.isEmpty {
      progress.hidden {
        write(part)
        output.flush()
      }
    } else {
      write(part)
    }
    if part.isLast || hasFailed {
      isClosed = true
      StopRequest.make()
    }
  }

  private mutating func write(_ part: PieceReport) {
    append(part.output)
    valid.append(part.valid)
    invalid.append(part.invalid)
    if let failure = part.failure {
      summary.failures.append(failure)
      var report: [UInt8] = []
      reporter.report(failure, to: &report)
      append(report)
      output.flush()
      StandardError.remark(failure.message)
    }
    if part.isUrgent { flush() }
  }

  private mutating func append(_ report: [UInt8]) {
    let report = cap?.admitted(report, &summary.omittedResults) ?? report
    guard !report.isEmpty else { return }
    if hasReported { output.append(reporter.separator) }
    hasReported = true
    output.append(report)
  }

  private mutating func flush() {
    output.flush()
    valid.stream?.flush()
    invalid.stream?.flush()
  }

  private var streams: [OutputStream] {
    [output] + [valid.stream, invalid.stream].compactMap { $0 }
  }
  private var hasFailed: Bool { streams.contains { $0.hasFailed } }

  /// Writes the end of the report.
  mutating func end() -> ExitStatus {
    progress?.end()
    if requiresDocuments && summary.documents == 0 && summary.failures.isEmpty {
      write(.init(failure: SourceFailure(nil, cannot: "check", "there are no documents to check")))
    }
    output.append(reporter.end(summary))
    flush()
    let signal = StopRequest.endingSignal
    if let signal {
      StandardError.remark(
        "stopped by signal \(signal); the report covers the documents checked until then")
    }
    for stream in streams {
      if let message = stream.failureMessage { StandardError.remark(message) }
    }
    if hasFailed { return .failed }
    if let signal, summary.failures.isEmpty { return .interrupted(by: signal) }
    return summary.status
  }
}
