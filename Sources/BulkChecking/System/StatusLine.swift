/// A line on standard error that each update replaces.
package struct StatusLine {
  private static let interval = Duration.milliseconds(100)

  private let isShown: Bool
  private var drawn: ContinuousClock.Instant?

  /// - Parameter isShown: Whether to write the line at all; by default, only to a terminal.
  package init(isShown: Bool = StandardError.isTerminal) { self.isShown = isShown }

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
