/// How a process ended.
enum ProcessExit: Hashable {
  case status(CInt)
  case signal(CInt)

  /// Takes apart what `waitpid` gives; stands for the macros `WIFEXITED` and so on.
  init(waitStatus: CInt) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .status(waitStatus >> 8 & 0xFF) : .signal(signal)
  }
}

extension ProcessExit: CustomStringConvertible {
  var description: String {
    switch self {
    case .status(let status): "exit status \(status)"
    case .signal(let signal): "signal \(signal)"
    }
  }
}
