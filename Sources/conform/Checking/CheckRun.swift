import JSONText
import SchemaRules

/// One run of `conform check`: sources in, a report and an exit status out.
final class CheckRun {
  private var checker: DocumentChecker
  private var output = StandardOutput()
  private var documentReader = WholeDocumentReader()
  private var block = LineBlock()
  private var summary = RunSummary()
  private var hasReported = false
  private var hasFailed = false

  init(_ validator: Validator, _ reporter: any Reporter) {
    checker = DocumentChecker(validator, reporter)
  }

  /// Checks every source.
  ///
  /// One that cannot be read is named on standard error, and the run goes on with the next; it ends
  /// early only when nobody takes the output any more.
  func run(_ walk: consuming SourceWalk) -> ExitStatus {
    output.append(checker.reporter.beginning)
    while !output.hasFailed, let step = walk.next() {
      switch step {
      case .source(let source): check(source)
      case .failure(let path, let reason): report(unreadable: path.description, reason)
      }
    }
    output.append(checker.reporter.end(summary))
    output.flush()
    if let message = output.failureMessage { StandardError.write("conform: \(message)") }
    if hasFailed || output.hasFailed { return .failed }
    return summary.valid == summary.documents ? .allValid : .notAllValid
  }

  private func check(_ source: Source) {
    do throws(SystemError) {
      let file = try source.open()
      if source.path == nil && file.isTerminal {
        StandardError.write("conform: reading standard input; end it with Ctrl-D")
      }
      if source.hasDocumentPerLine {
        try checkLines(of: file, source)
      } else {
        try documentReader.read(file, limit: documentLimit) { bytes in
          checker.check(bytes, of: source, line: nil, offset: 0)
        }
        takeReports()
      }
    } catch {
      takeReports()
      report(unreadable: source.name, error.message)
    }
  }

  private func checkLines(
    of file: consuming InputFile, _ source: Source
  ) throws(SystemError) {
    var reader = LineBlockReader(file, lineLimit: documentLimit)
    while !output.hasFailed, try reader.next(into: &block) {
      block.forEachDocument { line, offset, bytes in
        checker.check(bytes, of: source, line: line, offset: offset)
        if checker.output.count >= StandardOutput.writeSize { takeReports() }
      }
      takeReports()
      // What comes slowly through a pipe is answered as it comes.
      output.flush()
    }
  }

  private var documentLimit: Int { checker.validator.limits.json.documentBytes }

  /// Moves what the checker has collected to the output.
  private func takeReports() {
    summary += checker.summary
    if !checker.output.isEmpty {
      if hasReported { output.append(checker.reporter.separator) }
      hasReported = true
      output.append(checker.output)
    }
    checker.removeAll()
  }

  private func report(unreadable name: String, _ reason: String) {
    hasFailed = true
    output.flush()
    StandardError.write("conform: cannot read \(TerminalText.escaped(name)): \(reason)")
  }
}
