public import ArgumentParser
import BackupDestinations
import BulkChecking
import SchemaRules
public import StorageAdvice

/// The options for advice about buckets.
struct AdviceOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Note what is unusual about the bucket of each valid request.",
      discussion: "Advice changes no outcome and no exit status."))
  var advice = false

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A kind of advice to leave out.", valueName: "kind"))
  var silenceAdvice: [Advice.Kind] = []

  /// The report, with advice if it was asked for.
  func reporter(_ base: TextReporter, _ schemas: [Schema]) throws(CommandFailure) -> any Reporter {
    guard advice else { return base }
    guard schemas.map(\.id) == [AddBackupDestination.request.id] else {
      throw CommandFailure(message: "--advice is for \(AddBackupDestination.request.id)")
    }
    return AdvisingReporter(base: base, silenced: Set(silenceAdvice))
  }
}

extension Advice.Kind: ExpressibleByArgument {}
