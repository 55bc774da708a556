/// A file of `Tables`: rows of cells with ` → ` between them, in sections.
///
/// A section starts with its name and what its rules change, such as `[lenient, strings]`; several may have the same
/// name. The rows of a section with items, such as `[lenient, strings, for 0=00 1=01]`, are repeated for each item:
/// `«item»` is the text before the equals sign, `«value»` the text after it. Lines that start with a semicolon are
/// comments.
struct RewritingTable: Sendable {
  /// The cells of a row, with the name of its section and what the rule changes.
  private let rows: [(section: String, scope: String, cells: [String])]

  static let patterns = RewritingTable(PackageResources.patterns_txt)
  static let reader = RewritingTable(PackageResources.reader_txt)
  static let refusals = RewritingTable(PackageResources.refusals_txt)
  static let texts = RewritingTable(PackageResources.texts_txt)
  static let values = RewritingTable(PackageResources.values_txt)

  init(_ bytes: [UInt8]) {
    let sections = String(decoding: bytes, as: UTF8.self).split(separator: "\n[")
    rows = sections.flatMap { section in
      let lines = section.split(separator: "\n").filter { !$0.hasPrefix(";") }
      let head = lines.first.map { $0.dropLast().split(separator: ", ", maxSplits: 2) } ?? []
      guard head.count > 1 else { return [] as [(String, String, [String])] }
      let items = head.count > 2 ? head[2].dropFirst(4).split(separator: " ") : [""]
      return items.flatMap { item in
        let name = item.prefix { $0 != "=" }
        return lines.dropFirst().map { line in
          let row = line.replacing("«item»", with: name)
            .replacing("«value»", with: item.dropFirst(name.count + 1))
          return (String(head[0]), String(head[1]), Self.cells(of: row))
        }
      }
    }
  }

  /// The cells of one row.
  static func cells(of row: some StringProtocol) -> [String] {
    String(row).split(separator: " → ", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The cells of the rows of a section, at least three of each.
  ///
  /// - Parameter parameters: The text for each name between `«` and `»`.
  func cells(_ section: String, _ parameters: [String: String] = [:]) -> [[String]] {
    rows.filter { $0.section == section }.map { row in
      row.cells.map { Self.filled($0, parameters) }
        + Array(repeating: "", count: max(0, 3 - row.cells.count))
    }
  }

  /// The rules of a section.
  ///
  /// - Parameter parameters: The text for each name between `«` and `»`.
  func rules(_ section: String, _ parameters: [String: String] = [:]) -> [RewritingRule] {
    rows.filter { $0.section == section }.compactMap { row in
      RewritingRule.Scope(rawValue: row.scope).map { scope in
        RewritingRule(scope, cells: row.cells.map { Self.filled($0, parameters) })
      }
    }
  }

  private static func filled(_ cell: String, _ parameters: [String: String]) -> String {
    parameters.reduce(cell) { $0.replacing("«\($1.key)»", with: $1.value) }
  }
}
