/// Threads that are started together and waited for.
final class ThreadGroup: Sendable {
  private let running = Monitor(0)

  /// Starts a thread; wraps `pthread_create`.
  ///
  /// Signals go to the threads that were there before, so that a system call of the main thread is
  /// the one that they interrupt.
  ///
  /// Returns false if the system has no more threads to give.
  @discardableResult
  func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }

    let work = unsafe Unmanaged.passRetained(
      ThreadBody { [running] in
        body()
        running.withLock { $0 -= 1 }
      })
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    running.withLock { $0 += 1 }
    guard unsafe pthread_create(&thread, nil, runThreadBody, work.toOpaque()) == 0 else {
      running.withLock { $0 -= 1 }
      unsafe work.release()
      return false
    }
    return true
  }

  /// Waits until every body has returned, including those of threads that others start in the meantime.
  func join() { running.withLock(when: { $0 == 0 }) { _ in } }
}

private final class ThreadBody: Sendable {
  private let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// Nobody asks for the thread's own end, so its memory is freed with it; wraps `pthread_detach`.
  func run() {
    pthread_detach(pthread_self())
    body()
  }
}

#if canImport(Darwin)
  private func runThreadBody(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }
#else
  private func runThreadBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument = unsafe argument {
      unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
    }
    return nil
  }
#endif
