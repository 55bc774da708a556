import ArgumentParser
import BulkChecking
import Subjects

/// Options of `conform check` that select the documents to check.
struct SelectionOptions: ParsableArguments {
  @Flag(help: "Read one document per line, whatever the file's extension.")
  var lines = false

  @Flag(help: "Read YAML, whatever the file's extension, including standard input.")
  var yaml = false

  @Option(
    help: ArgumentHelp(
      """
      Skip files and directories that match this .gitignore pattern, relative to the working directory. \
      Repeatable. Paths given as arguments are always checked.
      """, valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Also check files that .gitignore files exclude.")
  var noIgnore = false

  @Option(
    help: ArgumentHelp(
      "The file name of standard input, for reports and for selecting a schema.",
      valueName: "file"), completion: .file())
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp(
      "The configuration file. Default: conform.toml in the working directory or the nearest parent.",
      valueName: "file"), completion: .file(extensions: ["toml"]))
  var config: String?

  @Flag(help: "Ignore configuration files.")
  var noConfig = false

  @Flag(help: "List the files that would be checked, one per line, and check nothing.")
  var listFiles = false

  /// The configuration file, if there is one.
  func configuration() throws(CommandFailure) -> Configuration? {
    if let config { return try Configuration(path: SourcePath(config)) }
    return noConfig ? nil : try Configuration.nearest()
  }

  /// The selection of files in directories. `files` contains the schemas of a configuration.
  func selection(_ configuration: Configuration?, _ files: SchemaFiles?) -> SourceWalk.Selection {
    var selection = SourceWalk.Selection()
    selection.reading = lines ? .lines : yaml ? .yaml : .byExtension
    selection.standardInput = stdinFilename.map { SourcePath($0) }
    selection.excluded =
      exclude.map { Glob($0.utf8, in: SourcePath.workingDirectory) }
      + (configuration?.excluded ?? [])
    selection.honoursGitignore = !noIgnore
    selection.schemas = files
    return selection
  }
}
