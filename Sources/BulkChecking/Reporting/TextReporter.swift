import JSONText
package import SchemaRules

/// `--format text`: a line an error, as compilers print them, and a summary.
///
/// Documents that are valid, and of which there is nothing to warn, are only counted.
package struct TextReporter: Reporter {
  package let style: TextStyle
  /// What to say of the rules that are broken; nil to say nothing.
  private let explanations: RuleExplanations?
  /// Which lines may be shown of documents, by their schemas.
  private let lines: [ShowableLines]

  package init(style: TextStyle, explanations: RuleExplanations?, schemas: [Schema]) {
    self.style = style
    self.explanations = explanations
    lines = schemas.map(ShowableLines.init)
  }

  package func report(_ document: CheckedDocument, _ bytes: RawSpan, to output: inout [UInt8]) {
    let result = document.result
    if result.outcome == .valid && result.warnings.isEmpty { return }
    var text = DocumentText(document, style, explanations, lines[document.schema])
    if let fault = result.fault { text.add(fault, bytes) }
    if let limit = result.limit { text.add(limit, bytes) }
    text.add(result.errors, .error, bytes)
    text.add(omitted: result.omittedErrorCount, "error")
    text.add(result.warnings, .warning, bytes)
    text.add(omitted: result.omittedWarningCount, "warning")
    output.append(contentsOf: text.lines.utf8)
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

/// The lines about one document.
private struct DocumentText {
  private(set) var lines = ""
  private let name: String
  private let style: TextStyle
  private let explanations: RuleExplanations?
  private let showableLines: ShowableLines
  private var positions: DocumentPositions

  init(
    _ document: CheckedDocument, _ style: TextStyle, _ explanations: RuleExplanations?,
    _ showableLines: ShowableLines
  ) {
    self.showableLines = showableLines
    name = TerminalText.escaped(document.source.name)
    self.style = style
    self.explanations = explanations
    positions = DocumentPositions(document)
  }

  mutating func add(_ errors: [FieldError], _ severity: TextStyle.Part, _ bytes: RawSpan) {
    for error in errors {
      let position = positions.position(of: error.byteRange.lowerBound, in: bytes)
      add(severity, "\(error.message(bytes)) [\(error.keyword.rawValue)]", at: position)
      if let excerpt = Excerpt(error, bytes, showableLines) {
        add(excerpt, line: position.line)
      }
      for line in explanations?[error.rule].lines ?? [] {
        lines += "      \(style(.note, "=")) \(TerminalText.escaped(line))\n"
      }
    }
  }

  mutating func add(_ fault: JSONFault, _ bytes: RawSpan) {
    add(
      .error, "malformed \(fault.notation): \(fault.message) [\(fault.code)]",
      at: positions.position(of: fault.offset, in: bytes))
    if let hint = fault.hint(bytes) {
      add(.note, hint, at: positions.position(of: fault.offset, in: bytes))
    }
    if case .duplicateKey(let first) = fault.reason {
      add(.note, fault.firstUse, at: positions.position(of: first, in: bytes))
    }
  }

  mutating func add(_ limit: ExceededLimit, _ bytes: RawSpan) {
    add(
      .error, "indeterminate: \(limit.message) [\(limit.code)]",
      at: positions.position(of: limit.reportedOffset, in: bytes))
  }

  mutating func add(omitted count: Int, _ noun: String) {
    guard count > 0 else { return }
    lines += "\(name): \(style(.note, "note:")) "
    lines += "\(counted(count, "more \(noun)")) not shown; see --max-errors\n"
  }

  private mutating func add(
    _ severity: TextStyle.Part, _ message: String, at position: SourcePosition
  ) {
    lines += style(.location, "\(name):\(position.line):\(position.column):")
    lines += " " + style(severity, "\(severity):") + " \(TerminalText.escaped(message))\n"
  }

  private mutating func add(_ excerpt: Excerpt, line: Int) {
    let number = String(line)
    let margin = max(6, number.utf8.count + 1)
    let underline = "^" + String(repeating: "~", count: excerpt.width - 1)
    lines += spaces(margin - 1 - number.utf8.count) + "\(number) | \(excerpt.text)\n"
    lines += spaces(margin) + "| " + spaces(excerpt.indentation)
    lines += style(.underline, underline) + "\n"
  }
}

private func spaces(_ count: Int) -> String {
  String(repeating: " ", count: count)
}
