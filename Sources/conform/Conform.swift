import ArgumentParser
import BulkChecking
import JSONSchema
import Processes
import SchemaRules
import Subjects
import VectorRunner
import Vectors

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
    } catch {
      StandardError.remark(message(of: error))
      ExitStatus.failed.exitProcess()
    }
  }

  /// The message of an error that no command has explained further.
  private static func message(of error: any Error) -> String {
    switch error {
    case let failure as CommandFailure: return failure.message
    case let error as SchemaError: return CommandFailure(error).message
    case let error as JSONSchemaError: return CommandFailure(error).message
    case let error as FilterFailure: return CommandFailure(error).message
    case let fault as CommandLineFault: return TerminalText.escaped(fault.message)
    case let failure as Failure: return TerminalText.escaped(failure.detail)
    case let error as CorpusError: return TerminalText.escaped(error.description)
    default:
      // The usage follows the parser's message.
      let text = fullMessage(for: error)
      let prefix = "Error: "
      return Arguments.explained(
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : text)
    }
  }
}
