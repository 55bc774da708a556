/// `--format github`: a workflow command a diagnostic, which GitHub shows beside the line.
///
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
struct GitHubReporter: Reporter {
  func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var positions = DocumentPositions(document)
    for diagnostic in Diagnostic.all(of: document.result) {
      let position = positions.position(of: diagnostic.byteRange.lowerBound, in: bytes)
      var properties = [("title", diagnostic.id)]
      var message = TerminalText.escaped(diagnostic.message)
      if document.source.path == nil {
        message = "\(document.source.name):\(position.line):\(position.column): \(message)"
      } else {
        properties += [
          ("file", document.source.name), ("line", String(position.line)),
          ("col", String(position.column)),
        ]
      }
      let list = properties.map { "\($0)=\(Self.escaped($1, inProperty: true))" }
      output.append(
        contentsOf: """
          ::\(Self.command(diagnostic.severity)) \(list.joined(separator: ","))\
          ::\(Self.escaped(message, inProperty: false))

          """.utf8)
    }
  }

  func end(_ summary: RunSummary) -> String { "" }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// A text without what would end it, so that no document can give a command of its own.
  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
