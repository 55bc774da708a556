import ArgumentParser
import BulkChecking
import JSONText
import SchemaRules
import Subjects

/// The subcommand `conform schemas`.
struct SchemasCommand: ParsableCommand {
  /// The output formats.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "schemas",
    abstract: "List the built-in schemas."
  )

  @Option(help: ArgumentHelp("The format of the list: text, json.", valueName: "format"))
  var format: Format = .text

  func run() throws {
    var output = StandardOutput()
    switch format {
    case .text:
      output.append(rows: BuiltInOperation.schemas.map { ($0.id, $0.title) })
    case .json:
      var writer = JSONWriter(pretty: true)
      writer.beginArray()
      for schema in BuiltInOperation.schemas {
        writer.beginObject()
        writer.member("id", schema.id)
        writer.member("title", schema.title)
        writer.endObject()
      }
      writer.endArray()
      writer.newline()
      output.append(writer.bytes)
    }
    try output.finish()
  }
}
