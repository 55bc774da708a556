import BackupDestinations
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import SchemaRules

/// `POST /v1/backup-destinations`.
struct BackupDestinationsEndpoint {
  /// How many bytes a body may have.
  let bodyLimit: Int

  /// Reads the body of a request and says what became of it.
  ///
  /// What is logged are outcomes and the ids of rules: no value, for a name can hold line feeds, and
  /// no part of the credentials.
  ///
  /// - Throws: What reading from the connection throws, or encoding the answer.
  func answer(to request: Request, logger: Logger) async throws -> Response {
    guard Self.isJSON(request.headers[.contentType]) else {
      return Response(
        problem: .unsupportedMediaType, "The body has to be of the type application/json.")
    }
    let body: [UInt8]
    do {
      body = Array(try await request.body.collect(upTo: bodyLimit).readableBytesView)
    } catch is NIOTooManyBytesError {
      return Response(problem: .contentTooLarge, "The body has more than \(bodyLimit) bytes.")
    }
    let destination: AddBackupDestinationRequest
    do throws(DocumentError) {
      // The only pass over the bytes: what is valid is a typed value after it.
      //
      // It works in a workspace of its own, one for a request. A workspace serves one thread at a
      // time, and a task can go on on another thread after each `await`, so that one kept for a
      // thread is not a request's. Whoever keeps them gives each thread or actor its own, and
      // awaits nothing while one is in use.
      destination = try AddBackupDestinationRequest(validating: body)
    } catch {
      guard case .notValid(let result) = error, let problem = ProblemDetails(result) else {
        // The typed value asks for a field that the rules do not: a mistake in the program.
        logger.error("rules and typed values disagree")
        return Response(problem: .internalServerError, "The body could not be read.")
      }
      let rules = Set(result.errors.map(\.rule.id)).sorted()
      logger.info("refused", metadata: ["outcome": "\(result.outcome)", "rules": "\(rules)"])
      return Response(problem)
    }
    let answer = Self.added(destination)
    logger.info("added", metadata: ["id": "\(answer.data.id)"])
    return Response(.ok, "application/json", [UInt8](try JSONEncoder().encode(answer)))
  }

  /// The destination as the service would keep it. Its credentials are answered as placeholders: they
  /// are required in an answer, and whoever sent them knows them.
  private static func added(_ request: AddBackupDestinationRequest) -> AddBackupDestinationResponse
  {
    func placeholder(_ secret: Secret) -> Secret { Secret(secret.description) }
    let credentials = BackupCredentials(
      accessKey: placeholder(request.credentials.accessKey),
      secretKey: placeholder(request.credentials.secretKey),
      bucketName: placeholder(request.credentials.bucketName),
      region: placeholder(request.credentials.region),
      endpoint: placeholder(request.credentials.endpoint))
    return AddBackupDestinationResponse(
      data: BackupDestination(
        name: request.name, description: request.description, type: request.type,
        prefix: request.prefix, credentials: credentials, id: UUID().uuidString,
        createdAt: Date.now.formatted(.iso8601)))
  }

  /// Whether a media type is that of JSON, whatever its parameters: RFC 8259 defines none.
  private static func isJSON(_ contentType: String?) -> Bool {
    contentType?.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
      == "application/json"
  }
}
