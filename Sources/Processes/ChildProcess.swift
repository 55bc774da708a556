import Synchronization

/// A child process that communicates over pipes. Every wait has a deadline.
public final class ChildProcess {
  /// The maximum length of a line, in bytes; longer lines are not read.
  public static let lineLimit = 1 << 20
  /// The maximum length of the end of standard error to keep, in bytes.
  public static let errorTailLength = 4096
  /// The time that a process has to end after it is asked to.
  public static let grace = Duration.seconds(2)

  /// 0 before the process is started.
  private var id: pid_t = 0
  private var input: CInt = -1
  private var output: CInt = -1
  private var errors: CInt = -1
  private var unsent: [UInt8] = []
  private var sent = 0
  private var unread: [UInt8] = []
  private var exit: ProcessExit?
  /// The end of what the process wrote to standard error.
  public private(set) var errorTail: [UInt8] = []

  /// The process group of the running child, which an interrupt must end; 0 if there is none.
  private static let runningGroup = Atomic<pid_t>(0)

  /// Makes an interrupt of this process end the running child too, which has its own process group.
  ///
  /// It replaces the process's handlers of SIGINT, SIGTERM and SIGHUP, so only a command should call it.
  package static func endWhenInterrupted() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number) { number in
        let group = ChildProcess.runningGroup.load(ordering: .relaxed)
        if group > 0 { _ = kill(-group, SIGKILL) }
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }

  /// Starts a program.
  public init(_ program: Program) throws(SystemError) {
    let inputs = try Pipe()
    input = inputs.input
    defer { _ = close(inputs.output) }
    let outputs = try Pipe()
    output = outputs.output
    defer { _ = close(outputs.input) }
    let complaints = try Pipe()
    errors = complaints.output
    defer { _ = close(complaints.input) }
    for descriptor in [input, output, errors] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    id = try program.start(
      input: inputs.output, output: outputs.input, errors: complaints.input)
    Self.runningGroup.store(id, ordering: .relaxed)
  }

  deinit {
    end()
    for descriptor in [input, output, errors] where descriptor >= 0 { _ = close(descriptor) }
  }

  /// The result of waiting for a line.
  public enum Line {
    /// A line, without its end.
    case line([UInt8])
    /// The output ended, after a line without an end if there are bytes.
    case end([UInt8])
    /// The beginning of a line of more than `lineLimit` bytes.
    case tooLong([UInt8])
    case timeOut
  }

  /// Queues bytes for standard input. They are written while a call waits for output.
  public func send(_ bytes: [UInt8]) {
    unsent.removeFirst(sent)
    sent = 0
    unsent += bytes
  }

  /// Waits for a line of standard output.
  public func line(by deadline: Deadline) -> Line {
    var searched = 0
    var newline: Int?
    let isInTime = pump(by: deadline) {
      newline = unread[searched...].firstIndex(of: 0x0A)
      searched = unread.count
      return newline != nil || output < 0 || unread.count > Self.lineLimit
    }
    if let newline {
      let line = Array(unread[..<newline])
      unread.removeFirst(newline + 1)
      return .line(line)
    }
    if unread.count > Self.lineLimit { return .tooLong(unread) }
    return isInTime ? .end(unread) : .timeOut
  }

  /// Writes the queued bytes, closes standard input and waits for the end of standard output.
  ///
  /// Returns nil if that takes too long or the output is too long.
  public func restOfOutput(by deadline: Deadline) -> [UInt8]? {
    guard pump(by: deadline, until: { sent == unsent.count || input < 0 || output < 0 }) else {
      return nil
    }
    closeInput()
    let isInTime = pump(by: deadline) { output < 0 || unread.count > Self.lineLimit }
    return isInTime && output < 0 ? unread : nil
  }

  /// Waits for the process to end by itself, usually soon after the end of its output; wraps `waitpid`.
  ///
  /// Returns nil if it does not.
  public func waitForExit(by deadline: Deadline) -> ProcessExit? {
    closeInput()
    while exit == nil {
      var status: CInt = 0
      if unsafe waitpid(id, &status, WNOHANG) == id {
        ended(ProcessExit(waitStatus: status))
        break
      }
      guard deadline.millisecondsLeft > 0 else { return nil }
      // Unread output can prevent a process from ending.
      unread.removeAll()
      _ = pump(by: Deadline(in: .milliseconds(2))) { false }
    }
    // Reads the rest of standard error after the process has ended.
    _ = pump(by: Deadline(in: .milliseconds(20))) { errors < 0 }
    return exit
  }

  /// Ends the process whatever it does, and whatever it has started.
  private func end() {
    guard id > 0 else { return }
    _ = kill(-id, SIGKILL)
    if exit == nil { ended(try? ProcessExit(waitingFor: id)) }
  }

  private func ended(_ exit: ProcessExit?) {
    self.exit = exit
    _ = Self.runningGroup.compareExchange(expected: id, desired: 0, ordering: .relaxed)
  }

  private func closeInput() {
    if input >= 0 { _ = close(input) }
    input = -1
  }

  /// Moves bytes in all three directions.
  ///
  /// Returns whether the awaited condition became true before the deadline.
  private func pump(by deadline: Deadline, until isDone: () -> Bool) -> Bool {
    while !isDone() {
      let milliseconds = deadline.millisecondsLeft
      guard milliseconds > 0 else { return false }
      // A negative descriptor is not looked at.
      var polled = [
        pollfd(fd: sent < unsent.count ? input : -1, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { continue }
      if polled[0].revents != 0 { writeInput() }
      if polled[1].revents != 0 { Self.read(&output, into: &unread) }
      if polled[2].revents != 0 {
        Self.read(&errors, into: &errorTail)
        if errorTail.count > Self.errorTailLength {
          errorTail.removeFirst(errorTail.count - Self.errorTailLength)
        }
      }
    }
    return true
  }

  /// Wraps `write`. A reader that has gone shows at the other pipes too.
  private func writeInput() {
    let count = unsafe unsent.withUnsafeBytes { bytes in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[sent...])
      return withoutBrokenPipeSignal { unsafe write(input, rest.baseAddress, rest.count) }
    }
    if count >= 0 {
      sent += count
    } else if errno != EAGAIN && errno != EINTR {
      closeInput()
    }
  }

  /// Wraps `read`; closes the descriptor at the end.
  private static func read(_ descriptor: inout CInt, into bytes: inout [UInt8]) {
    let size = 1 << 16
    var count = 0
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: size) { memory, initialized in
      count = unsafe systemRead(descriptor, memory.baseAddress, size)
      initialized = max(count, 0)
    }
    bytes += piece
    guard count == 0 || count < 0 && errno != EAGAIN && errno != EINTR else { return }
    _ = close(descriptor)
    descriptor = -1
  }
}

/// `read`, which a method of that name hides.
private func systemRead(
  _ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, buffer, count)
}
