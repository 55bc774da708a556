/// A failed system call, with its `errno`.
public struct SystemError: Error, Hashable {
  /// The value of `errno`.
  public let code: CInt

  /// Creates the failure with an `errno`.
  public init(code: CInt) {
    self.code = code
  }

  /// The failure of the most recent call.
  public static var last: SystemError { SystemError(code: errno) }

  /// The system's description, such as `No such file or directory`; wraps `strerror`.
  public var message: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
