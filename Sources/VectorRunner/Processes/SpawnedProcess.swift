import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that was just begun, with our ends of its pipes.
struct SpawnedProcess {
  let id: pid_t
  let input: CInt
  let output: CInt
  let errors: CInt

  /// The group of the process that runs at the moment, 0 if none does: what an interrupt has to end.
  private static let runningGroup = Atomic<pid_t>(0)

  /// Begins a process in a group of its own; wraps `posix_spawnp`.
  ///
  /// - Parameter environment: every variable, as `NAME=value`.
  init(_ command: CommandWords, environment: [String]) throws(SessionFailure) {
    Self.prepareSignals
    var pipes = Pipes()
    guard pipes.open() else { throw Self.failure(command, errno) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, end) in [
      (STDIN_FILENO, pipes.input.read), (STDOUT_FILENO, pipes.output.write),
      (STDERR_FILENO, pipes.errors.write),
    ] {
      unsafe posix_spawn_file_actions_adddup2(&actions, end, descriptor)
    }
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))

    var arguments = unsafe CStrings(command.words)
    var variables = unsafe CStrings(environment)
    defer {
      unsafe arguments.free()
      unsafe variables.free()
    }
    var id: pid_t = 0
    let code = unsafe posix_spawnp(
      &id, command.words[0], &actions, &attributes, &arguments.pointers, &variables.pointers)
    pipes.closeTheirs()
    guard code == 0 else {
      pipes.closeOurs()
      throw Self.failure(command, code)
    }
    self.id = id
    (input, output, errors) = (pipes.input.write, pipes.output.read, pipes.errors.read)
    for descriptor in [input, output, errors] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    Self.runningGroup.store(id, ordering: .relaxed)
  }

  /// Ends the process and whatever it has begun.
  func kill() {
    _ = systemKill(-id, SIGKILL)
  }

  /// Forgets the process, which has ended.
  func forget() {
    _ = Self.runningGroup.compareExchange(expected: id, desired: 0, ordering: .relaxed)
  }

  private static func failure(_ command: CommandWords, _ code: CInt) -> SessionFailure {
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    return SessionFailure(
      .cannotStart, "cannot run \(Printable.escaped(command.words[0])): \(reason)")
  }

  /// A pipe without a reader then shows as a `write` that fails, and an interrupt reaches the child,
  /// which stands in a group of its own.
  private static let prepareSignals: Void = {
    _ = signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      _ = signal(number) { number in
        let group = SpawnedProcess.runningGroup.load(ordering: .relaxed)
        if group > 0 { _ = systemKill(-group, SIGKILL) }
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }()
}

/// `kill`, which a method of that name hides.
private func systemKill(_ id: pid_t, _ signal: CInt) -> CInt { kill(id, signal) }

/// Three pipes, none of which other children inherit.
private struct Pipes {
  var input = (read: CInt(-1), write: CInt(-1))
  var output = (read: CInt(-1), write: CInt(-1))
  var errors = (read: CInt(-1), write: CInt(-1))

  mutating func open() -> Bool {
    guard Self.open(&input), Self.open(&output), Self.open(&errors) else {
      let code = errno
      closeTheirs()
      closeOurs()
      errno = code
      return false
    }
    return true
  }

  func closeTheirs() { Self.close(input.read, output.write, errors.write) }

  func closeOurs() { Self.close(input.write, output.read, errors.read) }

  private static func open(_ ends: inout (read: CInt, write: CInt)) -> Bool {
    var pair: [CInt] = [-1, -1]
    // `pipe2` would leave no moment in between, but not every system has it.
    guard unsafe pipe(&pair) == 0 else { return false }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (pair[0], pair[1])
    return true
  }

  private static func close(_ descriptors: CInt...) {
    for descriptor in descriptors where descriptor >= 0 { _ = systemClose(descriptor) }
  }
}

/// `close`, which a method of that name hides.
private func systemClose(_ descriptor: CInt) -> CInt { close(descriptor) }

/// Strings as C wants them: an array of pointers with a null at its end.
@unsafe private struct CStrings {
  var pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    unsafe pointers = strings.map { unsafe strdup($0) } + [nil]
  }

  func free() {
    for index in unsafe pointers.indices { unsafe systemFree(pointers[index]) }
  }
}

/// `free`, which a method of that name hides.
private func systemFree(_ pointer: UnsafeMutablePointer<CChar>?) { unsafe free(pointer) }
