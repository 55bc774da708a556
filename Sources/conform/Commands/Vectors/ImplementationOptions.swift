import ArgumentParser
import BulkChecking
import Processes
import VectorRunner
import Vectors

/// The options that select the implementations to test.
struct ImplementationOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "Run an adapter: a process that answers JSON lines. Repeatable.", valueName: "command"))
  var adapter: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Run a program once per document. Repeatable.", valueName: "command"))
  var oneShot: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Send the request vectors to a live service. Repeatable.", valueName: "url"))
  var url: [String] = []

  @Flag(help: "Also run this library.")
  var library = false

  @Option(
    help: ArgumentHelp(
      "The full name of a host other than this machine that --url may use.", valueName: "host"))
  var allowRemote: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A name for an implementation in the report; the first --name is for the first one. Repeatable.",
      valueName: "name"))
  var name: [String] = []

  @Option(help: ArgumentHelp("The time limit for each answer.", valueName: "seconds"))
  var timeout = 5.0

  func validate() throws {
    guard timeout >= 0.01, timeout <= 3600 else {
      throw ValidationError("--timeout must be between 0.01 and 3600 seconds")
    }
  }

  /// The sessions that the options select, in the order of the report; no program runs yet.
  func sessions(_ corpus: Corpus) throws -> [any Session] {
    let limit = Duration.seconds(timeout)
    var names = name[...]
    var sessions: [any Session] = []
    if library || adapter.isEmpty && oneShot.isEmpty && url.isEmpty {
      sessions.append(
        LibrarySession(
          try LibraryChecker(corpus.bodies), name: names.popFirst() ?? "conform",
          version: Tool.identity.version))
    }
    sessions += try adapter.map {
      AdapterSession(try Program(commandLine: $0), timeLimit: limit, name: names.popFirst())
    }
    sessions += try oneShot.map {
      OneShotSession(try Program(commandLine: $0), timeLimit: limit, name: names.popFirst())
    }
    sessions += try url.map {
      let address = try ServiceAddress($0, allowingRemote: allowRemote)
      return ServiceSession(address, timeLimit: limit, name: names.popFirst())
    }
    guard names.isEmpty else {
      throw CommandFailure(message: "there are more --name options than implementations")
    }
    return sessions
  }
}
