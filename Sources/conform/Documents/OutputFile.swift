import Processes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that the command writes.
enum OutputFile {
  /// Writes a file, replacing what was there; wraps `open`.
  static func write(_ text: String, to path: String) throws(CommandFailure) {
    let descriptor = unsafe path.withCString {
      unsafe open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw failure(path, .last) }
    defer { _ = close(descriptor) }
    if let error = writeAll(Array(text.utf8), to: descriptor) { throw failure(path, error) }
  }

  /// Makes a directory, unless there is one; wraps `mkdir`.
  static func makeDirectory(_ path: String) throws(CommandFailure) {
    let status = unsafe path.withCString { unsafe mkdir($0, 0o777) }
    guard status == 0 || errno == EEXIST else { throw failure(path, .last) }
  }

  /// The bytes of a file; nil if it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    try? InputFile.contents(of: SourcePath(path))
  }

  private static func failure(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(message: "cannot write \(TerminalText.escaped(path)): \(error.message)")
  }
}
