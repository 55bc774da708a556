/// Writes blocks as elements of a page.
struct HTMLWriter {
  func text(_ blocks: [Block]) -> String { blocks.map(text).joined() }

  private func text(_ block: Block) -> String {
    switch block {
    case .section(let anchor, let title, let blocks):
      return "<section aria-labelledby=\"\(anchor)\">\n<h2 id=\"\(anchor)\">"
        + "\(HTMLText.escaped(title))</h2>\n\(text(blocks))</section>\n"
    case .card(let anchor, let title, let search, let isWide, let blocks):
      return "<article class=\"field\(isWide ? " wide" : "")\" id=\"\(anchor)\" "
        + "data-search=\"\(HTMLText.escaped(search.lowercased()))\">\n<h3>"
        + "<a class=\"self\" href=\"#\(anchor)\">\(inline(title))</a></h3>\n"
        + "\(text(blocks))</article>\n"
    case .grid(let blocks): return "<div class=\"grid\">\n\(text(blocks))</div>\n"
    case .stack(let blocks): return "<div>\n\(text(blocks))</div>\n"
    case .details(let summary, let blocks):
      return "<details><summary>\(inline(summary))</summary>\n\(text(blocks))</details>\n"
    case .paragraph(let phrase): return "<p>\(inline(phrase))</p>\n"
    case .quote(let phrase): return "<p class=\"reading\">\(inline(phrase))</p>\n"
    case .list(let items):
      return "<ul>\n\(items.map { "<li>\(inline($0))</li>\n" }.joined())</ul>\n"
    case .table(let label, let columns, let rows): return table(label, columns, rows)
    case .sample(let text, _, let caption):
      return "<figure><figcaption>\(inline(caption))</figcaption>"
        + "<pre tabindex=\"0\"><code>\(HTMLText.escaped(text))</code></pre></figure>\n"
    case .diagram(let diagram, _):
      return scrolling("Railroad diagram of the pattern", diagram.element)
    }
  }

  private func table(_ label: String, _ columns: [String], _ rows: [Block.Row]) -> String {
    let (columns, rows) = Block.filled(columns, rows)
    var text = "<table><thead><tr>"
    for column in columns { text += "<th scope=\"col\">\(column)</th>" }
    text += "</tr></thead>\n<tbody>\n"
    for row in rows {
      text += row.anchor.map { "<tr id=\"\($0)\">" } ?? "<tr>"
      for (index, cell) in row.cells.enumerated() {
        let name = index == 0 ? "th scope=\"row\"" : "td"
        text += "<\(name)>\(inline(cell))</\(index == 0 ? "th" : "td")>"
      }
      text += "</tr>\n"
    }
    return scrolling(label, text + "</tbody></table>")
  }

  /// An element that scrolls separately in a narrow window and can be reached with the keyboard.
  private func scrolling(_ label: String, _ element: String) -> String {
    "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      + "aria-label=\"\(HTMLText.escaped(label))\">\(element)</div>\n"
  }

  func inline(_ phrase: Phrase) -> String {
    phrase.spans.map { span in
      switch span {
      case .text(let text): HTMLText.escaped(text)
      case .code(let text): HTMLText.code(text)
      case .strong(let text): "<b>\(HTMLText.escaped(text))</b>"
      case .muted(let text): "<span class=\"muted\">\(HTMLText.escaped(text))</span>"
      case .badge(let text): "<span class=\"badge \(text)\">\(text)</span>"
      case .place(let text): "<span class=\"place\">\(HTMLText.escaped(text))</span>"
      case .link(let text, let isCode, let target):
        "<a href=\"\(HTMLText.escaped(target))\">"
          + "\(isCode ? HTMLText.code(text) : HTMLText.escaped(text))</a>"
      }
    }.joined()
  }
}
