import Processes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output, written in large pieces.
///
/// A failure is kept and not thrown: everything after it is dropped, and whoever has more to write
/// asks for it now and then.
struct StandardOutput {
  /// Pieces are written when they have grown to this size.
  static let writeSize = 1 << 17

  private var buffer: [UInt8] = []
  private var failure: SystemError?

  var hasFailed: Bool { failure != nil }

  /// What to tell people of the failure.
  ///
  /// Nil if nothing failed or if the reader at the other end of a pipe has gone, as `head` does
  /// when it has enough.
  var failureMessage: String? {
    guard let failure, failure.code != EPIPE else { return nil }
    return "cannot write standard output: \(failure.message)"
  }

  /// Whether someone reads along.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  mutating func append(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.writeSize { flush() }
  }

  mutating func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.writeSize { flush() }
  }

  /// Writes what there is.
  mutating func flush() {
    if failure == nil { failure = writeAll(buffer, to: STDOUT_FILENO) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Standard error, for what keeps the tool from doing its job, and for remarks.
///
/// No text of a document ever goes there.
enum StandardError {
  /// Whether someone reads along.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line, or something with another end.
  static func write(_ message: String, terminator: String = "\n") {
    // A failure to complain has no place to be complained about.
    _ = writeAll(Array("\(message)\(terminator)".utf8), to: STDERR_FILENO)
  }
}

/// Writes every byte; wraps `write`.
///
/// Returns the failure, if there is one.
func writeAll(_ bytes: [UInt8], to descriptor: CInt) -> SystemError? {
  unsafe bytes.withUnsafeBytes { bytes in
    var start = 0
    while start < bytes.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      let count = unsafe write(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        return .last
      }
    }
    return nil
  }
}

extension StandardOutput {
  /// Writes what there is, as the last act of a command.
  ///
  /// - Throws: what leads to the exit status for a job that was not done.
  mutating func finish() throws {
    flush()
    if let failureMessage { throw CommandFailure(message: failureMessage) }
    if hasFailed { throw ExitStatus.failed }
  }
}
