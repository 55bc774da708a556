import APIOperations
import ArgumentParser
import BulkChecking
import VectorRunner
import Vectors

/// The subcommand `conform vectors run`.
struct VectorsRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Ask implementations about vectors, and report what they got right.",
    discussion: """
      Without --adapter, --one-shot and --url, asks this library. Each option can be repeated; all \
      implementations make one report, in the order library, adapters, one-shots, services.

      COMMAND is split into words at blanks, with quotes and backslashes as in a shell; no shell is \
      run. The protocol of adapters is described in vectors/adapters/README.md.

      A one-shot command is run for each document, which it reads from standard input. {target} in \
      its words is replaced by request or response, and the variable CONFORM_TARGET says the same. \
      Exit status 0: valid, 1: not valid, 2: not judged.

      A service gets the request vectors by POST. 2xx is valid, 400 and 422 are not valid, 413 and \
      415 are not judged; 401, 403, 404, 409 and 429 say nothing, everything else is a failure. What \
      it accepts is created there: the run stops at the first document that it should have \
      rejected. Errors are read from problem details (application/problem+json, RFC 9457) that have \
      them with a pointer; those that cannot be read are noted, and change nothing. A bearer token is \
      taken from the variable CONFORM_TOKEN.

      Exit status: 0 if every implementation passed, 1 if one did not, 2 if the tool could not do \
      its job.
      """
  )

  @OptionGroup var selection: VectorSelection

  @OptionGroup var implementations: ImplementationOptions

  @Option(
    help: ArgumentHelp(
      "How to report: text, json, junit, tap, html, markdown.", valueName: "format"))
  var format: RunReportFormat = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the report to a file.", valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "How many likely causes of failures, and how many notes, of each implementation a text report lists.",
      valueName: "n"))
  var maxFailures = 20

  @Option(
    help: ArgumentHelp(
      "A file with explanations of failures, for a report in Markdown.", valueName: "file"))
  var explanations: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "An alternative of choices.json that every implementation has to take. Repeatable.",
      valueName: "axis=alternative"))
  var require: [String] = []

  func validate() throws {
    guard maxFailures >= 0 else { throw ValidationError("--max-failures must be at least 0") }
  }

  func run() throws {
    let reasons = try explanations.map(Explanations.init(path:)) ?? Explanations()
    let (corpus, selected) = try selection.load()
    let sessions = try implementations.sessions(corpus)
    let run = VectorRun(
      axes: corpus.axes, vectors: selected, requirements: try requirements(corpus.axes))
    var reports: [ImplementationReport] = []
    for session in sessions {
      var bar = VectorProgress(total: selected.count)
      reports.append(run.report(on: session) { bar.show($0, session.identity.name) })
      bar.clear()
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
    if reports.contains(where: { $0.startFailure?.kind == .cannotStart }) {
      throw ExitStatus.failed
    }
    if !report.isPassed { throw ExitStatus.notAllValid }
  }

  private func requirements(_ axes: [Decision]) throws(CommandFailure) -> [Requirement] {
    var requirements: [Requirement] = []
    for text in require {
      do throws(FilterFailure) {
        requirements.append(try Requirement(text, axes: axes))
      } catch {
        throw CommandFailure(error)
      }
    }
    return requirements
  }
}
