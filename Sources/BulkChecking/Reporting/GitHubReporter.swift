/// `--format github`: one workflow command per diagnostic, which GitHub shows beside the line.
///
/// GitHub shows ten errors, ten warnings and ten notices per step; the report has no more.
///
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
/// https://docs.github.com/en/actions/reference/limits
package struct GitHubReporter: Reporter {
  package init() {}

  /// One notice is reserved for the count of the others.
  package var resultCap: ResultCap? {
    ResultCap(["::error": 10, "::warning": 10, "::notice": 9])
  }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var positions = DocumentPositions(document)
    for diagnostic in Diagnostic.all(of: document, bytes) {
      let position = positions.position(of: diagnostic.byteRange.lowerBound, in: bytes)
      let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      write(
        command, diagnostic.id, diagnostic.fullMessage, document.source, position, to: &output)
    }
  }

  package func report(_ failure: SourceFailure, to output: inout [UInt8]) {
    write("error", "unreadable", failure.message, failure.source, nil, to: &output)
  }

  package func end(_ summary: RunSummary) -> String {
    guard summary.omittedResults > 0 else { return "" }
    return
      "::notice title=omitted::\(counted(summary.omittedResults, "more result")) not shown; GitHub "
      + "shows ten errors and ten warnings per step. Use --format text or ndjson for all of them\n"
  }

  private func write(
    _ command: String, _ title: String, _ message: String, _ source: Source?,
    _ position: SourcePosition?, to output: inout [UInt8]
  ) {
    var properties = [("title", title)]
    var message = TerminalText.escaped(message)
    if let place = source?.place {
      properties.append(("file", TerminalText.escaped(place.normalized.description)))
      if let position {
        properties += [("line", String(position.line)), ("col", String(position.column))]
      }
    } else if let source, let position {
      message = "\(source.name):\(position.line):\(position.column): \(message)"
    }
    let list = properties.map { "\($0)=\(Self.escaped($1, inProperty: true))" }
    output.append(
      contentsOf: """
        ::\(command) \(list.joined(separator: ","))::\(Self.escaped(message, inProperty: false))

        """.utf8)
  }

  /// Escapes a text, so that no document can inject a command.
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
