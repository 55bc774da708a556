/// The rules of the `.gitignore` files of a repository, from its root down to a directory.
///
/// https://git-scm.com/docs/gitignore
final class IgnoreRules: Sendable {
  private let rules: [(glob: Glob, isNegated: Bool)]
  private let outer: IgnoreRules?

  private init(_ file: SourcePath, in directory: SourcePath, outer: IgnoreRules?) {
    self.outer = outer
    let text = (try? InputFile.text(of: file)) ?? []
    rules = text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      var line = Self.trimmed(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
      let isNegated = line.first == UInt8(ascii: "!")
      if isNegated { line.removeFirst() }
      guard let first = line.first, isNegated || first != UInt8(ascii: "#") else { return nil }
      return (Glob(line, in: directory), isNegated)
    }
  }

  /// A line without the blanks at its end, except those behind a backslash.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (index, end) = (line.startIndex, line.startIndex)
    while index < line.endIndex {
      let isEscape = line[index] == UInt8(ascii: "\\")
      index = min(index + (isEscape ? 2 : 1), line.endIndex)
      if isEscape || line[index - 1] != UInt8(ascii: " ") { end = index }
    }
    return line[..<end]
  }

  /// The rules for the entries of a directory: its own and the outer ones. The outermost ones are those of the
  /// repository's root.
  ///
  /// Returns nil outside of any repository.
  static func rules(in directory: SourcePath, outer: IgnoreRules?) -> IgnoreRules? {
    var outer = outer
    let git = directory.appending(Array(".git".utf8))
    if (try? git.kind()) != nil {
      outer = IgnoreRules(git.appending(Array("info/exclude".utf8)), in: directory, outer: nil)
    }
    guard let outer else { return nil }
    let file = directory.appending(Array(".gitignore".utf8))
    guard (try? file.kind()) == .regularFile else { return outer }
    return IgnoreRules(file, in: directory, outer: outer)
  }

  /// The rules for the entries of a directory anywhere in a repository.
  static func rules(above directory: SourcePath) -> IgnoreRules? {
    let parts = directory.bytes.split(separator: UInt8(ascii: "/"))
    var path = SourcePath("/")
    var result = rules(in: path, outer: nil)
    for part in parts {
      path = path.appending(Array(part))
      result = rules(in: path, outer: result)
    }
    return result
  }

  /// Whether a path from the root is ignored; the last rule that matches counts.
  func ignores(_ path: SourcePath, isDirectory: Bool) -> Bool {
    for rule in rules.reversed()
    where (isDirectory || !rule.glob.isForDirectories) && rule.glob.matches(path.bytes) {
      return !rule.isNegated
    }
    return outer?.ignores(path, isDirectory: isDirectory) ?? false
  }
}
