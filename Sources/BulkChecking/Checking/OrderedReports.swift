import Synchronization

/// Puts the reports of pieces, which can be checked in any order, into the order of the input.
///
/// The next piece goes to the sink at once. A few later pieces are kept, and threads with even later ones wait, so
/// memory does not depend on the size of the input.
final class OrderedReports: Sendable {
  private struct State {
    /// The index of the piece whose reports come next.
    var turn = 0
    /// The reports of pieces that were finished before their turn.
    var finished: [Int: PieceReport] = [:]
    /// The memory of outputs that were written, for reuse.
    var spare: [[UInt8]] = []
  }

  private let state = Monitor(State())
  /// Locked only by the thread whose turn it is, so that no thread ever waits for it.
  private let sink: Mutex<ReportSink>
  private let maximumFinished: Int

  /// - Parameter jobs: The number of pieces that are checked at the same time.
  init(_ sink: sending ReportSink, jobs: Int) {
    self.sink = Mutex(sink)
    // Enough for the pieces that other threads check while the thread with the next piece waits for a processor.
    maximumFinished = jobs * 4
  }

  /// Takes a part of a piece's reports, as soon as it is the piece's turn.
  func add(_ part: PieceReport, of place: Int) {
    state.withLock(when: { $0.turn == place }) { _ in }
    take(part)
  }

  /// Takes the last part of a piece's reports, now or at the piece's turn.
  func finish(_ part: PieceReport, of place: Int) {
    let maximumFinished = maximumFinished
    let isTurn = state.withLock(when: { place - $0.turn <= maximumFinished }) { state in
      if state.turn == place { return true }
      state.finished[place] = part
      return false
    }
    guard isTurn else { return }
    var next: PieceReport? = part
    while let part = next {
      take(part)
      next = state.withLock { state in
        if part.output.capacity > 0, state.spare.count <= maximumFinished {
          state.spare.append(part.output)
        }
        state.turn += 1
        return state.finished.removeValue(forKey: state.turn)
      }
    }
  }

  /// An empty array for an output, with reused memory.
  func emptyOutput() -> [UInt8] {
    var output = state.withLock { $0.spare.popLast() } ?? []
    output.removeAll(keepingCapacity: true)
    return output
  }

  /// Ends the report; to be called when every piece is finished.
  func end() -> ExitStatus {
    sink.withLock { $0.end() }
  }

  private func take(_ part: PieceReport) {
    sink.withLock { $0.take(part) }
  }
}
