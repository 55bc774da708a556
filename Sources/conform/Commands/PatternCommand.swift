import ArgumentParser
import BulkChecking
import ECMARegex

/// The subcommand `conform pattern`.
struct PatternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pattern",
    abstract: "Explain a pattern, and test strings against it.",
    discussion: """
      A pattern is a regular expression of ECMA-262 with the "u" flag, as JSON Schema and OpenAPI \
      use it. It can match anywhere in a subject, unless it is anchored.

      Prints the equivalent pattern that PCRE2 runs, advice, and for each SUBJECT match, noMatch, or \
      gaveUp with the limit that was exceeded. Exit status: 0 if the pattern is accepted and matches \
      every subject, 1 if not, 2 if the tool could not do its job.

      With --lines, reads {"pattern":…,"subjects":[…]} from each line of standard input and \
      answers each with a line: {"outcome":"accepted","verdicts":[…]}, with "warnings" if there \
      are any; {"outcome":"syntax"|"unsupported","message":…,"offset":…}, the offset in code \
      points of the pattern; {"outcome":"error","message":…} for a line without a question. Exit \
      status: 0 if every line was answered, 2 if one could not be read.
      """
  )

  @Argument(help: ArgumentHelp("A regular expression.", valueName: "pattern"))
  var pattern: String?

  @Argument(help: ArgumentHelp("Text to match.", valueName: "subject"))
  var subjects: [String] = []

  @Flag(help: "Also accept unambiguous Annex B syntax.")
  var annexB = false

  @Flag(help: "Read patterns and subjects from standard input, one object per line.")
  var lines = false

  func validate() throws {
    guard (pattern == nil) == lines else {
      throw ValidationError(
        lines
          ? "--lines reads patterns from standard input; do not pass one as an argument"
          : "missing the argument <pattern>")
    }
  }

  func run() throws {
    let grammar: Pattern.Grammar = annexB ? .annexB : .strict
    guard let source = pattern else {
      var lines = PatternLines(grammar: grammar)
      return try lines.run().end()
    }
    var output = StandardOutput()
    let isAccepted = report(source, grammar, to: &output)
    try output.finish()
    if !isAccepted { throw ExitStatus.notAllValid }
  }

  /// Prints the report. Returns whether the pattern was accepted and matched every subject.
  private func report(
    _ source: String, _ grammar: Pattern.Grammar, to output: inout StandardOutput
  ) -> Bool {
    do throws(PatternError) {
      let pattern = try Pattern(source, grammar: grammar)
      output.append("accepted\nPCRE2: \(TerminalText.escaped(pattern.translation))\n")
      for warning in pattern.warnings {
        let message = TerminalText.escaped(warning.message)
        output.append("warning at offset \(warning.offset): \(message)")
        output.append(" [\(warning.kind.rawValue)]\n")
      }
      var matchesAll = true
      for subject in subjects {
        let verdict = pattern.match(subject)
        matchesAll = matchesAll && verdict == .match
        output.append("\(verdict.inFull): \(TerminalText.escaped(subject))\n")
      }
      return matchesAll
    } catch {
      let message = TerminalText.escaped(error.message)
      output.append("\(error.kind.rawValue) error at offset \(error.offset): \(message)\n")
      return false
    }
  }
}
