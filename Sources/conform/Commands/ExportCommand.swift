import ArgumentParser
import BulkChecking
import SchemaExports
import SchemaRules
import Subjects

/// The subcommand `conform export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the rules in another format.",
    discussion: """
      Formats: json-schema (of the body that --schema or --body selects), openapi-3.1, openapi-3.0, \
      typescript, swift. OpenAPI needs an operation; it cannot describe a schema file. With --openapi but \
      without --operation, typescript and swift have the types of every operation: of the request's body and \
      of the success response's.

      Each export states what it cannot express; --losses lists only that.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "json-schema, openapi-3.1, openapi-3.0, typescript or swift.", valueName: "format"))
  var format: ExportFormat

  @OptionGroup var subject: SubjectOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write. Default: standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Rewrite patterns so that they match the same strings in other engines.")
  var portablePatterns = false

  @Flag(help: "List what the format cannot express.")
  var losses = false

  private func export() throws -> Export? {
    if subject.query.isWholeDocument {
      return Export(
        format,
        of: try subject.query.schemas().map { portablePatterns ? $0.withPortablePatterns() : $0 })
    }
    let subject = try subject.subject()
    guard let operation = try subject.operation() else {
      let schema = subject.schema
      return Export(format, of: portablePatterns ? schema.withPortablePatterns() : schema)
    }
    return Export(
      format, of: portablePatterns ? operation.withPortablePatterns() : operation,
      schemaID: subject.schema.id)
  }

  private static func list(_ ledger: LossLedger) -> String {
    ledger.losses.map { loss in
      "\(loss.id)\n  \(loss.summary)\n  \(loss.consequence)\n"
        + loss.rules.map { "  - \($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  func run() throws {
    guard let export = try export() else {
      throw CommandFailure(
        message: subject.query.isWholeDocument
          ? "\(format.title) describes one operation or schema; name it with --operation"
          : "\(format.title) describes an operation, not a schema on its own; "
            + "a schema file can be exported as json-schema, typescript or swift")
    }
    let text = losses ? Self.list(export.ledger) : export.text
    if let output {
      try OutputFile.write(text, to: output)
    } else {
      var standardOutput = StandardOutput()
      standardOutput.append(text)
      try standardOutput.finish()
    }
  }
}
