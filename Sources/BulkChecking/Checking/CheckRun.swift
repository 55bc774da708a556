/// One run of `conform check`: sources in, a report and an exit status out.
///
/// Each of its threads takes a piece of work, checks it and submits the reports, until no work is left.
package final class CheckRun: Sendable {
  private let options: CheckOptions
  private let feed: Monitor<WorkFeed>
  private let reports: OrderedReports
  private let threads = ThreadGroup()
  /// The number of threads that can still be started.
  private let threadsLeft: Monitor<Int>

  package init(_ options: CheckOptions, _ walk: SourceWalk) {
    self.options = options
    let progress = options.progress.bar(walk)
    feed = Monitor(WorkFeed(walk, options))
    reports = OrderedReports(ReportSink(options, progress), jobs: options.jobs)
    threadsLeft = Monitor(options.jobs - 1)
  }

  /// Checks every source.
  ///
  /// If one cannot be read, the run names it on standard error and continues with the next. The run ends early if it is
  /// asked to stop.
  package func run() -> ExitStatus {
    StopRequest.prepare()
    work()
    threads.join()
    return reports.end()
  }

  /// Checks pieces until no work is left; the body of each thread.
  private func work() {
    var worker = CheckWorker(options, reports)
    var block = LineBlock()
    while true {
      let (next, hasMore) = feed.withLock { ($0.next(&block), $0.hasMore) }
      guard let next else { return }
      if hasMore { startThread() }
      worker.check(next.piece, &block, at: next.place)
    }
  }

  /// Starts another thread, unless there are enough.
  ///
  /// Each thread calls this when it gets work, so that small inputs do not wait for many threads to start.
  private func startThread() {
    let isWanted = threadsLeft.withLock { left in
      defer { left = max(0, left - 1) }
      return left > 0
    }
    if isWanted { threads.start { self.work() } }
  }
}
