import ArgumentParser
import BulkChecking
import JSONSchema
import Subjects

/// Prepares the command-line arguments for the parser.
///
/// A shell expands a wildcard to file names, and the parser would read a file name that starts with a dash as an
/// option.
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

  /// Rejects a missing or unknown command name, for which the parser would print help and exit with status 0.
  private static func checkCommands(
    _ words: ArraySlice<String>, _ configuration: CommandConfiguration, isHelp: Bool = false
  ) throws {
    guard !configuration.subcommands.isEmpty else { return }
    let word = words.first == "--" ? nil : words.first
    if word?.hasPrefix("-") ?? isHelp { return }
    let commands = configuration.subcommands.map { ($0.configuration.commandName ?? "", $0) }
    if let command = commands.first(where: { $0.0 == word }) {
      return try checkCommands(words.dropFirst(), command.1.configuration, isHelp: isHelp)
    }
    if word == "help", !isHelp {
      return try checkCommands(words.dropFirst(), configuration, isHelp: true)
    }
    throw CommandFailure(unknown: "command", word, known: commands.map(\.0).filter { !$0.isEmpty })
  }

  /// A message of the parser, with a suggestion for a misspelled value or option.
  static func explained(_ message: String) -> String {
    let parts = message.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return message }
    func suggestion(_ known: [String]) -> String {
      Suggestion.closest(to: String(parts[1]), among: known).map { "did you mean '\($0)'?" } ?? ""
    }
    if parts[0] == "Unknown option ", !parts[2].contains("Did you mean") {
      let text = suggestion(["--help", "--version"])
      return "\(parts[0])'\(parts[1])'\(text.isEmpty ? "" : "; ")\(text)\(parts[2])"
    }
    let offer = ". Please provide one of "
    guard let range = message.firstRange(of: offer) else { return message }
    // The parser lists a few values in quotes on one line, but many values one per line.
    let (few, many) = (
      message[range.upperBound...].split(separator: "'"), message.split(separator: "\n")
    )
    let values =
      message[range.upperBound...].hasPrefix("'")
      ? few.map(String.init) : many.filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
    let text = suggestion(values)
    return text.isEmpty ? message : message.replacing(offer, with: "; \(text)\(offer.dropFirst())")
  }
}
