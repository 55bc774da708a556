/// The exit of a process.
public enum ProcessExit: Hashable, Sendable {
  case status(CInt)
  case signal(CInt)

  /// Waits for a child to end; wraps `waitpid`.
  public init(waitingFor process: pid_t) throws(SystemError) {
    var status: CInt = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    self.init(waitStatus: status)
  }

  /// Decodes the status of `waitpid`; replaces the macros `WIFEXITED` and so on.
  init(waitStatus: CInt) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .status(waitStatus >> 8 & 0xFF) : .signal(signal)
  }
}

extension ProcessExit: CustomStringConvertible {
  /// The exit in words, such as `exit status 1` or `signal 9`.
  public var description: String {
    switch self {
    case .status(let status): "exit status \(status)"
    case .signal(let signal): "signal \(signal)"
    }
  }
}
