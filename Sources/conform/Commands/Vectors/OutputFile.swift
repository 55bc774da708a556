#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that a report goes to.
enum OutputFile {
  /// Writes a file, in place of what was there; wraps `open` and `write`.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    var failure: SystemError? = descriptor < 0 ? .last : nil
    if failure == nil {
      failure = writeAll(bytes, to: descriptor)
      if close(descriptor) != 0, failure == nil { failure = .last }
    }
    guard let failure else { return }
    throw CommandFailure(
      message: "cannot write \(TerminalText.escaped(path)): \(failure.message)")
  }
}

/// The date.
enum Today {
  /// The day in UTC, such as `2026-11-24`; wraps `gmtime_r`.
  static var utc: String {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    let (year, month, day) = unsafe (1900 + parts.tm_year, parts.tm_mon + 1, parts.tm_mday)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
