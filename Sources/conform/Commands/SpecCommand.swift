import ArgumentParser
import JSONSchema
import BackupDestinations
import SchemaDocuments
import SchemaRules

/// The subcommand `conform spec`.
struct SpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spec",
    abstract: "Show what the operation, or a schema file, accepts.",
    discussion: """
      Without a NAME, the operation and one line per field. NAME is a rule's id, a schema's id, a \
      field's id, its pointer (/credentials/region) or its last name (region). With --schema FILE, \
      the fields of that schema.
      """
  )

  @Argument(help: ArgumentHelp("A rule or a field.", valueName: "name"))
  var name: String?

  @OptionGroup var schema: SchemaOption
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    let reference = try vectors.terminalReference(of: schema)
    var output = StandardOutput()
    if let name {
      guard let text = reference.text(for: name) else {
        throw CommandFailure(
          message: CommandFailure.message(unknown: "rule or field", name, known: reference.names))
      }
      output.append(text)
    } else {
      output.append(reference.overview)
    }
    try output.finish()
  }
}

/// The subcommand `conform explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule: what it asks, where it comes from, what shows it.",
    discussion: "conform check names the rules that a document breaks."
  )

  @Argument(
    help: ArgumentHelp("The rule's id.", valueName: "rule-id"),
    completion: .custom { _, _, _ in
      [AddBackupDestination.request, AddBackupDestination.response].flatMap { $0.rules.map(\.id) }
    })
  var id: String

  @OptionGroup var schema: SchemaOption
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    let reference = try vectors.terminalReference(of: schema)
    guard let text = reference.rule(id) else {
      throw CommandFailure(
        message: CommandFailure.message(unknown: "rule", id, known: reference.names))
    }
    var output = StandardOutput()
    output.append(text)
    try output.finish()
  }
}

extension CommandFailure {
  /// Says that a name is none of many, with the closest one instead of all of them.
  static func message(unknown kind: String, _ name: String, known: [String]) -> String {
    var message = "unknown \(kind) '\(TerminalText.escaped(name))'"
    if let suggestion = Suggestion.closest(to: name, among: known) {
      message += "; did you mean '\(suggestion)'?"
    }
    return message + "\nconform spec lists the fields; conform spec FIELD lists its rules."
  }
}
