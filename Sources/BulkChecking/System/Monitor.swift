/// A state that one thread at a time can change, and that others can wait for.
///
/// `@unchecked Sendable`, because `state` is touched only while `mutex` is held; `@safe`, because
/// the pointers never leave and live as long as the object.
@safe final class Monitor<State: ~Copyable>: @unchecked Sendable {
  private var state: State
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ state: consuming sending State) {
    self.state = state
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(change, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(change)
    unsafe pthread_mutex_destroy(mutex)
    unsafe change.deallocate()
    unsafe mutex.deallocate()
  }

  /// Calls `body` with the state, alone, and wakes the threads that wait for a change.
  func withLock<Result: ~Copyable>(_ body: (inout State) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unlock() }
    return body(&state)
  }

  /// Waits until a condition holds, then runs like `withLock(_:)`.
  func withLock<Result: ~Copyable>(
    when isReady: (borrowing State) -> Bool, _ body: (inout State) -> Result
  ) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer { unlock() }
    while !isReady(state) { unsafe pthread_cond_wait(change, mutex) }
    return body(&state)
  }

  /// Waits until a condition holds, but not longer than a timeout.
  ///
  /// Returns whether the condition holds.
  func wait(microseconds: Int, until isReady: (borrowing State) -> Bool) -> Bool {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    var deadline = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &deadline)
    let nanoseconds = deadline.tv_nsec + microseconds * 1_000
    deadline.tv_sec += nanoseconds / 1_000_000_000
    deadline.tv_nsec = nanoseconds % 1_000_000_000
    while !isReady(state) {
      if unsafe pthread_cond_timedwait(change, mutex, &deadline) != 0 { return isReady(state) }
    }
    return true
  }

  private func unlock() {
    unsafe pthread_cond_broadcast(change)
    unsafe pthread_mutex_unlock(mutex)
  }
}
