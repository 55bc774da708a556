import Vectors

/// A program that is run for each document: the document on standard input, the exit status says
/// what it is.
///
/// 0 is valid, 1 is not valid (malformed or invalid), 2 is not judged. Everything else is a failure.
/// The words of the command have `{target}` replaced by `request` or `response`; the variable
/// `CONFORM_TARGET` has the same.
public final class OneShotSession: Session {
  private let command: CommandWords
  private let timeLimit: Duration
  /// The command.
  public let identity: Identity
  /// Never: an answer has no effect.
  public let stopsAtUnexpectedSuccess = false

  /// A session with a command.
  public init(_ command: CommandWords, timeLimit: Duration, name: String? = nil) {
    self.command = command
    self.timeLimit = timeLimit
    identity = Identity(
      name: Printable.escaped(name ?? command.words.joined(separator: " ")), kind: .oneShot)
  }

  /// Runs the program once, on an empty document.
  public func start() throws(SessionFailure) {
    // A program that is not there shows before the first question.
    let process = try process(for: "request")
    _ = process.restOfOutput(by: Deadline(in: timeLimit))
  }

  /// Runs the program on the document.
  public func ask(_ bytes: [UInt8], as target: String) -> Reply {
    do throws(SessionFailure) {
      let process = try process(for: target)
      process.send(bytes)
      let deadline = Deadline(in: timeLimit)
      _ = process.restOfOutput(by: deadline)
      guard let exit = process.waitForExit(by: deadline) else {
        return .failure(SessionFailure(.timeOut, "did not end within \(timeLimit)"))
      }
      switch exit {
      case .status(0): return .observation(Observation(.valid))
      case .status(1): return .observation(Observation(.rejected))
      case .status(2): return .observation(Observation(.unsupported))
      default:
        var detail = "ended with \(exit)"
        if let line = Printable.lastLine(process.errorTail) {
          detail += "; standard error: \(line)"
        }
        return .failure(SessionFailure(.crash, detail))
      }
    } catch {
      return .failure(error)
    }
  }

  /// Does nothing.
  public func finish() -> [Breach] { [] }

  private func process(for target: String) throws(SessionFailure) -> ChildProcess {
    try ChildProcess(
      command.replacing("target", with: target),
      environment: ChildEnvironment.variables(adding: ["CONFORM_TARGET": target]))
  }
}
