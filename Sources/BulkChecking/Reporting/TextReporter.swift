import JSONText
package import SchemaRules

/// `--format text`: one line per error, as compilers print them, and a summary.
///
/// Valid documents without warnings are only counted.
package struct TextReporter: Reporter {
  package let style: TextStyle
  /// The explanations of violated rules; nil to omit them.
  private let explanations: RuleExplanations?
  /// The lines of documents that may be shown, by the schema's index.
  private let lines: [ShowableLines]

  package init(style: TextStyle, explanations: RuleExplanations?, schemas: [Schema]) {
    self.style = style
    self.explanations = explanations
    lines = schemas.map(ShowableLines.init)
  }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    var positions = DocumentPositions(document)
    let name = document.source.name
    var text = ""
    func add(_ severity: TextStyle.Part, _ message: String, at position: SourcePosition) {
      text += style.line("\(name):\(position.line):\(position.column)", severity, message)
    }
    for diagnostic in Diagnostic.all(of: document, bytes) {
      let position = positions.position(of: diagnostic.byteRange.lowerBound, in: bytes)
      if diagnostic.severity == .note {
        text += "\(TerminalText.escaped(name)): \(style(.note, "note:")) \(diagnostic.message)\n"
      } else {
        let severity: TextStyle.Part = diagnostic.severity == .error ? .error : .warning
        add(severity, "\(diagnostic.message) [\(diagnostic.code)]", at: position)
      }
      if let hint = diagnostic.hint { add(.note, hint, at: position) }
      if let related = diagnostic.related {
        add(.note, related.message, at: positions.position(of: related.offset, in: bytes))
      }
      guard let error = diagnostic.error else { continue }
      if let excerpt = Excerpt(error, bytes, lines[document.schema]) {
        text += self.excerpt(excerpt, line: position.line)
      }
      for line in explanations?[error.rule].lines ?? [] {
        text += "      \(style(.note, "=")) \(TerminalText.escaped(line))\n"
      }
    }
    output.append(contentsOf: text.utf8)
  }

  private func excerpt(_ excerpt: Excerpt, line: Int) -> String {
    func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
    let number = String(line)
    let margin = max(6, number.utf8.count + 1)
    let underline = "^" + String(repeating: "~", count: excerpt.width - 1)
    return spaces(margin - 1 - number.utf8.count) + "\(number) | \(excerpt.text)\n"
      + spaces(margin) + "| " + spaces(excerpt.indentation) + style(.underline, underline) + "\n"
  }

  package func end(_ summary: RunSummary) -> String { Self.counts(summary) }

  /// The counts of a run on a line.
  static func counts(_ summary: RunSummary) -> String {
    let outcomes = [
      (summary.valid, "valid"), (summary.invalid, "invalid"), (summary.malformed, "malformed"),
      (summary.indeterminate, "indeterminate"),
    ]
    let counts = outcomes.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let findings = [(summary.errors, "error"), (summary.warnings, "warning")]
      .filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    return counted(summary.documents, "document")
      + (counts.isEmpty ? "" : ": ") + counts.joined(separator: ", ")
      + (findings.isEmpty ? "" : " (\(findings.joined(separator: ", ")))") + "\n"
  }
}
