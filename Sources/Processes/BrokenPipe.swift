/// Runs code in which a write to a pipe or socket without a reader fails with `EPIPE`, whatever SIGPIPE does to the
/// process.
///
/// The signal goes to the thread that writes. That thread blocks it and takes it back, so no signal handler changes,
/// which would affect other threads. Wraps `pthread_sigmask`.
package func withoutBrokenPipeSignal<Result>(_ body: () -> Result) -> Result {
  var signals = sigset_t()
  unsafe sigemptyset(&signals)
  unsafe sigaddset(&signals, SIGPIPE)
  var earlier = sigset_t()
  unsafe pthread_sigmask(SIG_BLOCK, &signals, &earlier)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &earlier, nil) }
  // A signal that had been blocked and pending before belongs to the caller.
  let wasPending = isBrokenPipePending
  let result = body()
  if !wasPending, isBrokenPipePending {
    var number: CInt = 0
    unsafe sigwait(&signals, &number)
  }
  return result
}

private var isBrokenPipePending: Bool {
  var pending = sigset_t()
  unsafe sigpending(&pending)
  return unsafe sigismember(&pending, SIGPIPE) == 1
}
