/// A line on standard error that each update replaces, if standard error is a terminal.
package struct StatusLine {
  private static let interval = Duration.milliseconds(100)

  private let isShown = StandardError.isTerminal
  private var drawn: ContinuousClock.Instant?

  package init() {}

  /// Replaces the text, unless it was updated a moment ago.
  package mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, drawn.map({ .now - $0 > Self.interval }) ?? true else { return }
    drawn = .now
    StandardError.write("\r\(TerminalText.escaped(text()))\u{1B}[K", terminator: "")
  }

  /// Removes the line.
  package mutating func clear() {
    if drawn != nil { StandardError.write("\r\u{1B}[K", terminator: "") }
    drawn = nil
  }
}
