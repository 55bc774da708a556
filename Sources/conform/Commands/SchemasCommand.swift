import ArgumentParser
import BulkChecking
import JSONText
import SchemaRules
import Subjects

/// The subcommand `conform schemas`.
struct SchemasCommand: ParsableCommand {
  /// The ways to list.
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
      let width = BuiltInOperation.schemas.map(\.id.count).max() ?? 0
      for schema in BuiltInOperation.schemas {
        let padding = String(repeating: " ", count: width - schema.id.count)
        output.append("\(schema.id)\(padding)  \(schema.title)\n")
      }
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
