import ArgumentParser
import BulkChecking
import JSONSchema
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
      the fields of that schema; with --openapi FILE and --operation ID, the operation.
      """
  )

  @Argument(help: ArgumentHelp("A rule or a field.", valueName: "name"))
  var name: String?

  @OptionGroup var subject: SubjectOptions
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    let reference = try vectors.terminalReference(of: subject)
    var output = StandardOutput()
    if let name {
      guard let text = reference.text(for: name) else {
        throw CommandFailure(
          message: CommandFailure.message(unknown: "rule or field", name, known: reference.names))
      }
      output.append(TerminalText.wrapped(text))
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
    abstract: "Explain a rule, a keyword or a code that a report names.",
    discussion: """
      NAME is the id of a rule, such as those that conform check --explain prints; a keyword, such as \
      pattern, with the rules of the schema that have it; a code of malformed JSON, of a limit or of \
      conform schema.
      """
  )

  @Argument(
    help: ArgumentHelp("A rule's id, a keyword or a code.", valueName: "name"),
    completion: .custom { _, _, _ in
      BuiltInOperation.schemas.flatMap { $0.rules.map(\.id) } + Glossary.names
    })
  var id: String

  @OptionGroup var subject: SubjectOptions
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    var subject = subject
    // The id of a rule of a schema file starts with the file's name.
    if !subject.isGiven, let file = id.split(separator: "#").first, id.contains("#"),
      SourcePath(String(file)).isReadableFile
    {
      subject.name = String(file)
    }
    let reference = try vectors.terminalReference(of: subject)
    guard
      let text = reference.rule(id) ?? Glossary.text(of: id).map({ $0 + reference.rules(with: id) })
    else {
      throw CommandFailure(
        message: CommandFailure.message(
          unknown: "rule, keyword or code", id, known: reference.names + Glossary.names))
    }
    var output = StandardOutput()
    output.append(TerminalText.wrapped(text))
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
