public import ArgumentParser
import BackupDestinations
import BulkChecking
import SchemaRules
public import StorageAdvice

/// The options for advice about buckets.
struct AdviceOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Report unusual bucket settings in valid requests as notes.",
      discussion: "Advice never changes an outcome or the exit status."))
  var advice = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A kind of advice to omit. Repeatable.", valueName: "kind"))
  var silenceAdvice: [Advice.Kind] = []

  /// The reporter, with advice if it was requested.
  func reporter(_ base: TextReporter, _ schemas: [Schema]) throws(CommandFailure) -> any Reporter {
    guard advice else { return base }
    guard schemas.map(\.id) == [AddBackupDestination.request.id] else {
      throw CommandFailure(message: "--advice works only with \(AddBackupDestination.request.id)")
    }
    return AdvisingReporter(base: base, silenced: Set(silenceAdvice))
  }
}

extension Advice.Kind: ExpressibleByArgument {}
