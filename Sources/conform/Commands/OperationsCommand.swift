import BulkChecking
import ArgumentParser
import JSONText
import JSONSchema
import OpenAPI
import Subjects

/// The subcommand `conform operations`.
struct OperationsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "operations",
    abstract:
      "List the operations of an OpenAPI document, and the parts that conform cannot check.",
    discussion: """
      Exit status: 0 if conform can read every operation, 1 if it cannot read one, 2 if it cannot read the \
      document. With --schemas, conform also reads the schemas of all bodies, and warns of keywords without effect.
      """
  )

  @Argument(
    help: ArgumentHelp("The document, in JSON or YAML.", valueName: "file"),
    completion: .file(extensions: ["json", "yaml", "yml"]))
  var file: String

  @OptionGroup var text: SchemaTextOptions

  @Flag(help: "Also read the schema of every body, and report its problems.")
  var schemas = false

  @Option(help: ArgumentHelp("The format of the list: text, json.", valueName: "format"))
  var format: SchemasCommand.Format = .text

  func run() throws {
    let file = SchemaFile(path: file)
    let description = try text.reading.description(in: file)
    let options = try text.reading.options(for: file)
    var output = StandardOutput()
    var writer = JSONWriter(pretty: true)
    var hasProblems = false
    var warnings: Set<SchemaProblem> = []
    writer.beginArray()
    for operation in description.operations {
      var problems = operation.problems
      if schemas {
        // Operations share schemas, and say the same of them.
        problems += description.schemaProblems(of: operation, options: options).filter {
          $0.kind.severity == .error || warnings.insert($0).inserted
        }
      }
      hasProblems = hasProblems || problems.contains { $0.kind.severity == .error }
      switch format {
      case .text: output.append(Self.text(of: operation, problems))
      case .json: Self.write(operation, problems, to: &writer)
      }
    }
    writer.endArray()
    writer.newline()
    if format == .json { output.append(writer.bytes) }
    try output.finish()
    if description.operations.isEmpty {
      StandardError.remark("\(self.file) describes no operations")
    }
    if hasProblems { throw ExitStatus.notAllValid }
  }

  private static func text(
    of operation: OpenAPIDescription.Operation, _ problems: [SchemaProblem]
  ) -> String {
    var lines = [operation.id]
    if operation.id != operation.route { lines[0] += "  \(operation.route)" }
    if let summary = operation.summary.split(whereSeparator: \.isNewline).first {
      lines.append("  \(summary)")
    }
    let checked = operation.bodies.filter { $0.mediaType != nil }.map(\.role.description)
    if !checked.isEmpty { lines.append("  checked: \(checked.joined(separator: ", "))") }
    if !operation.uncheckedParts.isEmpty {
      let parts = operation.uncheckedParts.map(\.description).joined(separator: ", ")
      lines.append("  not checked: \(parts)")
    }
    lines += problems.map { "  \($0.kind.severity): \($0)" }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private static func write(
    _ operation: OpenAPIDescription.Operation, _ problems: [SchemaProblem],
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("id", operation.id)
    writer.member("method", operation.method)
    writer.member("path", operation.path)
    writer.member("summary", operation.summary)
    writer.member("source", operation.document)
    writer.member("line", operation.location.line)
    writer.member("column", operation.location.column)
    writer.member("bodies", operation.bodies) { writer, body in
      writer.beginObject()
      writer.member("body", body.role.description)
      writer.member("isChecked", body.mediaType != nil)
      if let mediaType = body.mediaType { writer.member("mediaType", mediaType) }
      writer.endObject()
    }
    writer.member("notChecked", operation.uncheckedParts) { $0.string($1.description) }
    writer.member("problems", problems) { writer, problem in
      writer.beginObject()
      writer.member("source", problem.document)
      writer.member("line", problem.location.line)
      writer.member("column", problem.location.column)
      writer.member("pointer", problem.pointer.description)
      writer.member("severity", problem.kind.severity.rawValue)
      writer.member("message", problem.message)
      writer.endObject()
    }
    writer.endObject()
  }
}
