import Synchronization

/// A program to run as a child process.
public struct Program: Sendable {
  /// The program's name, looked up as a shell does, and its arguments.
  public internal(set) var words: [String]
  /// The environment, as `NAME=value`; nil for that of this process.
  public var environment: [String]?

  /// Creates a program; `words` must contain at least its name.
  public init(_ words: [String], environment: [String]? = nil) {
    precondition(!words.isEmpty, "the name of the program is missing")
    self.words = words
    self.environment = environment
  }

  /// Starts the program in its own process group, so that signals from the terminal do not reach it, and so that it can
  /// be ended together with its children.
  ///
  /// No signal is blocked in the child, and SIGPIPE has its default action. The child inherits only the given
  /// descriptors; without one for standard error, it uses that of this process. Wraps `posix_spawnp`.
  ///
  /// - Returns: The process, which the caller must wait for.
  public func start(
    input: CInt, output: CInt, errors: CInt? = nil
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    if let errors { unsafe posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO) }

    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
      if errors == nil {
        unsafe posix_spawn_file_actions_addinherit_np(&actions, STDERR_FILENO)
      }
    #endif
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    var process: pid_t = 0
    let status = unsafe withCStrings(words) { arguments in
      unsafe withCStrings(environment ?? []) { variables in
        // Not while another thread has a pipe whose ends are not marked yet.
        Pipe.unmarked.withLock { _ in
          unsafe posix_spawnp(
            &process, words[0], &actions, &attributes, arguments,
            environment == nil ? environ : variables)
        }
      }
    }
    guard status == 0 else { throw SystemError(code: status) }
    return process
  }
}

/// Calls `body` with strings as C wants them: an array of pointers with a null at its end.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
  defer { unsafe pointers.forEach { unsafe free($0) } }
  return unsafe pointers.withUnsafeMutableBufferPointer { pointers in
    // There is at least the null, so that there is an address.
    unsafe body(pointers.baseAddress.unsafelyUnwrapped)
  }
}
