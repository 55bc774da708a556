import Processes

/// Files that the command writes.
package enum OutputFile {
  /// Writes a file, replacing an existing one.
  package static func write(_ text: String, to path: String) throws(CommandFailure) {
    let descriptor = try open(path)
    defer { _ = close(descriptor) }
    if let error = writeAll(Array(text.utf8), to: descriptor) { throw failure(path, error) }
  }

  /// Opens a file for writing and truncates it, unless it is one of the files to read; wraps `open`.
  static func open(_ path: String, inputs: [FileIdentity] = []) throws(CommandFailure) -> CInt {
    let descriptor = unsafe path.withCString {
      unsafe systemOpen($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw failure(path, .last) }
    guard let file = FileIdentity(descriptor: descriptor) else { return descriptor }
    guard !inputs.contains(file) else {
      _ = close(descriptor)
      throw CommandFailure(
        message: "cannot write \(TerminalText.escaped(path)): it is also a file to check")
    }
    _ = ftruncate(descriptor, 0)
    return descriptor
  }

  /// Makes a directory, unless there is one; wraps `mkdir`.
  package static func makeDirectory(_ path: String) throws(CommandFailure) {
    let status = unsafe path.withCString { unsafe mkdir($0, 0o777) }
    guard status == 0 || errno == EEXIST else { throw failure(path, .last) }
  }

  private static func failure(_ path: String, _ error: SystemError) -> CommandFailure {
    CommandFailure(message: "cannot write \(TerminalText.escaped(path)): \(error.message)")
  }
}

/// `open`, which the method of that name hides.
private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: CInt, _ mode: mode_t) -> CInt {
  unsafe open(path, flags, mode)
}
