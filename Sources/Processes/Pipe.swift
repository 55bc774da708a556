import Synchronization

/// A pipe whose ends are not inherited unless they are passed to a program explicitly.
public struct Pipe: Sendable {
  /// The end to read from.
  public let output: CInt
  /// The end to write to.
  public let input: CInt

  /// Held while a pipe is not marked yet. `pipe2` would need no lock, but not every system has it.
  static let unmarked = Mutex(())

  /// Opens a pipe. The caller must close both ends.
  public init() throws(SystemError) {
    var ends: [CInt] = [-1, -1]
    let code = Self.unmarked.withLock { _ -> CInt in
      guard unsafe pipe(&ends) == 0 else { return errno }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return 0
    }
    guard code == 0 else { throw SystemError(code: code) }
    (output, input) = (ends[0], ends[1])
  }
}
