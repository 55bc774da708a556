/// Where the reports of a run go, in the order of the input: standard output, the counts and, for
/// sources that cannot be read, standard error.
struct ReportSink {
  private let reporter: any Reporter
  private let progress: ProgressBar?
  private let isTerminal = StandardOutput.isTerminal
  private var output = StandardOutput()
  private var summary = RunSummary()
  private var hasReported = false
  private var hasFailed = false
  private var isClosed = false

  init(_ reporter: any Reporter, _ progress: ProgressBar?) {
    self.reporter = reporter
    self.progress = progress
    output.append(reporter.beginning)
  }

  mutating func take(_ part: PieceReport) {
    guard !isClosed else { return }
    summary += part.summary
    if let progress {
      progress.advance(bytes: part.inputSize, documents: part.summary.documents)
      // Where both go to one terminal, the line must not stand among the reports.
      if part.failure != nil || (isTerminal && !part.output.isEmpty) {
        progress.hidden {
          write(part)
          output.flush()
        }
      } else {
        write(part)
      }
    } else {
      write(part)
    }
    if part.isLast || output.hasFailed {
      isClosed = true
      StopRequest.make()
    }
  }

  private mutating func write(_ part: PieceReport) {
    if !part.output.isEmpty {
      if hasReported { output.append(reporter.separator) }
      hasReported = true
      output.append(part.output)
    }
    if let failure = part.failure {
      hasFailed = true
      output.flush()
      StandardError.write(
        "conform: cannot read \(TerminalText.escaped(failure.name)): \(failure.reason)")
    }
    if part.isUrgent { output.flush() }
  }

  /// Writes what stands after the last report.
  mutating func end() -> ExitStatus {
    progress?.end()
    output.append(reporter.end(summary))
    output.flush()
    if let signal = StopRequest.endingSignal {
      StandardError.write("conform: stopped by signal \(signal); the report goes as far as the run")
    }
    if let message = output.failureMessage { StandardError.write("conform: \(message)") }
    if hasFailed || output.hasFailed { return .failed }
    if let signal = StopRequest.endingSignal { return .interrupted(by: signal) }
    return summary.valid == summary.documents ? .allValid : .notAllValid
  }
}
