#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The ways in which input files may be packed, by their extension.
enum Packing: String {
  case gzip = "gz"
  case zstandard = "zst"

  /// The tool that unpacks, from standard input to standard output.
  var command: [String] {
    switch self {
    case .gzip: ["gzip", "-dc"]
    case .zstandard: ["zstd", "-dcq"]
    }
  }

  /// Starts the tool on a file that is open for reading, looking for it as a shell does.
  ///
  /// Returns its process and the end of a pipe from which the unpacked bytes can be read. Wraps
  /// `posix_spawnp`.
  func start(on packed: CInt) throws(ReadError) -> (process: pid_t, output: CInt) {
    // One at a time, so that no other tool inherits the pipe before it is marked.
    switch Self.starting.withLock({ _ in Result { () throws(ReadError) in try spawn(on: packed) } })
    {
    case .success(let started): return started
    case .failure(let error): throw error
    }
  }

  private static let starting = Monitor(())

  private func spawn(on packed: CInt) throws(ReadError) -> (process: pid_t, output: CInt) {
    let (output, input) = try Self.closedOnExecution()
    defer { _ = close(input) }

    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, packed, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDOUT_FILENO)

    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // The tool is to end when nobody reads on, and not when Ctrl-C tells this process to finish
    // what it has in hand: that goes to the process group of the terminal.
    var flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
      unsafe posix_spawn_file_actions_addinherit_np(&actions, STDERR_FILENO)
    #endif
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigaddset(&signals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    var process = pid_t()
    let status = unsafe withArguments { arguments in
      unsafe posix_spawnp(
        &process, command[0], &actions, &attributes, arguments, environ)
    }
    guard status == 0 else {
      _ = close(output)
      let reason =
        status == ENOENT ? "it is not installed" : SystemError(code: status).message
      throw .unpacking("\(command[0]), which unpacks .\(rawValue) files, cannot be run: \(reason)")
    }
    return (process, output)
  }

  /// Waits for the tool to end.
  ///
  /// - Throws: `unpacking` if it failed, as for a file that is damaged or was cut short.
  func finish(_ process: pid_t) throws(ReadError) {
    var status: CInt = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    guard status != 0 else { return }
    let signal = status & 0x7F
    let end = signal == 0 ? "exit status \(status >> 8 & 0xFF)" : "signal \(signal)"
    throw .unpacking("\(command.joined(separator: " ")) failed with \(end)")
  }

  /// Calls `body` with the command as C functions take it.
  private func withArguments<Result>(
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    return unsafe arguments.withUnsafeMutableBufferPointer { buffer in
      // There is at least the nil, so that there is an address.
      unsafe body(buffer.baseAddress.unsafelyUnwrapped)
    }
  }

  /// A pipe whose ends other programs do not inherit.
  private static func closedOnExecution() throws(ReadError) -> (output: CInt, input: CInt) {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    #if os(Linux)
      // F_SETPIPE_SZ, which Swift does not see: the fewer pieces, the less often both sides wake up.
      _ = fcntl(ends[0], 1031, 1 << 20)
    #endif
    return (ends[0], ends[1])
  }
}
