#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A system call that failed, by its `errno`.
public struct SystemError: Error, Hashable {
  /// The value of `errno`.
  public let code: CInt

  /// The failure with a number.
  public init(code: CInt) {
    self.code = code
  }

  /// The failure of the call that was made last.
  public static var last: SystemError { SystemError(code: errno) }

  /// The system's own words, such as `No such file or directory`; wraps `strerror`.
  public var message: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
