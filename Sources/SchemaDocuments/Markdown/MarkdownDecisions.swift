import APIOperations
import SchemaRules

/// What was decided where the page is silent or contradicts itself, in Markdown.
public struct MarkdownDecisions {
  private let reference: OperationReference

  /// A renderer of a reference's decisions.
  public init(_ reference: OperationReference) {
    self.reference = reference
  }

  /// The document.
  public var text: String {
    let operation = reference.operation
    let source = operation.source
    var text = """
      # Decisions

      The page "\(MarkdownText.escaped(source.title))" (\(MarkdownText.escaped(source.edition)), SHA-256 \
      `\(source.sha256 ?? "")`) is the only normative text. Where it is silent or contradicts itself, this is what conform does. Rendered \
      from the declared decisions; `make docs-generate` writes it anew.


      """
    text += MarkdownText.head(["question", "decision"])
    for decision in operation.decisions {
      text += MarkdownText.row([
        "[\(Self.cell(decision.question))](#\(Anchor.decision(decision.id)))",
        Self.cell(decision.choice),
      ])
    }
    for decision in operation.decisions { text += section(decision) }
    return text + """

      The rules that the page does not state have the provenance `chosen`, those that its own \
      examples break `contradicted`, all others `documented`. [reference.md](reference.md) has each \
      of them.

      """
  }

  private func section(_ decision: Decision) -> String {
    var text = "\n## <a id=\"\(Anchor.decision(decision.id))\"></a>\(decision.question)\n\n"
    text += "**\(decision.choice)** \(Self.linked(decision.why))\n\n"
    text += "`\(decision.id)`, \(decision.status.rawValue).\n"
    if !decision.observations.isEmpty {
      text += "\n" + MarkdownText.head(["what others do", "what was run", "result"])
      for observation in decision.observations {
        text += MarkdownText.row([
          MarkdownText.escaped(observation.subject),
          MarkdownText.code(observation.run, inTable: true), Self.cell(observation.result),
        ])
      }
    }
    if !decision.rules.isEmpty {
      text += "\nRules: "
      text += decision.rules.map { "[`\($0)`](reference.md#\(Anchor.rule($0)))" }
        .joined(separator: ", ")
      text += ".\n"
    }
    if let vectors = reference.vectors.decisions[decision.id], !vectors.isEmpty {
      text += "\n\(vectors.count) vectors depend on it: \(IdentifierRanges.text(vectors)).\n"
    }
    return text
  }

  /// A decision's text is prose in which backticks mark code: Markdown already, but for bars.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// Names of documents as links to them.
  private static func linked(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      guard word.hasPrefix("docs/"), let end = word.range(of: ".md") else { return String(word) }
      let name = word[word.index(word.startIndex, offsetBy: 5)..<end.upperBound]
      return "[\(name)](\(name))" + word[end.upperBound...]
    }.joined(separator: " ")
  }
}

extension Substring {
  /// Where a part stands first; nil if it does not.
  fileprivate func range(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      let rest = self[start...]
      if rest.hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
