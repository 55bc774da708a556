import BackupDestinations
import ConformHummingbird
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import SchemaRules

/// The paths of the service and their handlers.
struct Routes {
  let store: DestinationStore
  let metrics: RequestMetrics
  let token: AccessToken
  let bodyLimit: Int
  let duplicateNames: DuplicateNames

  func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: RecordRequests(metrics: metrics))
    router.add(middleware: FailureResponses(.declared, .problemDetails))
    router.get("/health") { _, _ in
      try await store.check()
      return Response(.ok, "application/json", #"{"status":"ok"}"#)
    }
    router.get("/metrics") { _, _ in
      Response(.ok, "text/plain; version=0.0.4; charset=utf-8", metrics.text)
    }
    let destinations = router.group("/v1/backup-destinations")
      .add(middleware: RequireToken(token: token))
    destinations.post { request, context in try await add(request, context) }
    destinations.get { request, _ in try await list(request) }
    destinations.get("{id}") { _, context in
      guard let found = try await store.destination(Self.id(context)) else { throw Self.unknown }
      return try Response(data: found)
    }
    destinations.delete("{id}") { _, context in
      guard try await store.delete(Self.id(context)) else { throw Self.unknown }
      return try Response(data: [String: String]())
    }
    router.refuseOtherMethods()
    return router
  }

  private func add(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
    let new = try await request.decodeJSON(
      upTo: bodyLimit, AddBackupDestinationRequest.init(validating:))
    guard let added = try await store.add(new, duplicateNames) else {
      throw RequestFailure(.conflict, "A backup destination of this name exists.")
    }
    context.logger.info("destination added")
    return try Response(data: added)
  }

  private func list(_ request: Request) async throws -> Response {
    let parameters = request.uri.queryParameters
    func number(_ name: Substring, _ range: ClosedRange<Int>, default: Int) throws -> Int {
      guard let text = parameters[name] else { return `default` }
      guard let number = Int(text), range ~= number else {
        throw RequestFailure(
          .badRequest,
          "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
      }
      return number
    }
    let limit = try number("per_page", 1...100, default: 50)
    // One more than requested shows whether there are more.
    let found = try await store.destinations(
      after: number("cursor", 0...Int.max, default: 0), limit: limit + 1)
    let page = found.prefix(limit)
    return try Response(
      encoding: DestinationList(
        data: .init(backupDestinations: page.map(\.destination)),
        pagination: .init(
          hasNextPage: found.count > limit, count: page.count,
          cursor: found.count > limit ? page.last.map { "\($0.sequence)" } : nil)))
  }

  private static func id(_ context: BasicRequestContext) -> String {
    context.parameters.get("id") ?? ""
  }

  private static let unknown = RequestFailure(.notFound, "No backup destination has this id.")
}

/// The body of the response to a request to list destinations, as the API's own clients read it.
private struct DestinationList: Encodable {
  struct Page: Encodable {
    let backupDestinations: [BackupDestination]
  }
  struct Pagination: Encodable {
    let hasNextPage: Bool
    let count: Int
    let cursor: String?
  }
  let data: Page
  let pagination: Pagination
}

extension Response {
  fileprivate init(_ status: HTTPResponse.Status, _ mediaType: String, _ text: String) {
    self.init(
      status: status, headers: [.contentType: mediaType],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  fileprivate init(encoding value: some Encodable) throws {
    self.init(
      .ok, "application/json", String(decoding: try JSONEncoder().encode(value), as: UTF8.self))
  }

  /// Creates a body whose member `data` is a value.
  fileprivate init(data value: some Encodable) throws {
    try self.init(encoding: ["data": value])
  }
}

extension FailureFormat {
  /// The format that the operation declares for failures.
  static let declared = FailureFormat(
    mediaType: "application/json", status: { FailureEnvelope($0).status },
    body: { FailureEnvelope($0.problem, id: $0.id).json })
}
