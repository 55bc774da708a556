/// The style of the parts of a text report: plain, or with the colors that compilers use.
package struct TextStyle: Sendable {
  /// The parts that look different, by the parameter of their control sequence (ECMA-48, SGR).
  package enum Part: String {
    case location = "1"
    case error = "1;31"
    case warning = "1;35"
    case note = "1;36"
    case underline = "32"
  }

  let isColored: Bool

  package init(isColored: Bool) { self.isColored = isColored }

  package func callAsFunction(_ part: Part, _ text: String) -> String {
    isColored ? "\u{1B}[\(part.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A line as compilers print it: place, severity, message.
  func line(_ place: String, _ severity: Part, _ message: String) -> String {
    "\(self(.location, TerminalText.escaped(place) + ":")) \(self(severity, "\(severity):")) "
      + TerminalText.escaped(message) + "\n"
  }
}

/// The choices of the option `--color`.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal, unless the environment disables it.
  case auto
  case always
  case never

  /// Whether text for an output is colored.
  ///
  /// An explicit choice goes before the environment. See https://no-color.org.
  package func isColored(on output: OutputStream = OutputStream()) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      output.isTerminal && (Self.environment("NO_COLOR") ?? "").isEmpty
        && Self.environment("TERM") != "dumb"
    }
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
