import CCurl
import Processes

/// Posts documents to one URL, over one connection as long as the service keeps it open.
///
/// libcurl speaks HTTP and TLS with every system's certificates. It reads none of the user's settings, and
/// follows no redirection.
@safe final class HTTPClient {  // The client is private, and freed with this object.
  private let client: OpaquePointer

  /// Returns nil where libcurl is not installed.
  init?(_ address: ServiceAddress, headers: [String]) {
    guard let client = unsafe ccurl_open(address.text) else { return nil }
    unsafe self.client = client
    // Whatever proxy the environment names, it is another machine.
    if address.isLoopback { unsafe ccurl_ignore_proxies(client) }
    for header in headers { unsafe ccurl_add_header(client, header) }
  }

  deinit { unsafe ccurl_close(client) }

  /// Posts a body and waits for the whole answer.
  ///
  /// - Returns: The reply. If the service did not process the body, also the time after which to try again.
  func post(_ body: [UInt8], timeLimit: Duration) -> (reply: Reply, retryAfter: Duration?) {
    let milliseconds = Int(timeLimit / .milliseconds(1))
    var answer = unsafe ccurl_answer()
    var result: CInt = 0
    let content = unsafe [UInt8](unsafeUninitializedCapacity: ServiceAnswer.bodyLimit) {
      // The memory has room for as many bytes as it says, and libcurl uses no address after the call.
      unsafe answer.body = UnsafeMutableRawPointer($0.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      unsafe answer.body_capacity = $0.count
      result = unsafe body.withUnsafeBytes { body in
        withoutBrokenPipeSignal {
          unsafe ccurl_post(client, body.baseAddress, body.count, milliseconds, &answer)
        }
      }
      unsafe $1 = answer.body_size
    }
    let message = unsafe withUnsafeBytes(of: answer.message) {
      unsafe Printable.escaped(String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self))
    }
    switch result {
    case CInt(ccurl_ok.rawValue): break
    case CInt(ccurl_cannot_connect.rawValue): return (.failure(Failure(.service, message)), .zero)
    case CInt(ccurl_time_out.rawValue):
      return (.failure(Failure(.timeOut, "no answer within \(timeLimit)")), nil)
    default:
      let detail = message.isEmpty ? "libcurl's error \(result)" : message
      return (.failure(Failure(.service, detail)), nil)
    }
    let type = unsafe answer.content_type.map { unsafe String(cString: $0) } ?? ""
    let isWhole = unsafe answer.is_body_too_long == 0
    let read = unsafe ServiceAnswer(
      status: answer.status, contentType: type, body: isWhole ? content : nil)
    return unsafe (read.reply, read.asksToWait ? .seconds(answer.retry_after) : nil)
  }
}
