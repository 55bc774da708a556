import ArgumentParser
import BulkChecking

/// Options of `conform check` that say which documents to check.
struct SelectionOptions: ParsableArguments {
  @Flag(help: "Read one document per line, whatever the file's extension.")
  var lines = false

  @Flag(help: "Read YAML, whatever the file's extension, and on standard input.")
  var yaml = false

  @Option(
    help: ArgumentHelp(
      """
      Leave out files and directories that match a pattern of .gitignore, seen from the working directory. \
      May be repeated. Paths that are named are always checked.
      """, valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Do not leave out what .gitignore files do.")
  var noIgnore = false

  @Option(
    help: ArgumentHelp(
      "What standard input is the content of: its name in reports, and for the choice of a schema.",
      valueName: "file"), completion: .file())
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp(
      "The configuration file. Default: the nearest conform.toml, from the working directory upwards.",
      valueName: "file"), completion: .file(extensions: ["toml"]))
  var config: String?

  @Flag(help: "Use no configuration file.")
  var noConfig = false

  @Flag(help: "List the files that would be checked, one per line, and check nothing.")
  var listFiles = false

  /// The configuration file, if there is one.
  func configuration() throws(CommandFailure) -> Configuration? {
    if let config { return try Configuration(path: SourcePath(config)) }
    return noConfig ? nil : try Configuration.nearest()
  }

  /// Which files of directories count; `files` has the schemas of a configuration.
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
