import SchemaRules
import TestReports

/// `--format junit`: one test case per document, for the test reports of CI systems.
///
/// An invalid or malformed document is a failure; an indeterminate or unreadable one is an error.
///
/// https://github.com/testmoapp/junitxml
package struct JUnitReporter: Reporter {
  package init() {}

  package var beginning: String { JUnitSuite.beginning("conform") }
  package var reportedDocuments: ReportedDocuments { .all }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    let result = document.result
    let name = document.source.name + (document.line.map { ":\($0)" } ?? "")
    guard result.outcome != .valid else { return write(name, .passed(note: nil), to: &output) }
    var positions = DocumentPositions(document)
    let lines = Diagnostic.all(of: document, bytes).map { diagnostic in
      let position = positions.position(of: diagnostic.byteRange.lowerBound, in: bytes)
      return "\(document.source.name):\(position.line):\(position.column): \(diagnostic.severity): "
        + "\(diagnostic.fullMessage) [\(diagnostic.id)]"
    }
    let element = result.outcome == .indeterminate ? "error" : "failure"
    write(name, element, type: result.outcome.rawValue, lines, to: &output)
  }

  package func report(_ failure: SourceFailure, to output: inout [UInt8]) {
    write(
      failure.source?.name ?? "conform", "error", type: "unreadable", [failure.message],
      to: &output)
  }

  package func end(_ summary: RunSummary) -> String { JUnitSuite.end }

  private func write(
    _ name: String, _ element: String, type: String, _ lines: [String], to output: inout [UInt8]
  ) {
    let lines = lines.map(TerminalText.escaped)
    write(
      name,
      .wrong(
        element: element, type: type, message: lines.first ?? "",
        text: lines.joined(separator: "\n")),
      to: &output)
  }

  private func write(_ name: String, _ outcome: JUnitSuite.Outcome, to output: inout [UInt8]) {
    let name = TerminalText.escaped(name)
    let suite = JUnitSuite(name, [JUnitSuite.Case(name, className: "conform", outcome)])
    output.append(contentsOf: suite.xml.utf8)
  }
}
