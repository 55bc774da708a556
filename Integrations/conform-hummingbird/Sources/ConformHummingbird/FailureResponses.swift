import HTTPTypes
public import Hummingbird
import Logging
import NIOHTTP1
import SchemaRules

/// Answers every failure in the handlers that it wraps, with a body in a format that the client accepts: a thrown
/// `RequestFailure`, an unknown path, and any other error.
///
/// It logs the kind of a failure and the ids of the violated rules, but no value of the request.
public struct FailureResponses<Context: RequestContext>: RouterMiddleware {
  private let formats: [FailureFormat]

  /// Renders failures in one of several formats. The first serves clients that accept any of them.
  public init(_ formats: FailureFormat...) {
    self.formats = formats.isEmpty ? [.problemDetails] : formats
  }

  /// Turns a thrown error into a response.
  ///
  /// - Throws: Violations of HTTP itself, which Hummingbird answers.
  public func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPParserError {
      throw error
    } catch {
      let failure = Self.failure(error)
      var metadata: Logger.Metadata = ["failure": "\(failure.id)"]
      if failure.status == .internalServerError {
        // Only the type: the description of an error may contain data from the client.
        metadata["error"] = "\(type(of: error))"
      }
      let rules = Set(failure.problem.errors.map(\.rule.id)).sorted()
      if !rules.isEmpty { metadata["rules"] = .array(rules.map { "\($0)" }) }
      let level: Logger.Level = failure.status == .internalServerError ? .error : .info
      context.logger.log(level: level, "request refused", metadata: metadata)
      return failure.response(to: request, formats: formats)
    }
  }

  private static func failure(_ error: any Error) -> RequestFailure {
    switch error {
    case let failure as RequestFailure: failure
    case is CancellationError: RequestFailure(.serviceUnavailable, "The service is shutting down.")
    case let error as HTTPError where error.status == .notFound:
      RequestFailure(.notFound, "Nothing is at this path.", headers: error.headers)
    case let error as HTTPError:
      RequestFailure(
        error.status, error.body ?? "\(error.status.reasonPhrase).", headers: error.headers)
    default: RequestFailure(.internalServerError, "The request failed.")
    }
  }
}

extension Router {
  /// Answers methods that a path does not support with 405 and `Allow`. Call it after all routes were added.
  ///
  /// If the path supports GET, HEAD is left to the router: see `RouterOptions.autoGenerateHeadEndpoints`.
  ///
  /// https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6
  public func refuseOtherMethods() {
    // All methods of NIO's parser, which rejects others as violations of HTTP.
    let known = """
      DELETE GET HEAD POST PUT CONNECT OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK \
      BIND REBIND UNBIND ACL REPORT MKACTIVITY CHECKOUT MERGE M-SEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE PATCH \
      PURGE MKCALENDAR LINK UNLINK SOURCE QUERY
      """.split(separator: " ").compactMap { HTTPRequest.Method(rawValue: String($0)) }
    for (path, routes) in Dictionary(grouping: routes, by: \.path.description) {
      var allowed = routes.map(\.method)
      if allowed.contains(.get), !allowed.contains(.head) { allowed.append(.head) }
      let allow = allowed.map(\.rawValue).sorted().joined(separator: ", ")
      for method in known where !allowed.contains(method) {
        on(RouterPath(path), method: method) { _, _ -> Response in
          throw RequestFailure(
            .methodNotAllowed, "The methods of this path are \(allow).", headers: [.allow: allow])
        }
      }
    }
  }
}
