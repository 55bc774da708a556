import BulkChecking
import Subjects
import Vectors

/// Where the corpus is.
enum CorpusLocation {
  /// How far above the executable to look; a build has it four folders down.
  private static let levels = 6

  /// Reads the corpus of a folder, or of the first one of those that it can be in.
  ///
  /// - Throws: `CommandFailure`, which says where it was looked for.
  static func load(_ given: String?) throws(CommandFailure) -> Corpus {
    let path = try path(given)
    do throws(CorpusError) {
      return try CorpusFolder(path: path).load(builtIns: BuiltInOperation.schemas)
    } catch {
      let problem = TerminalText.escaped(error.description)
      throw CommandFailure(
        message: "cannot use the corpus in \(TerminalText.escaped(path)): \(problem)")
    }
  }

  /// The folder of the corpus: the given one, or the first one of those that it can be in.
  ///
  /// - Throws: `CommandFailure`, which says where it was looked for.
  static func path(_ given: String?) throws(CommandFailure) -> String {
    let path = given ?? environment("CONFORM_VECTORS") ?? ""
    return path.isEmpty ? try found() : path
  }

  private static func found() throws(CommandFailure) -> String {
    let candidates = candidates()
    if let path = candidates.first(where: isCorpus) { return path }
    var message = "cannot find the corpus of vectors; name its folder with --vectors or in the"
    message += " variable CONFORM_VECTORS\nLooked for:"
    for path in candidates { message += "\n  \(TerminalText.escaped(path))" }
    throw CommandFailure(message: message)
  }

  private static func candidates() -> [String] {
    var candidates = ["vectors"]
    var folder = executablePath()[...]
    for _ in 0..<levels {
      guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { break }
      folder = folder[..<slash]
      candidates += ["\(folder)/vectors", "\(folder)/share/conform/vectors"]
    }
    return candidates
  }

  private static func isCorpus(_ path: String) -> Bool {
    unsafe access("\(path)/choices.json", R_OK) == 0 && access("\(path)/VERSION", R_OK) == 0
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The executable's own path, links resolved; wraps `realpath`. Empty if it cannot be told.
  private static func executablePath() -> String {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var path = [CChar](repeating: 0, count: Int(size))
      guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return "" }
      let resolved = unsafe realpath(path, nil)
    #else
      let resolved = unsafe realpath("/proc/self/exe", nil)
    #endif
    guard let resolved = unsafe resolved else { return "" }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
