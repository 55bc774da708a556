import ArgumentParser
import BulkChecking

/// Options of `conform check` for large inputs.
struct BulkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many threads check documents. Default: one for each processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Stop at the first document, in input order, that is not valid.")
  var failFast = false

  @Flag(
    help: "Fail with status 2 if there is no document: by default, an empty input is all valid.")
  var requireDocuments = false

  @Flag(
    help: ArgumentHelp(
      "Report only counts: by outcome, by rule and by field, with the first places of each."))
  var summary = false

  @Option(
    help: ArgumentHelp(
      "When to show how far the run has come, on standard error: auto, always, never.",
      discussion: "auto is on a terminal, for runs that take longer than a moment.",
      valueName: "when"))
  var progress: ProgressChoice = .auto

  func validate() throws {
    guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be at least 1") }
  }
}
