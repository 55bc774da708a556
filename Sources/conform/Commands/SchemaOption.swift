import ArgumentParser
import BackupDestinations
import SchemaRules

/// The option `--schema`.
struct SchemaOption: ParsableArguments {
  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp("The schema to check against; see conform schemas.", valueName: "id"))
  var id = AddBackupDestination.request.id

  /// Every schema that has an id on the command line: those of the operation. Not taken from the operation
  /// itself, whose decisions take a millisecond to put together.
  static let known = [AddBackupDestination.request, AddBackupDestination.response]

  /// - Throws: `CommandFailure`, which lists the known ids, if the id is not one of them.
  func schema() throws -> Schema {
    if let schema = Self.known.first(where: { $0.id == id }) { return schema }
    throw CommandFailure(unknown: "schema", id, known: Self.known.map(\.id))
  }
}

extension CommandFailure {
  /// A name that is none of those known.
  init(unknown kind: String, _ name: String, known: [String]) {
    var message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    if let suggestion = Suggestion.closest(to: name, among: known) {
      message += "; did you mean '\(suggestion)'?"
    }
    message += "\nKnown \(kind == "class" ? "classe" : kind)s:"
    for other in known { message += "\n  \(other)" }
    self.init(message: message)
  }
}
