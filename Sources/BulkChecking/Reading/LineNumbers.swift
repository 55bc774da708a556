/// Numbers the lines of a source whose blocks are read by several threads.
///
/// The number of a block's first line is known after the lines of all earlier blocks are counted. Each thread counts as
/// soon as it has read, so no thread waits for long.
final class LineNumbers: Sendable {
  private struct State {
    /// The index of the block whose lines are to be counted next.
    var turn = 0
    /// The number of its first line.
    var line = 1
  }

  private let state = Monitor(State())

  /// The number of the first line of a block.
  ///
  /// Call it once for each block. It waits for the calls of all earlier blocks.
  func firstLine(ofBlock index: Int, lineCount: Int) -> Int {
    state.withLock(when: { $0.turn == index }) { state in
      defer {
        state.turn += 1
        state.line += lineCount
      }
      return state.line
    }
  }
}
