/// A part of a document. Each format lays it out in its own way.
///
/// Markdown and HTML render the same blocks, so they cannot differ in content.
indirect enum Block {
  /// A part with a second-level heading.
  case section(anchor: String, title: String, [Block])
  /// A part with a third-level heading; `search` contains the words that find it.
  case card(anchor: String, title: Phrase, search: String, isWide: Bool, [Block])
  /// Blocks next to one another if there is room.
  case grid([Block])
  /// Blocks below one another in a cell of a grid.
  case stack([Block])
  /// Blocks that are hidden until the reader opens them.
  case details(Phrase, [Block])
  case paragraph(Phrase)
  /// A sentence that explains the block above.
  case quote(Phrase)
  case list([Phrase])
  case table(label: String, columns: [String], rows: [Row])
  /// Text to copy, in a language that highlighters know, such as `json`.
  case sample(String, language: String, caption: Phrase)
  case diagram(RailroadDiagram, file: String)

  struct Row {
    /// The anchor for links to the row; nil if there is none.
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
