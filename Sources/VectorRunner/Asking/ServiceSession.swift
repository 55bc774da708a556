import Processes
import SchemaRules
import Vectors

/// A live service that receives request bodies by POST.
///
/// The status of a response is the verdict. If the document is not valid, problem details (RFC 9457) can add the fields
/// at fault and, with `keyword`, the violated rules.
public final class ServiceSession: Session {
  /// The number of inconclusive answers in a row that ends a run.
  public static let inconclusiveLimit = 5
  /// How often a document is posted while the service cannot be reached or asks to wait.
  static let attemptLimit = 3
  /// The wait before the second attempt, twice as long before the third, where the service asks for none.
  private static let firstWait = Duration.milliseconds(200)

  private let address: ServiceAddress
  private let timeLimit: Duration
  private let token: String?
  private var client: HTTPClient?
  /// The URL. It reports errors from the first answer that has some.
  public private(set) var identity: Identity
  /// Always true, because the service creates what it accepts.
  public let stopsAtUnexpectedSuccess = true

  /// The token.
  public var secrets: [String] { token.map { [$0] } ?? [] }

  /// Creates a session with a service. The token comes from the variable `CONFORM_TOKEN`.
  public convenience init(_ address: ServiceAddress, timeLimit: Duration, name: String? = nil) {
    self.init(address, timeLimit: timeLimit, name: name, token: ChildEnvironment.token)
  }

  init(_ address: ServiceAddress, timeLimit: Duration, name: String?, token: String?) {
    self.address = address
    self.timeLimit = timeLimit
    self.token = token
    identity = Identity(
      name: Printable.escaped(name ?? address.text), kind: .service, targets: ["request"])
  }

  /// Checks the token and finds libcurl.
  public func start() throws(SessionFailure) {
    // A service with several formats of failures answers with the one that can be scored.
    var headers = [
      "Content-Type: application/json", "Accept: \(ProblemDetails.mediaType), */*;q=0.5", "Expect:",
    ]
    if let token {
      guard !token.isEmpty, token.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
        throw SessionFailure(
          .cannotStart, "\(ChildEnvironment.tokenName) has characters that a token cannot have")
      }
      guard address.isEncrypted || address.isLoopback else {
        throw SessionFailure(
          .cannotStart, "a token can be sent to another machine only over https://")
      }
      headers.append("Authorization: Bearer \(token)")
    }
    client = HTTPClient(address, headers: headers)
    if client == nil {
      throw SessionFailure(.cannotStart, "--url needs libcurl, which comes with the command curl")
    }
  }

  /// Posts the document, and repeats it after a pause if the service did not process it.
  public func ask(_ bytes: [UInt8], as target: String) -> Reply {
    guard let client else { return .failure(SessionFailure(.service, "not started")) }
    var wait = Self.firstWait
    var attempt = 0
    while true {
      attempt += 1
      let isLast = attempt == Self.attemptLimit
      do throws(HTTPClient.Failure) {
        let (answer, retryAfter) = try client.post(bytes, timeLimit: timeLimit)
        if isLast || !answer.asksToWait { return noted(answer.reply) }
        wait = max(wait, retryAfter)
      } catch {
        switch error {
        case .cannotConnect where !isLast: break
        case .timeOut: return .failure(SessionFailure(.timeOut, "no answer within \(timeLimit)"))
        case .cannotConnect(let message), .other(let message):
          return .failure(SessionFailure(.service, message))
        }
      }
      Deadline(in: min(wait, timeLimit)).sleep()
      wait *= 2
    }
  }

  /// The reply; notes whether the service says which errors there are.
  private func noted(_ reply: Reply) -> Reply {
    if case .observation(let observation) = reply,
      observation.findings != nil || observation.pointers != nil
    {
      identity.reportsErrors = true
    }
    return reply
  }
}
