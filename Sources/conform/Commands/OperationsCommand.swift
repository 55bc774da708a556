import ArgumentParser
import BulkChecking
import JSONSchema
import JSONText
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
      document. With --schemas, conform also reads the schemas of all bodies, and warns about keywords without effect.
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
        // Operations that share a schema report the same problems.
        problems += description.schemaProblems(of: operation, options: options).filter {
          $0.kind.severity == .error || warnings.insert($0).inserted
        }
      }
      hasProblems = hasProblems || problems.contains { $0.kind.severity == .error }
      let listing = OperationListing(operation, problems)
      switch format {
      case .text: output.append(listing.text)
      case .json: listing.write(to: &writer)
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
}
