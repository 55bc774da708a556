import BulkChecking
import Subjects
import Vectors

/// The location of the corpus.
enum CorpusLocation {
  /// Reads the corpus from the given folder, or else from the first default folder that exists.
  ///
  /// - Throws: `CommandFailure` that lists the searched folders.
  static func load(_ given: String?) throws(CommandFailure) -> Corpus {
    let path = try path(given)
    do throws(CorpusError) {
      return try CorpusFolder(path: path).load(builtIns: BuiltInOperation.schemas)
    } catch {
      throw CommandFailure(
        message: TerminalText.escaped("cannot use the corpus in \(path): \(error.description)"))
    }
  }

  /// The folder of the corpus: the given one, or else the first default folder that exists.
  ///
  /// - Throws: `CommandFailure` that lists the searched folders.
  static func path(_ given: String?) throws(CommandFailure) -> String {
    if let given, !given.isEmpty { return given }
    do throws(CorpusError) {
      return try CorpusFolder.search(from: executable)
    } catch {
      let lines = error.description.split(separator: "\n").map { TerminalText.escaped(String($0)) }
      throw CommandFailure(message: lines.joined(separator: "\n"))
    }
  }

  /// The executable's own path.
  private static var executable: String {
    #if canImport(Darwin)
      var size = UInt32(PATH_MAX)
      var path = [CChar](repeating: 0, count: Int(size))
      guard unsafe _NSGetExecutablePath(&path, &size) == 0 else { return "" }
      return path.withUnsafeBufferPointer {
        unsafe String(cString: $0.baseAddress.unsafelyUnwrapped)
      }
    #else
      return "/proc/self/exe"
    #endif
  }
}
