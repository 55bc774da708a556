#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A system call that failed, by its `errno`.
struct SystemError: Error, Hashable {
  let code: CInt

  /// The failure of the call that was made last.
  static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, such as `No such file or directory`; wraps `strerror`.
  var message: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
