import APIOperations
import ArgumentParser
import BackupDestinations
import BulkChecking

/// The subcommand `conform example`.
struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Print an example document of the documentation page.",
    discussion: """
      Without a NAME, lists the examples. What to know before relying on an example is said on \
      standard error, so that the document itself can be piped on:

        conform example page-request | conform check
      """
  )

  @Argument(help: ArgumentHelp("The example's name.", valueName: "name"))
  var name: String?

  func run() throws {
    let examples = AddBackupDestination.operation.examples
    var output = StandardOutput()
    if let name {
      guard let example = examples.first(where: { $0.name == name }) else {
        throw CommandFailure(unknown: "example", name, known: examples.map(\.name))
      }
      if !example.caveat.isEmpty { StandardError.remark(example.caveat) }
      output.append(example.json)
      if example.json.utf8.last != UInt8(ascii: "\n") { output.append("\n") }
    } else {
      let width = examples.map(\.name.count).max() ?? 0
      for example in examples {
        let padding = String(repeating: " ", count: width - example.name.count)
        output.append("\(example.name)\(padding)  \(example.place), of \(example.schemaID)\n")
      }
    }
    try output.finish()
  }
}
