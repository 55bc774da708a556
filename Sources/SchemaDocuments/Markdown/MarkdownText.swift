/// Text escaped for Markdown.
enum MarkdownText {
  /// Prose with escapes for the characters that have a meaning in Markdown.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// Code in as many backticks as it needs. In a table, a bar is escaped, because it ends a cell even inside code.
  static func code(_ text: String, inTable: Bool = false) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return fence + space + (inTable ? text.replacing("|", with: "\\|") : text) + space + fence
  }
}
