import ArgumentParser
import BulkChecking
import SchemaDocuments
import SchemaRules
import Subjects

/// The subcommand `conform spec`.
struct SpecCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spec",
    abstract: "Show what an operation or a schema accepts.",
    discussion: """
      Without a NAME, shows the operation with one line per field. NAME is the id of a rule, a schema or a \
      field, a field's pointer (/credentials/region) or its last component (region). With --schema FILE, \
      shows the fields of that schema; with --openapi FILE and --operation ID, that operation.
      """
  )

  @Argument(help: ArgumentHelp("A rule or a field.", valueName: "name"))
  var name: String?

  @OptionGroup var subject: SubjectOptions
  @OptionGroup var vectors: VectorsOption

  func run() throws {
    let reference = TerminalReference(try vectors.reference(of: subject, makesExamples: false))
    var output = StandardOutput()
    if let name {
      guard let text = reference.text(for: name) else {
        throw CommandFailure(unlisted: "rule or field", name, known: reference.names)
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
    abstract: "Explain a rule, a keyword or a code from a report.",
    discussion: """
      NAME is the id of a rule, as conform check --explain prints it; a keyword, such as pattern, which \
      also lists the rules of the schema with that keyword; or the code of a fault, of a limit or of a \
      problem that conform schema reports.
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
    let reference = TerminalReference(try vectors.reference(of: subject, makesExamples: false))
    guard
      let text = reference.rule(id) ?? Glossary.text(of: id).map({ $0 + reference.rules(with: id) })
    else {
      throw CommandFailure(
        unlisted: "rule, keyword or code", id, known: reference.names + Glossary.names)
    }
    var output = StandardOutput()
    output.append(TerminalText.wrapped(text))
    try output.finish()
  }
}

extension CommandFailure {
  /// The failure for an unknown name whose alternatives are too many to list.
  fileprivate init(unlisted kind: String, _ name: String, known: [String]) {
    self.init(
      message: Self.message(unknown: kind, name, known: known)
        + "\nconform spec lists the fields; conform spec FIELD lists its rules.")
  }
}
