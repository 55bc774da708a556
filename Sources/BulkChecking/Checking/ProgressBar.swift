import Synchronization

/// A line on standard error that shows the progress of a run and is redrawn in place.
final class ProgressBar: Sendable {
  private struct State {
    var line = StatusLine(isShown: true)
    var isAtEnd = false
  }

  private static let intervalInMicroseconds = 100_000
  /// The duration after which a run shows its progress.
  private static let delayInMicroseconds = 500_000

  private let state = Monitor(State())
  private let thread = ThreadGroup()
  private let bytes = Atomic(0)
  private let documents = Atomic(0)
  /// The number of bytes to check; nil if unknown.
  private let total: Int?
  private let start = ContinuousClock.now

  /// - Parameter isDelayed: Whether to wait until the run turns out to take long.
  init(total: Int?, isDelayed: Bool) {
    self.total = total
    if !isDelayed { draw() }
    let delay = isDelayed ? Self.delayInMicroseconds : Self.intervalInMicroseconds
    thread.start { [self] in run(delay: delay) }
  }

  /// Records progress.
  func advance(bytes: Int, documents: Int) {
    self.bytes.add(bytes, ordering: .relaxed)
    self.documents.add(documents, ordering: .relaxed)
  }

  /// Calls `body`, which writes to the terminal, while the line is hidden.
  func hidden(_ body: () -> Void) {
    state.withLock { state in
      state.line.clear()
      body()
    }
  }

  /// Removes the line and ends the thread.
  func end() {
    state.withLock { state in
      state.isAtEnd = true
      state.line.clear()
    }
    thread.join()
  }

  private func run(delay: Int) {
    var wait = delay
    while !state.wait(microseconds: wait, until: { $0.isAtEnd }) {
      draw()
      wait = Self.intervalInMicroseconds
    }
  }

  private func draw() {
    state.withLock { if !$0.isAtEnd { $0.line.show(line) } }
  }

  private var line: String {
    ProgressLine(
      bytes: bytes.load(ordering: .relaxed), documents: documents.load(ordering: .relaxed),
      total: total, seconds: (.now - start) / .seconds(1)
    ).text
  }
}

/// The choices of the option `--progress`.
package enum ProgressChoice: String, CaseIterable, Sendable {
  /// On a terminal, once a run turns out to take long.
  case auto
  case always
  case never

  /// The bar for a run over the sources of a walk, started.
  func bar(_ walk: SourceWalk) -> ProgressBar? {
    guard self == .always || (self == .auto && StandardError.isTerminal) else { return nil }
    return ProgressBar(total: walk.totalSize, isDelayed: self == .auto)
  }
}
