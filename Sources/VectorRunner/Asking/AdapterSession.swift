public import Processes
import Vectors

/// A process that answers JSON lines on standard input with JSON lines on standard output.
///
/// It gets one document at a time, so every crash, time-out or breach of the protocol belongs to one document. After
/// any of these, the process is restarted.
public final class AdapterSession: Session {
  /// The factor between the time limits for the start and for a document.
  static let startupFactor = 4

  private static let bufferingHint =
    "; does it read line by line, and flush its output after each line?"

  private let program: Program
  private let timeLimit: Duration
  private let name: String?
  private var process: ChildProcess?
  private var questions: [String: Int] = [:]
  private var breaches: [Breach] = []
  private var hasAnswered = false
  /// The command, until the process has identified itself.
  public private(set) var identity: Identity

  /// Creates a session with a program.
  ///
  /// - Parameter name: A name that replaces the program's own name.
  public init(_ program: Program, timeLimit: Duration, name: String? = nil) {
    self.program = program
    self.timeLimit = timeLimit
    self.name = name
    identity = Identity(name: name ?? program.words.joined(separator: " "), kind: .adapter)
  }

  /// Starts the process and exchanges greetings.
  public func start() throws(Failure) {
    let process = try ChildProcess(asking: program)
    process.send(AdapterMessage.hello)
    let limit = timeLimit * Self.startupFactor
    let line = try Self.line(
      of: process, by: Deadline(in: limit),
      orElse: "no answer to hello within \(limit)\(Self.bufferingHint)")
    identity = try AdapterMessage.identity(line)
    if let name { identity.name = name }
    self.process = process
  }

  /// Sends the document and waits for the answer. Starts a new process if there is no answer.
  public func ask(_ bytes: [UInt8], as target: String) throws(Failure) -> Observation {
    do throws(Failure) {
      if process == nil { try start() }
      guard let process else { throw Failure(.crash, "the process has ended") }
      let id = Self.opaqueID()
      questions[id] = questions.count
      process.send(AdapterMessage.check(id: id, target: target, document: bytes))
      return try answer(to: id, from: process)
    } catch {
      process = nil
      throw error
    }
  }

  /// Sends `bye` and checks the rest of the output.
  public func finish() -> [Breach] {
    guard let process else { return breaches }
    process.send(AdapterMessage.bye)
    guard let rest = process.restOfOutput(by: Deadline(in: timeLimit)) else {
      breaches.append(Breach("did not close its output within \(timeLimit) after bye"))
      return breaches
    }
    for line in rest.split(separator: 0x0A) {
      // Whatever comes after bye answers nothing.
      let answer = try? AdapterMessage.answer(Array(line), withErrors: false)
      if let question = answer.flatMap({ questions[$0.id] }) {
        breaches.append(Breach(question: question, "answered twice"))
      } else {
        breaches.append(Breach("sent a line after bye: \(Printable.excerpt(line))"))
      }
    }
    switch process.waitForExit(by: Deadline(in: ChildProcess.grace)) {
    case .status(0): break
    case .some(let exit): breaches.append(Breach("ended with \(exit) after bye"))
    case nil: breaches.append(Breach("did not end within \(ChildProcess.grace) after bye"))
    }
    self.process = nil
    return breaches
  }

  /// Waits for the answer to a question and records second answers to earlier ones as breaches.
  private func answer(
    to id: String, from process: ChildProcess
  ) throws(Failure) -> Observation {
    let deadline = Deadline(in: timeLimit)
    while true {
      let line = try Self.line(
        of: process, by: deadline,
        orElse: "no answer within \(timeLimit)\(hasAnswered ? "" : Self.bufferingHint)")
      let answer = try AdapterMessage.answer(line, withErrors: identity.reportsErrors)
      if answer.id == id {
        let observation = try answer.reply.get()
        hasAnswered = true
        return observation
      }
      guard let earlier = questions[answer.id] else {
        throw Failure(.breach, "an answer to an unknown id: \(Printable.excerpt(line))")
      }
      breaches.append(Breach(question: earlier, "answered twice"))
    }
  }

  /// Waits for a line of output.
  ///
  /// - Throws: a `Failure` if there is none before the deadline, with a message about the delay.
  private static func line(
    of process: ChildProcess, by deadline: Deadline, orElse delay: @autoclosure () -> String
  ) throws(Failure) -> [UInt8] {
    switch process.line(by: deadline) {
    case .line(let line): return line
    case .timeOut: throw Failure(.timeOut, delay())
    case .tooLong(let line):
      let excerpt = Printable.excerpt(line)
      throw Failure(.breach, "a line of more than \(ChildProcess.lineLimit) bytes: \(excerpt)")
    case .end(let rest):
      let exit = process.waitForExit(by: Deadline(in: ChildProcess.grace))
      var detail =
        exit.map { "the process ended before it answered, \($0)" }
        ?? "the process closed its output before it answered"
      if !rest.isEmpty { detail += "; unfinished line: \(Printable.excerpt(rest))" }
      throw Failure(.crash, detail + process.complaint)
    }
  }

  /// An id for a question that does not reveal the vector and cannot be guessed.
  private static func opaqueID() -> String {
    String(UInt64.random(in: 1 << 60 ... .max), radix: 36)
  }
}
