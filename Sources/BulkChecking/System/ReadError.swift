package import Processes

/// The reason why a source cannot be read to its end.
package enum ReadError: Error, Hashable {
  /// A system call failed.
  case system(SystemError)
  /// A tool that unpacks the source could not be started, or failed.
  case unpacking(String)
  /// The reading was stopped on request.
  case stopped

  /// The message for people.
  package var message: String {
    switch self {
    case .system(let error): error.message
    case .unpacking(let message): message
    case .stopped: "stopped"
    }
  }

  /// The failure of the system call that was made last.
  static var last: ReadError { .system(.last) }
}
