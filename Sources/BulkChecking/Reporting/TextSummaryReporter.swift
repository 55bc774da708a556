/// `--summary` with `--format text`: tables of the counts by rule and by field.
package struct TextSummaryReporter: Reporter {
  private let style: TextStyle

  package init(style: TextStyle) { self.style = style }

  package var countsFindings: Bool { true }

  package func end(_ summary: RunSummary) -> String {
    let findings = summary.findings
    var text = TextReporter.counts(summary)
    text += table("errors by rule", findings.rules)
    text += table("malformed JSON", findings.faults)
    text += table("indeterminate", findings.limits)
    text += table("errors by field", findings.fields)
    if summary.omittedFindings > 0 {
      text += "\nthe tables omit \(summary.omittedFindings) more; see --max-errors\n"
    }
    return text
  }

  private func table(_ title: String, _ rows: [FindingCounts.Row]) -> String {
    guard !rows.isEmpty else { return "" }
    var text = "\n\(style(.location, title))\n"
    for row in rows {
      let number = String(row.count.findings)
      text += String(repeating: " ", count: max(0, 9 - number.utf8.count))
      text += "\(number) \(row.name.isEmpty ? "the document" : row.name)\n"
      for example in row.count.examples {
        let place = "\(TerminalText.escaped(example.source)):\(example.position.line)"
        text += "            " + style(.location, "\(place):\(example.position.column)") + "\n"
      }
    }
    return text
  }
}
