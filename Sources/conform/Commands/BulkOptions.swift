import ArgumentParser
import BulkChecking

/// Options of `conform check` for large inputs.
struct BulkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The number of threads. Default: one per processor.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Stop at the first document, in input order, that is not valid.")
  var failFast = false

  @Flag(
    help: "Exit with status 2 if there are no documents, instead of 0.")
  var requireDocuments = false

  @Flag(
    help: ArgumentHelp(
      "Report only counts by outcome, rule and field, with the first places of each."))
  var summary = false

  @Option(
    help: ArgumentHelp(
      "When to show progress on standard error: auto, always, never.",
      discussion: "auto shows it on a terminal if the run takes more than half a second.",
      valueName: "when"))
  var progress: ProgressChoice = .auto

  func validate() throws {
    guard jobs ?? 1 > 0 else { throw ValidationError("--jobs must be at least 1") }
  }
}
