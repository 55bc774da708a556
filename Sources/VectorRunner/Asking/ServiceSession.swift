import SchemaRules
import Vectors

/// A live service, to which request bodies are posted with `curl`.
///
/// curl speaks HTTP and TLS with every system's certificates; the token reaches it through standard
/// input, so that neither a list of processes nor a file shows it.
///
/// The status of an answer says what the document is. Where it is not valid, problem details (RFC 9457)
/// can add which fields are at fault, and `keyword` which rules.
public final class ServiceSession: Session {
  /// After this many answers in a row that say nothing, there is no use in going on.
  public static let inconclusiveLimit = 5
  /// curl's number for a body beyond `max-filesize`, which versions before 8.4 know only where the
  /// answer says its length first.
  private static let fileSizeExceeded = ProcessExit.status(63)

  private let address: ServiceAddress
  private let timeLimit: Duration
  private let token: String?
  /// The URL; reports errors from the first answer on that names some.
  public private(set) var identity: Identity
  /// Always: what is accepted is created.
  public let stopsAtUnexpectedSuccess = true

  /// A session with a service; the token comes from the variable `CONFORM_TOKEN`.
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

  /// Looks at the token and for curl.
  public func start() throws(SessionFailure) {
    if let token {
      guard !token.isEmpty, token.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
        throw SessionFailure(
          .cannotStart, "\(ChildEnvironment.tokenName) has characters that no token has")
      }
      guard address.isEncrypted || address.isLoopback else {
        throw SessionFailure(
          .cannotStart, "a token goes to another machine by https:// only")
      }
    }
    let process: ChildProcess
    do throws(SessionFailure) {
      process = try ChildProcess(
        CommandWords(uncheckedWords: ["curl", "--version"]),
        environment: ChildEnvironment.variables())
    } catch {
      throw SessionFailure(.cannotStart, "\(error.detail); --url needs curl on the search path")
    }
    _ = process.restOfOutput(by: Deadline(in: timeLimit))
  }

  /// Posts the document.
  public func ask(_ bytes: [UInt8], as target: String) -> Reply {
    do throws(SessionFailure) {
      let body = try TemporaryFile(bytes)
      // -q: no settings of the user.
      let process = try ChildProcess(
        CommandWords(uncheckedWords: ["curl", "-q", "--config", "-"]),
        environment: ChildEnvironment.variables())
      process.send(Array(configuration(bodyPath: body.path).utf8))
      let deadline = Deadline(in: timeLimit + ChildProcess.grace)
      guard let output = process.endOfOutput(by: deadline),
        let exit = process.waitForExit(by: deadline)
      else { return .failure(SessionFailure(.timeOut, "no answer within \(timeLimit)")) }
      let isTooLong = exit == Self.fileSizeExceeded
      guard exit == .status(0) || isTooLong else {
        return .failure(curlFailure(exit, process.errorTail))
      }
      guard
        let answer = ServiceAnswer(
          curlOutput: output.bytes, isWhole: output.isWhole && !isTooLong)
      else { return .failure(SessionFailure(.service, "curl reported no HTTP status")) }
      let reply = answer.reply
      if case .observation(let observation) = reply,
        observation.findings != nil || observation.pointers != nil
      {
        identity.reportsErrors = true
      }
      return reply
    } catch {
      return .failure(error)
    }
  }

  /// Does nothing.
  public func finish() -> [Breach] { [] }

  /// The options of one request, as a file of curl's.
  private func configuration(bodyPath: String) -> String {
    var options = [
      ("url", address.text), ("request", "POST"), ("header", "Content-Type: application/json"),
      // A service with several formats of failures answers with the one that can be scored.
      ("header", "Accept: \(ProblemDetails.mediaType), */*;q=0.5"),
      ("header", "Expect:"), ("data-binary", "@\(bodyPath)"), ("output", "-"),
      ("write-out", ServiceAnswer.curlFormat), ("max-time", String(timeLimit.inSeconds)),
      ("max-filesize", String(ServiceAnswer.bodyLimit)), ("proto", "=http,https"),
    ]
    if let token { options.append(("header", "Authorization: Bearer \(token)")) }
    // Whatever proxy the environment names, it is another machine.
    if address.isLoopback { options.append(("noproxy", "*")) }
    var text = "silent\nshow-error\ngloboff\n"
    for (name, value) in options {
      let escaped = value.split(separator: "\\", omittingEmptySubsequences: false)
        .joined(separator: "\\\\").split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\\\"")
      text += "\(name) = \"\(escaped)\"\n"
    }
    return text
  }

  private func curlFailure(_ exit: ProcessExit, _ errors: [UInt8]) -> SessionFailure {
    // curl's number for a time-out.
    if exit == .status(28) { return SessionFailure(.timeOut, "no answer within \(timeLimit)") }
    return SessionFailure(.service, Printable.lastLine(errors) ?? "curl ended with \(exit)")
  }
}
