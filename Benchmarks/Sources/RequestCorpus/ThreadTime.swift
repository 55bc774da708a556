#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time of one thread, which other work on the machine hardly affects.
public enum ThreadTime {
  /// The nanoseconds of this thread so far.
  public static var nanoseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
