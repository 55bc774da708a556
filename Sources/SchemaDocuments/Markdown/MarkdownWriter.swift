/// Writes blocks as Markdown.
struct MarkdownWriter {
  /// The folder next to the document that contains the diagrams.
  let diagrams: String

  func document(_ title: String, _ blocks: [Block]) -> String {
    "# \(MarkdownText.escaped(title))\n\n" + text(blocks).dropLast()
  }

  private func text(_ blocks: [Block]) -> String { blocks.map(text).joined() }

  private func text(_ block: Block) -> String {
    switch block {
    case .section(let anchor, let title, let blocks):
      "## <a id=\"\(anchor)\"></a>\(MarkdownText.escaped(title))\n\n" + text(blocks)
    case .card(let anchor, let title, _, _, let blocks):
      "### <a id=\"\(anchor)\"></a>\(inline(title))\n\n" + text(blocks)
    case .grid(let blocks), .stack(let blocks): text(blocks)
    case .details(let summary, let blocks):
      "<details>\n<summary>\(inline(summary))</summary>\n\n\(text(blocks))</details>\n\n"
    case .paragraph(let phrase): inline(phrase) + "\n\n"
    case .quote(let phrase): "> \(inline(phrase))\n\n"
    case .list(let items): items.map { "- \(inline($0))\n" }.joined() + "\n"
    case .table(_, let columns, let rows): table(columns, rows)
    case .sample(let text, let language, let caption):
      "\(inline(caption))\n\n```\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")```\n\n"
    case .diagram(let diagram, let file):
      "![\(MarkdownText.escaped(diagram.title))](\(diagrams)/\(file))\n\n"
    }
  }

  private func table(_ columns: [String], _ rows: [Block.Row]) -> String {
    let (columns, rows) = Block.filled(columns, rows)
    return "| \(columns.joined(separator: " | ")) |\n|\(columns.map { _ in "---|" }.joined())\n"
      + rows.map(row).joined() + "\n"
  }

  private func row(_ row: Block.Row) -> String {
    var cells = row.cells.map { inline($0, inTable: true) }
    if let anchor = row.anchor, !cells.isEmpty { cells[0] = "<a id=\"\(anchor)\"></a>" + cells[0] }
    return "| \(cells.joined(separator: " | ")) |\n"
  }

  private func inline(_ phrase: Phrase, inTable: Bool = false) -> String {
    let text = phrase.spans.map { span in
      switch span {
      case .text(let text), .muted(let text): MarkdownText.escaped(text)
      case .code(let text): MarkdownText.code(text, inTable: inTable)
      case .strong(let text): "**\(MarkdownText.escaped(text))**"
      case .badge(let text): "*\(text)*"
      case .place(let text): "On the page: \(MarkdownText.escaped(text))."
      case .link(let text, let isCode, let target):
        "[\(isCode ? MarkdownText.code(text, inTable: inTable) : MarkdownText.escaped(text))](\(target))"
      }
    }.joined()
    return text.last == " " ? String(text.dropLast()) : text
  }
}
