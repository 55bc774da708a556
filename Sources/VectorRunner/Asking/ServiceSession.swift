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
  /// The maximum number of attempts for a document while the service cannot be reached or asks to wait.
  static let attemptLimit = 3
  /// The minimum wait before the second attempt; it doubles before the third.
  private static let firstWait = Duration.milliseconds(200)

  private let address: ServiceAddress
  private let timeLimit: Duration
  private let token: String?
  private var client: HTTPClient?
  /// The URL. It reports errors from the first answer that has some.
  public private(set) var identity: Identity

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
  public func start() throws(Failure) {
    // A service with several formats of failures answers with the one that can be scored.
    var headers = [
      "Content-Type: application/json", "Accept: \(ProblemDetails.mediaType), */*;q=0.5", "Expect:",
    ]
    if let token {
      guard !token.isEmpty, token.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
        throw Failure(
          .notAsked, "\(ChildEnvironment.tokenName) has characters that a token cannot have")
      }
      guard address.isEncrypted || address.isLoopback else {
        throw Failure(
          .notAsked, "a token can be sent to another machine only over https://")
      }
      headers.append("Authorization: Bearer \(token)")
    }
    client = HTTPClient(address, headers: headers)
    if client == nil {
      throw Failure(.notAsked, "--url needs libcurl, which comes with the command curl")
    }
  }

  /// Posts the document, and repeats it after a pause if the service did not process it.
  public func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
    guard let client else { throw Failure(.service, "not started") }
    var wait = Self.firstWait
    var attempt = 1
    while true {
      let (reply, pause) = client.post(bytes, timeLimit: timeLimit)
      guard let pause, attempt < Self.attemptLimit else {
        let observation = try reply.get()
        if observation.findings != nil || observation.pointers != nil {
          identity.reportsErrors = true
        }
        return observation
      }
      wait = max(wait, pause)
      Deadline(in: min(wait, timeLimit)).sleep()
      wait *= 2
      attempt += 1
    }
  }
}
