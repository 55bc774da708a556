import ArgumentParser
import BulkChecking
import JSONSchema
import Subjects

/// The words of the command line, made plain before they are parsed.
///
/// A shell puts the names of files where a pattern stood, and a name that starts with a dash would be read
/// as options.
enum Arguments {
  /// The arguments, with `./` before each path.
  ///
  /// - Throws: `CommandFailure` for a word that is neither an option nor a path, and for an unknown command.
  static func parsed(_ words: [String]) throws -> [String] {
    try checkCommands(words[...], Conform.configuration)
    var words = words
    for index in words.indices {
      let word = words[index]
      if word == "--" { break }
      guard word.utf8.first == UInt8(ascii: "-"), word != "-" else { continue }
      let shown = TerminalText.escaped(word)
      let letters = word.drop { $0 == "-" }
      let isLong = word.hasPrefix("--")
      let mayBeOption =
        isLong ? !letters.contains(".") || letters.contains("=") : letters.count == 1
      if SourcePath(word).exists {
        guard !mayBeOption else {
          throw CommandFailure(
            message: "'\(shown)' is an option and a file; for the file, write ./\(shown)")
        }
        words[index] = "./\(word)"
      } else if !mayBeOption && !isLong {
        throw CommandFailure(
          message:
            "unknown option '\(shown)', and no file of that name; put \"--\" in front of paths")
      }
    }
    return words
  }

  /// Finds a mistake in the names of commands.
  private static func checkCommands(
    _ words: ArraySlice<String>, _ configuration: CommandConfiguration
  ) throws {
    guard let word = words.first, !word.hasPrefix("-"), !configuration.subcommands.isEmpty else {
      return
    }
    let commands = configuration.subcommands.map { ($0.configuration.commandName ?? "", $0) }
    if let command = commands.first(where: { $0.0 == word }) {
      return try checkCommands(words.dropFirst(), command.1.configuration)
    }
    guard word != "help" else { return }
    throw CommandFailure(unknown: "command", word, known: commands.map(\.0).filter { !$0.isEmpty })
  }
}
