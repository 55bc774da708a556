import HTTPTypes
import Hummingbird
import Logging
import Synchronization

/// Counts and durations of requests, in the text format of Prometheus.
///
/// Labels come from the routes and from fixed lists, so clients can neither add labels nor put data into them.
final class RequestMetrics: Sendable {
  private struct Labels: Hashable {
    let route: String
    let method: String
    let status: Int
  }

  private struct Durations {
    var counts = [Int](repeating: 0, count: RequestMetrics.bounds.count + 1)
    var sum = 0.0
  }

  /// The upper bounds of the histogram's buckets, in seconds.
  private static let bounds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]
  private static let methods: Set<HTTPRequest.Method> = [
    .get, .head, .post, .put, .delete, .patch, .options,
  ]

  private let durations = Mutex<[Labels: Durations]>([:])

  /// Counts a request. Returns the names of its method and route that are safe to show.
  func record(
    _ method: HTTPRequest.Method, route: String?, status: Int, duration: Duration
  ) -> (method: String, route: String) {
    let method = Self.methods.contains(method) ? method.rawValue : "other"
    let route = route ?? "none"
    let seconds = duration / .seconds(1)
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    durations.withLock {
      let labels = Labels(route: route, method: method, status: status)
      $0[labels, default: Durations()].counts[bucket] += 1
      $0[labels]?.sum += seconds
    }
    return (method, route)
  }

  /// The current metrics.
  ///
  /// https://prometheus.io/docs/instrumenting/exposition_formats/
  var text: String {
    let name = "http_server_request_duration_seconds"
    var text = "# TYPE \(name) histogram\n"
    for (labels, durations) in durations.withLock({ $0 }) {
      let shared =
        #"route="\#(labels.route)",method="\#(labels.method)",status="\#(labels.status)""#
      var count = 0
      for (bound, inBucket) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], durations.counts) {
        count += inBucket
        text += "\(name)_bucket{\(shared),le=\"\(bound)\"} \(count)\n"
      }
      text += "\(name)_sum{\(shared)} \(durations.sum)\n\(name)_count{\(shared)} \(count)\n"
    }
    return text
  }
}

/// Counts and logs every request: its method, route, status and duration, but none of its content.
struct RecordRequests<Context: RequestContext>: RouterMiddleware {
  let metrics: RequestMetrics

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    let duration = ContinuousClock.now - start
    let (method, route) = metrics.record(
      request.method, route: context.endpointPath, status: response.status.code,
      duration: duration)
    context.logger.info(
      "request",
      metadata: [
        "method": "\(method)", "route": "\(route)", "status": "\(response.status.code)",
        "milliseconds": "\(duration / .milliseconds(1))",
      ])
    return response
  }
}
