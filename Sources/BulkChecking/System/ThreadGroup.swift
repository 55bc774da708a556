/// Threads that were started and must be joined.
final class ThreadGroup: Sendable {
  #if canImport(Darwin)
    private typealias Handle = pthread_t?
  #else
    private typealias Handle = pthread_t
  #endif

  private let handles = Monitor<[Handle]>([])

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

    let work = unsafe Unmanaged.passRetained(ThreadBody(body))
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    let status = unsafe pthread_create(&handle, nil, runThreadBody, work.toOpaque())
    guard status == 0 else {
      unsafe work.release()
      return false
    }
    let started = Transferred(handle)
    handles.withLock { $0.append(started.handle) }
    return true
  }

  /// Waits for every thread to end, including threads that others start in the meantime.
  func join() {
    while let handle = handles.withLock({ Transferred($0.popLast()) }).handle {
      joinThread(handle)
    }
  }

  /// A thread handle that moves into or out of the list.
  ///
  /// `@unchecked Sendable`, because a handle may be used by any thread.
  private struct Transferred<Value>: @unchecked Sendable {
    let handle: Value
    init(_ handle: Value) { self.handle = handle }
  }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

#if canImport(Darwin)
  private func runThreadBody(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }

  private func joinThread(_ handle: pthread_t?) {
    if let handle = unsafe handle { unsafe pthread_join(handle, nil) }
  }
#else
  private func runThreadBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument = unsafe argument {
      unsafe Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
    }
    return nil
  }

  private func joinThread(_ handle: pthread_t) {
    pthread_join(handle, nil)
  }
#endif
