import SchemaRules

/// `--format junit`: a test suite a document, for the test reports of CI systems.
///
/// A document that is not valid is a failure, one that could not be judged or read an error.
///
/// https://github.com/testmoapp/junitxml
package struct JUnitReporter: Reporter {
  package init() {}

  package var beginning: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"conform\">\n"
  }
  package var reportedDocuments: ReportedDocuments { .all }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    let result = document.result
    let name = document.source.name + (document.line.map { ":\($0)" } ?? "")
    guard result.outcome != .valid else { return write(name, nil, to: &output) }
    var positions = DocumentPositions(document)
    let lines = Diagnostic.all(of: result, bytes).map { diagnostic in
      let position = positions.position(of: diagnostic.byteRange.lowerBound, in: bytes)
      return "\(document.source.name):\(position.line):\(position.column): \(diagnostic.severity): "
        + "\(diagnostic.message) [\(diagnostic.id)]"
    }
    let element = result.outcome == .indeterminate ? "error" : "failure"
    write(name, (element, result.outcome.rawValue, lines), to: &output)
  }

  package func report(_ failure: SourceFailure, to output: inout [UInt8]) {
    write(
      failure.source?.name ?? "conform", ("error", "unreadable", [failure.message]), to: &output)
  }

  package func end(_ summary: RunSummary) -> String { "</testsuites>\n" }

  private func write(
    _ name: String, _ problem: (element: String, type: String, lines: [String])?,
    to output: inout [UInt8]
  ) {
    let name = Self.escaped(name)
    let (failures, errors) = (
      problem?.element == "failure" ? 1 : 0, problem?.element == "error" ? 1 : 0
    )
    var text = """
      <testsuite name="\(name)" tests="1" failures="\(failures)" errors="\(errors)">\
      <testcase classname="conform" name="\(name)"
      """
    if let problem {
      let lines = problem.lines.map(Self.escaped)
      text += """
        ><\(problem.element) type="\(problem.type)" message="\(lines.first ?? "")">\
        \(lines.joined(separator: "\n"))</\(problem.element)></testcase></testsuite>

        """
    } else {
      text += "/></testsuite>\n"
    }
    output.append(contentsOf: text.utf8)
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in TerminalText.escaped(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // Noncharacters are none of XML's.
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
