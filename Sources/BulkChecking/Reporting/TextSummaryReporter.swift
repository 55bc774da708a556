/// `--summary` with `--format text`: tables of the counts by rule and by field.
package struct TextSummaryReporter: Reporter {
  private let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  package var countsFindings: Bool { true }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {}

  package func end(_ summary: RunSummary) -> String {
    let findings = summary.findings
    var text = TextReporter.counts(summary)
    text += table("errors by rule", findings.rules.map { ($0.name, $0.value.count) })
    text += table("malformed JSON", findings.faults.map { ($0.name, $0.value) })
    text += table("indeterminate", findings.limits.map { ($0.name, $0.value) })
    if !findings.fields.isEmpty {
      text += heading("errors by field")
      for row in findings.fields {
        text += line(row.value, row.name.isEmpty ? "the document" : row.name)
      }
    }
    if summary.omittedFindings > 0 {
      text += "\nthe tables omit \(summary.omittedFindings) more; see --max-errors\n"
    }
    return text
  }

  private func table(
    _ title: String, _ rows: [(name: String, count: FindingCounts.Count)]
  ) -> String {
    guard !rows.isEmpty else { return "" }
    var text = heading(title)
    for row in rows {
      text += line(row.count.findings, row.name)
      for example in row.count.examples {
        let place = "\(TerminalText.escaped(example.source)):\(example.position.line)"
        text += "            " + style(.location, "\(place):\(example.position.column)") + "\n"
      }
    }
    return text
  }

  private func heading(_ title: String) -> String { "\n\(style(.location, title))\n" }

  private func line(_ count: Int, _ name: String) -> String {
    let number = String(count)
    return String(repeating: " ", count: max(0, 9 - number.utf8.count)) + "\(number) \(name)\n"
  }
}
