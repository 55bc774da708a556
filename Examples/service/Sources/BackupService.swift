import ArgumentParser
import Foundation
import Hummingbird
import NIOCore

/// A service that adds backup destinations: to nothing, for it keeps none.
@main
struct BackupService: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup-service",
    abstract: "Answer POST /v1/backup-destinations.")

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port to listen on; 0 is any free one.")
  var port: UInt16 = 8080

  @Option(help: "How many bytes a body may have.")
  var bodyLimit = 2 << 20

  func validate() throws {
    guard bodyLimit > 0 else { throw ValidationError("--body-limit must be at least 1") }
  }

  func run() async throws {
    let endpoint = BackupDestinationsEndpoint(bodyLimit: bodyLimit)
    let router = Router()
    router.post("/v1/backup-destinations") { request, context in
      try await endpoint.answer(to: request, logger: context.logger)
    }
    let host = host
    let service = Application(
      router: router,
      configuration: ApplicationConfiguration(address: .hostname(host, port: Int(port))),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? 0
        // Not `print`, which keeps the line back where standard output is a pipe.
        FileHandle.standardOutput.write(Data("listening on http://\(host):\(port)\n".utf8))
      })
    try await service.runService()
  }
}
