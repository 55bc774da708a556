/// A part of a document, which each format lays out in its own way.
///
/// The documents are composed of blocks once, so that Markdown and HTML cannot differ in what they say.
indirect enum Block {
  /// A part with a heading of the second level.
  case section(anchor: String, title: String, [Block])
  /// A part with a heading of the third level; `search` are the words by which it is found.
  case card(anchor: String, title: Phrase, search: String, isWide: Bool, [Block])
  /// Blocks beside one another where there is room.
  case grid([Block])
  /// Blocks below one another in a cell of a grid.
  case stack([Block])
  /// Blocks that are shown when the reader asks for them.
  case details(Phrase, [Block])
  case paragraph(Phrase)
  /// A sentence that interprets what is above it.
  case quote(Phrase)
  case list([Phrase])
  case table(label: String, columns: [String], rows: [Row])
  /// Text to copy, in a language that highlighters know, such as `json`.
  case sample(String, language: String, caption: Phrase)
  case diagram(RailroadDiagram, file: String)

  struct Row {
    /// The anchor by which links lead to the row, if any.
    var anchor: String?
    var cells: [Phrase]

    init(anchor: String? = nil, _ cells: Phrase...) {
      self.anchor = anchor
      self.cells = cells
    }
  }

  /// A table without the columns that are empty in every row.
  static func filled(_ columns: [String], _ rows: [Row]) -> (columns: [String], rows: [Row]) {
    let kept = columns.indices.filter { column in
      rows.contains { column < $0.cells.count && !$0.cells[column].isEmpty }
    }
    guard kept.count < columns.count, !rows.isEmpty else { return (columns, rows) }
    return (
      kept.map { columns[$0] },
      rows.map { row in
        var row = row
        row.cells = kept.map { row.cells[$0] }
        return row
      }
    )
  }
}
