/// Text made fit for Markdown.
enum MarkdownText {
  /// Prose with the characters escaped that Markdown gives a meaning.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// Code in as many backticks as it takes; a bar is escaped, since tables end their cells with it
  /// even inside code.
  static func code(_ text: String, inTable: Bool = false) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    let body =
      inTable
      ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : text
    return needsSpace ? "\(fence) \(body) \(fence)" : "\(fence)\(body)\(fence)"
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// The head of a table.
  static func head(_ cells: [String]) -> String {
    row(cells) + "|" + String(repeating: "---|", count: cells.count) + "\n"
  }
}
