import BulkChecking

/// How far a run has come, on standard error if that is a terminal.
struct VectorProgress {
  private static let width = 30
  private static let interval = Duration.milliseconds(100)

  private let total: Int
  private let isShown = StandardError.isTerminal
  private var shown = ContinuousClock.now
  private var isOnScreen = false

  init(total: Int) {
    self.total = max(total, 1)
  }

  mutating func show(_ done: Int, _ name: String) {
    guard isShown, ContinuousClock.now - shown > Self.interval else { return }
    shown = .now
    isOnScreen = true
    let filled = done * Self.width / total
    let bar =
      String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
    let name = TerminalText.escaped(String(name.prefix(30)))
    StandardError.write("\r[\(bar)] \(done)/\(total) \(name)\u{1B}[K", terminator: "")
  }

  /// Takes the bar from the screen.
  func clear() {
    if isOnScreen { StandardError.write("\r\u{1B}[K", terminator: "") }
  }
}
