public import Processes
import Vectors

/// A program that runs once per document. It reads the document from standard input and answers with its exit status.
///
/// 0 is valid, 1 is not valid (malformed or invalid), 2 is unsupported; everything else is a failure. `{target}` in the
/// words of the command becomes `request` or `response`, and so does the variable `CONFORM_TARGET`.
public final class OneShotSession: Session {
  private let program: Program
  private let timeLimit: Duration
  /// The command.
  public let identity: Identity

  /// Creates a session with a program.
  public init(_ program: Program, timeLimit: Duration, name: String? = nil) {
    self.program = program
    self.timeLimit = timeLimit
    identity = Identity(
      name: Printable.escaped(name ?? program.words.joined(separator: " ")), kind: .oneShot)
  }

  /// Runs the program once, on an empty document.
  public func start() throws(Failure) {
    // Finds a missing program before the first document.
    let process = try process(for: "request")
    _ = process.restOfOutput(by: Deadline(in: timeLimit))
  }

  /// Runs the program on the document.
  public func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
    let process = try process(for: target)
    process.send(bytes)
    let deadline = Deadline(in: timeLimit)
    _ = process.restOfOutput(by: deadline)
    switch process.waitForExit(by: deadline) {
    case .status(0): return Observation(.valid)
    case .status(1): return Observation(.rejected)
    case .status(2): return Observation(.unsupported)
    case let exit?: throw Failure(.crash, "ended with \(exit)\(process.complaint)")
    case nil: throw Failure(.timeOut, "did not end within \(timeLimit)")
    }
  }

  private func process(for target: String) throws(Failure) -> ChildProcess {
    try ChildProcess(
      asking: program.replacing("target", with: target), adding: ["CONFORM_TARGET": target])
  }
}
