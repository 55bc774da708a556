import ArgumentParser
import BulkChecking

/// The command line.
@main
struct Conform: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Tool.identity.name,
    abstract: "Validates JSON against JSON Schema, or against an API's documented rules.",
    discussion: """
      Exit status: 0 if every document is valid, 1 if one is not, 2 if the tool could not do its \
      job.
      """,
    version: Tool.identity.version,
    subcommands: [
      CheckCommand.self, SchemaCommand.self, SchemasCommand.self, OperationsCommand.self,
      ExampleCommand.self, PatternCommand.self,
      SpecCommand.self, ExplainCommand.self, ExportCommand.self, DocumentsCommand.self,
      VectorsCommand.self,
    ]
  )

  /// Runs the command. It replaces the parser's `main`, so an invalid command line ends with status 2.
  static func main() {
    // With these signals ignored, `write` fails for a closed pipe or at the maximum file size.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    guard StandardStreams.secure() else { ExitStatus.failed.exitProcess() }
    do {
      do {
        var command = try parseAsRoot(Arguments.parsed(Array(CommandLine.arguments.dropFirst())))
        try command.run()
      } catch  where exitCode(for: error).isSuccess {
        // The user requested help or the version.
        var output = StandardOutput()
        output.append(fullMessage(for: error) + "\n")
        try output.finish()
      }
    } catch let status as ExitStatus {
      status.exitProcess()
    } catch let failure as CommandFailure {
      StandardError.remark(failure.message)
      ExitStatus.failed.exitProcess()
    } catch {
      // The usage follows the parser's message.
      let text = fullMessage(for: error)
      let prefix = "Error: "
      StandardError.remark(
        Arguments.explained(
          text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text))
      ExitStatus.failed.exitProcess()
    }
  }
}
