import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The wish that the run ends with what it has in hand: a signal came, nobody reads the output any
/// more, or `--fail-fast` found what it looks for.
///
/// One for the process, because signals are.
enum StopRequest {
  private static let isRequested = Atomic(false)
  private static let signalNumber = Atomic<CInt>(0)
  /// A pipe that becomes readable with the request, for calls that wait for input; -1 before
  /// `prepare`.
  private static let readEnd = Atomic<CInt>(-1)
  private static let writeEnd = Atomic<CInt>(-1)

  static var isMade: Bool { isRequested.load(ordering: .relaxed) }

  /// The signal that asked for it. Nil if none did.
  static var endingSignal: CInt? {
    let number = signalNumber.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  static func make() {
    guard !isRequested.exchange(true, ordering: .relaxed) else { return }
    var byte: UInt8 = 0
    _ = unsafe write(writeEnd.load(ordering: .relaxed), &byte, 1)
  }

  /// Makes SIGINT and SIGTERM ask for an end, the first one; the second one ends the process.
  static func prepare() {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readEnd.store(ends[0], ordering: .relaxed)
    writeEnd.store(ends[1], ordering: .relaxed)
    // What a parent has told the process to ignore stays ignored, as `nohup` and shells expect.
    if !isMade && endingSignal == nil {
      for number in [SIGINT, SIGTERM] where !isIgnored(number) { handle(number) }
    }
  }

  /// Waits until a file that is no regular one can be read from, or is at its end.
  ///
  /// - Throws: `stopped` if the request comes first.
  static func waitForInput(_ descriptor: CInt) throws(ReadError) {
    var waits = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: readEnd.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0),
    ]
    while true {
      if isMade { throw .stopped }
      let count = unsafe poll(&waits, nfds_t(waits.count), -1)
      if count < 0 && errno != EINTR { throw .last }
      if count > 0 && waits[1].revents == 0 { return }
    }
  }

  fileprivate static func make(by signal: CInt) {
    signalNumber.store(signal, ordering: .relaxed)
    make()
  }
}

/// Whether the process has been started with the signal ignored; wraps `sigaction`.
private func isIgnored(_ number: CInt) -> Bool {
  var action = sigaction()
  guard unsafe sigaction(number, nil, &action) == 0 else { return false }
  #if canImport(Darwin)
    let handler = unsafe action.__sigaction_u.__sa_handler
  #else
    let handler = unsafe action.__sigaction_handler.sa_handler
  #endif
  return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}

/// Makes a signal ask for the end of the run, and every further one end the process at once; wraps
/// `signal`.
private func handle(_ number: CInt) {
  // Calls nothing but what POSIX allows in a handler: `write`, `signal` and atomics, which
  // `prepare` has made sure are set up.
  _ = signal(number) { number in
    let error = errno
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
    StopRequest.make(by: number)
    errno = error
  }
}
