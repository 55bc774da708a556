import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The command line.
@main
struct Conform: ParsableCommand {
  static let name = "conform"
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Validates JSON against JSON Schema, or against an API's documented rules.",
    discussion: """
      Exit status: 0 if every document is valid, 1 if one is not, 2 if the tool could not do its \
      job.
      """,
    version: version,
    subcommands: [
      CheckCommand.self, SchemaCommand.self, SchemasCommand.self, OperationsCommand.self,
      ExampleCommand.self, PatternCommand.self,
      SpecCommand.self, ExplainCommand.self, ExportCommand.self, DocumentsCommand.self,
      VectorsCommand.self,
    ]
  )

  /// Runs the command; replaces the parser's own `main` for the sake of the exit status, which is 2
  /// for a command line that cannot be understood.
  static func main() {
    // A pipe whose reader has gone then shows as a `write` that fails.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let status as ExitStatus {
      status.exitProcess()
    } catch let failure as CommandFailure {
      StandardError.write("conform: \(failure.message)")
      ExitStatus.failed.exitProcess()
    } catch {
      guard exitCode(for: error).isSuccess else {
        StandardError.write(fullMessage(for: error))
        ExitStatus.failed.exitProcess()
      }
      // Help was asked for, or the version.
      var output = StandardOutput()
      output.append(fullMessage(for: error) + "\n")
      output.flush()
    }
  }
}

/// Why a command cannot do what it was asked to.
struct CommandFailure: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
