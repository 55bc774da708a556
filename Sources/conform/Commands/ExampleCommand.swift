import APIOperations
import ArgumentParser
import BulkChecking
import JSONText
import SchemaExamples
import SchemaRules
import Subjects

/// The subcommand `conform example`.
struct ExampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "example",
    abstract: "Print an example from an operation, or make a valid document for a schema.",
    discussion: """
      With a NAME, prints the operation's example of that name. With --schema or --openapi and no NAME, \
      makes a valid document for the schema: a short one, or with --full one with every member. \
      Without arguments, lists the examples of the built-in operation.

      Remarks about the example go to standard error, so you can pipe the document:

        conform example page-request | conform check
      """
  )

  @Argument(help: ArgumentHelp("The example's name.", valueName: "name"))
  var name: String?

  @OptionGroup var subject: SubjectOptions

  @Flag(
    help: "Make a document with every member, using the schema's own examples as values.")
  var full = false

  func run() throws {
    let subject = try subject.subject()
    if name == nil, full || self.subject.isGiven { return try printDocument(for: subject.schema) }
    let operation = try subject.operation()
    let examples = (operation?.examples ?? []) + (operation?.completedExamples ?? [])
    var output = StandardOutput()
    if let name {
      guard let example = examples.first(where: { $0.name == name }) else {
        throw CommandFailure(unknown: "example", name, known: examples.map(\.name))
      }
      if !example.caveat.isEmpty { StandardError.remark(example.caveat) }
      output.append(example.json)
      if example.json.utf8.last != UInt8(ascii: "\n") { output.append("\n") }
    } else {
      output.append(rows: examples.map { ($0.name, "\($0.place), of \($0.schemaID)") })
    }
    try output.finish()
  }

  private func printDocument(for schema: Schema) throws {
    let generator = try ExampleGenerator(schema)
    let value: JSONValue
    do throws(ExampleGenerator.Failure) {
      value = try generator.document(full ? .full : .shortest)
    } catch {
      throw CommandFailure(
        message: TerminalText.escaped("\(schema.id): \(error.description)"))
    }
    var writer = JSONWriter(pretty: true)
    writer.value(value)
    writer.newline()
    var output = StandardOutput()
    output.append(writer.bytes)
    try output.finish()
  }
}
