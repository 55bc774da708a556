import ArgumentParser
import BulkChecking
import JSONText
import Processes
import VectorRunner
import Vectors

/// The subcommand `conform vectors run`.
struct VectorsRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run implementations on the test vectors, and report which answers are right.",
    discussion: """
      Runs this library unless --adapter, --one-shot or --url is given. All three are repeatable. One report \
      covers all implementations: library, adapters, programs, services.

      COMMAND is split into words at blanks, with quotes and backslashes as in a shell, but no shell runs. \
      vectors/adapters/README.md describes the protocol for adapters.

      A --one-shot command runs once per document, which it reads from standard input. conform replaces \
      {target} in its words by request or response, and sets the variable CONFORM_TARGET to the same. The \
      exit status is the answer: 0 valid, 1 not valid, 2 unsupported.

      A service gets each request vector by POST. 2xx means valid, 400 and 422 not valid, 413 and 415 \
      unsupported. 401, 403, 404, 409 and 429 are inconclusive; all other statuses are failures. A service \
      creates what it accepts, so the run stops at the first document that it accepts wrongly. conform reads \
      errors with a pointer from problem details (application/problem+json, RFC 9457); if it cannot read them, \
      it adds a note and uses the status alone. The variable CONFORM_TOKEN can contain a bearer token.

      Exit status: 0 if every implementation passed, 1 if one did not, 2 if the tool could not do its job.
      """
  )

  @OptionGroup var selection: VectorSelection

  @OptionGroup var implementations: ImplementationOptions

  @Option(
    help: ArgumentHelp(
      "The format of the report: text, json, junit, markdown.", valueName: "format"))
  var format: RunReportFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "The maximum number of likely causes, and of notes, that a text report lists per implementation.",
      valueName: "n"))
  var maxFailures = 20

  @Option(
    help: ArgumentHelp(
      "A file with reasons for failures, for a Markdown report.", valueName: "file"))
  var explanations: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "An alternative from choices.json that every implementation must follow. Repeatable.",
      valueName: "axis=alternative"))
  var require: [String] = []

  func validate() throws {
    guard maxFailures >= 0 else { throw ValidationError("--max-failures must be at least 0") }
  }

  func run() throws {
    let reasons = try explanations.map(Self.explanations) ?? Explanations()
    let (corpus, selected) = try selection.load()
    let sessions = try implementations.sessions(corpus)
    ChildProcess.endWhenInterrupted()
    let run = VectorRun(
      axes: corpus.axes, vectors: selected,
      requirements: try require.map { try Requirement($0, axes: corpus.axes) })
    var reports: [ImplementationReport] = []
    for session in sessions {
      var status = StatusLine()
      reports.append(
        run.report(on: session) {
          status.show("\($0) of \(selected.count) vectors  \(session.identity.name.prefix(30))")
        })
      status.clear()
    }
    let report = RunReport(
      corpusVersion: corpus.version, date: Today.utc, implementations: reports)
    let text = report.text(format, failureLimit: maxFailures, reasons)
    if let output {
      try OutputFile.write(text, to: output)
      StandardError.write(
        "conform: \(reports.count { $0.isPassed }) of \(reports.count) passed; see \(TerminalText.escaped(output))"
      )
    } else {
      var standard = StandardOutput()
      standard.append(text)
      try standard.finish()
    }
    if reports.contains(where: { $0.startFailure?.kind == .notAsked }) {
      throw ExitStatus.failed
    }
    if !report.isPassed { throw ExitStatus.notAllValid }
  }

  private static func explanations(_ path: String) throws -> Explanations {
    guard let bytes = try? InputFile.contents(of: SourcePath(path)) else {
      throw CommandFailure(message: "cannot read \(TerminalText.escaped(path))")
    }
    do throws(CorpusError) {
      return try Explanations(JSONValue(corpusFile: bytes))
    } catch {
      throw CorpusError(error.problem, file: path)
    }
  }
}
