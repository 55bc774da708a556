import Foundation

/// The process's limit of open files.
enum OpenFiles {
  /// Left for the database, logs and the listening socket.
  private static let reserve = 64

  /// The maximum number of connections that may be open: at most a number, and fewer where the limit is lower.
  static func connections(atMost count: Int) -> Int {
    var limit = rlimit()
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
      return count
    }
    limit.rlim_cur = limit.rlim_max
    // Where the soft limit cannot be raised, the old one stands.
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    _ = unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    return max(1, min(count, Int(clamping: limit.rlim_cur) - reserve))
  }
}
