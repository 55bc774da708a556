import Foundation

/// The limit of the process on open files.
enum OpenFiles {
  /// Reserved for the database, logs and the listening socket.
  private static let reserve = 64

  /// The maximum number of open connections: `count`, or fewer if the limit is lower.
  static func connections(atMost count: Int) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return count
    }
    limit.rlim_cur = limit.rlim_max
    // If the soft limit cannot be raised, it stays unchanged.
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return max(1, min(count, Int(clamping: limit.rlim_cur) - reserve))
  }
}
