import ArgumentParser
import ConformHummingbird
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// A service that stores backup destinations.
@main
struct BackupService: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup-service",
    abstract: "Add, list, get and delete backup destinations over HTTP.",
    discussion: """
      Clients send a bearer token: that of the variable \(AccessToken.variable), or else that of the \
      file "token" in the data directory, which is made with a random token where it is missing.
      """)

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 is any free one.")
  var port: UInt16 = 8080

  @Option(help: "The directory of the database and the token; it is made where it is missing.")
  var dataDirectory = "backup-service-data"

  @Option(help: "The greatest length of a body, in bytes.")
  var bodyLimit = 2 << 20

  @Option(help: "The seconds that the head of a request may take to arrive.")
  var headTimeout = 10

  @Option(help: "The seconds that a body may take to arrive.")
  var bodyTimeout = 30

  @Option(help: "The seconds that requests get to finish when the service is told to stop.")
  var drainTimeout = 5

  @Option(help: "How many connections may be open at once.")
  var maxConnections = 4096

  @Option(help: "What to do with a name whose id is taken: reject it, or number the id.")
  var duplicateNames = DuplicateNames.reject

  func validate() throws {
    for (option, value) in [
      ("--body-limit", bodyLimit), ("--head-timeout", headTimeout), ("--body-timeout", bodyTimeout),
      ("--drain-timeout", drainTimeout), ("--max-connections", maxConnections),
    ] where value < 1 {
      throw ValidationError("\(option) must be at least 1")
    }
  }

  func run() async throws {
    LoggingSystem.bootstrap { _ in JSONLogHandler() }
    let logger = Logger(label: "backup-service")
    let data = try DataDirectory(dataDirectory)
    let token = try AccessToken(in: data)
    let store = try DestinationStore(path: data.file("destinations.sqlite"))
    let metrics = RequestMetrics()
    let routes = Routes(
      store: store, metrics: metrics, token: token, bodyLimit: bodyLimit,
      duplicateNames: duplicateNames)

    let host = host
    let application = Application(
      router: routes.router(),
      server: .http1(
        limits: ConnectionLimits(
          head: .seconds(Int64(headTimeout)), body: .seconds(Int64(bodyTimeout)),
          drain: .seconds(Int64(drainTimeout)), bodyLength: bodyLimit),
        format: .declared),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: Int(port)), backlog: 1024,
        availableConnectionsDelegate: .maximum(
          OpenFiles.connections(atMost: maxConnections), logger: logger)),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        // Not `print`, which buffers the line if standard output is a pipe.
        FileHandle.standardOutput.write(Data("listening on http://\(host):\(port)\n".utf8))
      },
      logger: logger)
    var services = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    // The connections end within the drain timeout; the extra time is for other work that may hang.
    services.maximumGracefulShutdownDuration = .seconds(drainTimeout + 3)
    try await ServiceGroup(configuration: services).run()
    try store.close()
    logger.info("stopped")
  }
}
