#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that only this user can read, gone when it goes out of use.
struct TemporaryFile: ~Copyable {
  let path: String

  /// Wraps `mkstemp`.
  init(_ bytes: [UInt8]) throws(SessionFailure) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/conform-XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard descriptor >= 0 else {
      throw SessionFailure(.cannotStart, "cannot make \(Printable.escaped(path))")
    }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe write(descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard count > 0 || count < 0 && errno == EINTR else {
        throw SessionFailure(.cannotStart, "cannot write \(Printable.escaped(path))")
      }
      written += max(count, 0)
    }
  }

  deinit {
    unsafe unlink(path)
  }
}
