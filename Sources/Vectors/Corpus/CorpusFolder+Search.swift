#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CorpusFolder {
  /// The variable that can name the folder.
  private static let variable = "CONFORM_VECTORS"
  /// The number of folders above the executable to search; a build is four folders down.
  private static let levels = 6

  /// The path of the folder that `CONFORM_VECTORS` names, or else of `vectors` in the working directory, or of
  /// `vectors` or `share/conform/vectors` beside an executable or above it.
  ///
  /// - Throws: `CorpusError` that lists the searched folders.
  public static func search(from executable: String) throws(CorpusError) -> String {
    let named = ProcessInfo.processInfo.environment[variable] ?? ""
    guard named.isEmpty else { return named }
    var candidates = ["vectors"]
    var folder = URL(filePath: executable).resolvingSymlinksInPath()
    for _ in 0..<levels where folder.path.count > 1 {
      folder = folder.deletingLastPathComponent()
      candidates += ["vectors", "share/conform/vectors"].map { folder.appending(path: $0).path }
    }
    for path in candidates {
      let candidate = CorpusFolder(path: path)
      if candidate.contains("choices.json"), candidate.contains("VERSION") { return path }
    }
    throw CorpusError(
      """
      cannot find the corpus of vectors; name its folder with --vectors or in the variable \(variable)
      Looked for:
      """ + candidates.map { "\n  \($0)" }.joined())
  }
}
