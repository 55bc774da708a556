import Synchronization

/// The request to end the run after the documents in progress: a signal arrived, the output was closed, or
/// `--fail-fast` found a document that is not valid.
///
/// There is one per process, as for signals.
package enum StopRequest {
  private static let isRequested = Atomic(false)
  private static let signalNumber = Atomic<CInt>(0)
  /// The time of the first signal, in milliseconds; 0 before.
  private static let signalTime = Atomic(0)
  /// A pipe that becomes readable with the request, for calls that wait for input; -1 before `prepare`.
  private static let readEnd = Atomic<CInt>(-1)
  private static let writeEnd = Atomic<CInt>(-1)
  /// Whether a thread waits for a reader of the output.
  static let isWriting = Atomic(false)

  /// Signals that follow each other sooner are one request: `timeout` sends one to the process and one to
  /// its group.
  private static let repetitionInMilliseconds = 500

  static var isMade: Bool { isRequested.load(ordering: .relaxed) }

  /// The signal that made the request; nil if none did.
  static var endingSignal: CInt? {
    let number = signalNumber.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  static func make() {
    guard !isRequested.exchange(true, ordering: .relaxed) else { return }
    var byte: UInt8 = 0
    _ = unsafe write(writeEnd.load(ordering: .relaxed), &byte, 1)
  }

  /// Makes the first SIGHUP, SIGINT or SIGTERM ask for an end, and a later one end the process.
  package static func prepare() {
    var ends: [CInt] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    readEnd.store(ends[0], ordering: .relaxed)
    writeEnd.store(ends[1], ordering: .relaxed)
    // The handlers find everything that they use set up.
    if !isMade && endingSignal == nil && milliseconds() != 0 && !isWriting.load(ordering: .relaxed)
    {
      signal(SIGALRM, endWriting)
      // A parent that blocks signals around `fork` passes that on.
      var signals = sigset_t()
      unsafe sigemptyset(&signals)
      let requests = [SIGHUP, SIGINT, SIGTERM]
      for number in requests + [SIGALRM] { unsafe sigaddset(&signals, number) }
      unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
      // Signals that the parent made the process ignore remain ignored, as `nohup` and shells expect.
      for number in requests where !isIgnored(number) { signal(number, requestEnd) }
    }
  }

  /// Waits until a file that is not a regular file has bytes to read or is at its end.
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

  /// Makes the request, or ends the process where an earlier signal made it.
  fileprivate static func make(by signal: CInt) {
    let now = milliseconds()
    let (isFirst, first) = signalTime.compareExchange(
      expected: 0, desired: now, ordering: .relaxed)
    guard isFirst else {
      if now - first >= repetitionInMilliseconds { _exit(128 + signal) }
      return
    }
    signalNumber.store(signal, ordering: .relaxed)
    make()
    alarm(1)
  }

  /// Ends the process if its output is still not read one second after the request; otherwise checks again later.
  fileprivate static func endIfWriting() {
    if isWriting.load(ordering: .relaxed) { _exit(128 + (endingSignal ?? SIGALRM)) }
    alarm(1)
  }

  /// Milliseconds of a monotonic clock, never 0.
  private static func milliseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000 + 1
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

// The handlers call nothing but what POSIX allows there (`write`, `clock_gettime`, `alarm`, `_exit`) and
// atomics.

private func requestEnd(_ number: CInt) {
  let error = errno
  StopRequest.make(by: number)
  errno = error
}

private func endWriting(_ number: CInt) {
  let error = errno
  StopRequest.endIfWriting()
  errno = error
}
