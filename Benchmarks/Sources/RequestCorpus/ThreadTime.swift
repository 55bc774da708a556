#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time of one thread, so that whatever else the machine does hardly counts.
public enum ThreadTime {
  /// Nanoseconds of this thread so far.
  public static var nanoseconds: Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
