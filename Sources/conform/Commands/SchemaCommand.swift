import ArgumentParser
import BulkChecking
import JSONSchema
import SchemaRules
import Subjects

/// The subcommand `conform schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Find mistakes in JSON Schema files.",
    discussion: """
      Reports violations of the meta-schema, unresolved references and contradictory rules as errors. Reports \
      patterns that can take exponential time, unknown keywords and formats, alternatives that no value \
      satisfies, and ignored keywords as warnings.

      Exit status: 0 if there are no errors, 1 if there are errors (with --strict, also warnings), 2 if the \
      tool could not do its job.
      """
  )

  @Argument(help: ArgumentHelp("A JSON Schema file.", valueName: "file"))
  var files: [String]

  @OptionGroup var text: SchemaTextOptions

  @Option(
    help: ArgumentHelp(
      "The format of the report: text; json, one object for the run; sarif, a log for code scanning.",
      valueName: "format"))
  var format: LintReport.Format = .text

  @Flag(help: "Treat warnings as errors in the exit status.")
  var strict = false

  @Option(help: ArgumentHelp("When to use colors: auto, always, never.", valueName: "when"))
  var color: ColorChoice = .auto

  func run() throws {
    var report = LintReport(format, TextStyle(isColored: color.isColored()), tool: Tool.identity)
    var hasFailed = false
    for path in files {
      let file = SchemaFile(path: path)
      var options = try text.reading.options(for: file)
      do {
        let document = try file.document()
        options.map = document.map
        report.add(SchemaLinter.problems(in: document.bytes, options: options))
      } catch {
        hasFailed = true
        StandardError.remark(error.message)
      }
    }
    try report.finish()
    if hasFailed { throw ExitStatus.failed }
    if report.errors > 0 || (strict && report.warnings > 0) { throw ExitStatus.notAllValid }
  }
}
