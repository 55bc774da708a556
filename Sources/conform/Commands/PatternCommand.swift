import ArgumentParser
import BulkChecking
import ECMARegex

/// The subcommand `conform pattern`.
struct PatternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pattern",
    abstract: "Show how a pattern is read, and what it matches.",
    discussion: """
      A pattern is a regular expression of ECMA-262 with the "u" flag, as JSON Schema and OpenAPI \
      use it; it matches anywhere in a subject, unless it is anchored.

      Prints the pattern that PCRE2 runs in its place, advice, and for each SUBJECT match, noMatch \
      or gaveUp with the limit that was hit. Exit status: 0 if the pattern is accepted and matches \
      every subject, 1 if not, 2 if the tool could not do its job.

      With --lines, reads {"pattern":…,"subjects":[…]} from each line of standard input and \
      answers each with a line: {"outcome":"accepted","verdicts":[…]}, with "warnings" if there \
      are any; {"outcome":"syntax"|"unsupported","message":…,"offset":…}, the offset in code \
      points of the pattern; {"outcome":"error","message":…} for a line that asks nothing. Exit \
      status: 0 if every line was answered, 2 if one could not be read.
      """
  )

  @Argument(help: ArgumentHelp("A regular expression.", valueName: "pattern"))
  var pattern: String?

  @Argument(help: ArgumentHelp("Text to match.", valueName: "subject"))
  var subjects: [String] = []

  @Flag(help: "Also accept the spellings of Annex B that can mean one thing only.")
  var annexB = false

  @Flag(help: "Read patterns and subjects from standard input, an object a line.")
  var lines = false

  func validate() throws {
    guard (pattern == nil) == lines else {
      throw ValidationError(
        lines ? "--lines takes no pattern; it reads standard input" : "Missing a pattern")
    }
  }

  func run() throws {
    let grammar: Pattern.Grammar = annexB ? .annexB : .strict
    guard let source = pattern else { return try PatternLines(grammar: grammar).run().end() }
    var output = StandardOutput()
    let isAccepted = report(Self.compile(source, grammar), to: &output)
    try output.finish()
    if !isAccepted { throw ExitStatus.notAllValid }
  }

  /// Compiles a pattern; a failure is an answer too.
  static func compile(
    _ source: String, _ grammar: Pattern.Grammar
  ) -> Result<Pattern, PatternError> {
    do throws(PatternError) {
      return .success(try Pattern(source, grammar: grammar))
    } catch {
      return .failure(error)
    }
  }

  /// Says what there is to say; returns whether the pattern was accepted and matched everything.
  private func report(
    _ result: Result<Pattern, PatternError>, to output: inout StandardOutput
  ) -> Bool {
    switch result {
    case .failure(let error):
      let message = TerminalText.escaped(error.message)
      output.append("\(error.kind.rawValue) error at offset \(error.offset): \(message)\n")
      return false
    case .success(let pattern):
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
    }
  }
}

extension MatchResult {
  /// A stable name for programs.
  var name: String {
    switch self {
    case .match: "match"
    case .noMatch: "noMatch"
    case .gaveUp: "gaveUp"
    }
  }

  /// The name, with the limit that was hit.
  fileprivate var inFull: String {
    if case .gaveUp(let limit) = self { return "\(name) (\(limit.rawValue))" }
    return name
  }
}
