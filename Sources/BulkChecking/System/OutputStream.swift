import Processes
import Synchronization

/// A file that is written in large pieces, such as standard output.
///
/// A failure is kept and not thrown: everything after it is dropped. Writers check `hasFailed` from time to time.
package struct OutputStream {
  /// Pieces are written when they have grown to this size.
  static let writeSize = 1 << 17

  private let descriptor: CInt
  /// The name in messages.
  private let name: String
  private var buffer: [UInt8] = []
  private var failure: SystemError?

  private init(_ descriptor: CInt, _ name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Standard output.
  package init() { self.init(STDOUT_FILENO, "standard output") }

  package static var standardError: OutputStream { OutputStream(STDERR_FILENO, "standard error") }

  /// Opens a file that the process keeps open, replacing what was there; `-` is standard output.
  ///
  /// - Parameter inputs: The files that are going to be read.
  /// - Throws: `CommandFailure` if the file is one of them, which stays as it is, or cannot be written.
  package init(path: String, inputs: [FileIdentity]) throws(CommandFailure) {
    if path == "-" {
      self.init()
    } else {
      self.init(try OutputFile.open(path, inputs: inputs), TerminalText.escaped(path))
    }
  }

  package var hasFailed: Bool { failure != nil }

  /// The message about the failure.
  ///
  /// Nil if nothing failed, or if the reader of a pipe has ended, as `head` does after enough lines.
  package var failureMessage: String? {
    guard let failure, failure.code != EPIPE else { return nil }
    return "cannot write \(name): \(failure.message)"
  }

  /// Whether the output is a terminal.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  package mutating func append(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.writeSize { flush() }
  }

  package mutating func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.writeSize { flush() }
  }

  /// Writes the buffered bytes.
  package mutating func flush() {
    guard !buffer.isEmpty else { return }
    if failure == nil {
      StopRequest.isWriting.store(true, ordering: .relaxed)
      failure = writeAll(buffer, to: descriptor)
      StopRequest.isWriting.store(false, ordering: .relaxed)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes the buffered bytes at the end of a command.
  ///
  /// - Throws: `CommandFailure` or `ExitStatus.failed` if a write has failed.
  package mutating func finish() throws {
    flush()
    if let failureMessage { throw CommandFailure(message: failureMessage) }
    if hasFailed { throw ExitStatus.failed }
  }

  /// The file that the stream writes to; nil for a pipe, a terminal and the like.
  package var file: FileIdentity? { FileIdentity(descriptor: descriptor) }
}

package typealias StandardOutput = OutputStream

extension OutputStream {
  /// Appends rows of two columns, made harmless for a terminal.
  package mutating func append(rows: [(name: String, value: String)]) {
    let rows = rows.map { (TerminalText.escaped($0.name), TerminalText.escaped($0.value)) }
    let width = rows.map { TerminalText.width($0.0) }.max() ?? 0
    for (name, value) in rows {
      let padding = String(repeating: " ", count: width - TerminalText.width(name) + 2)
      append("\(name)\(padding)\(value)\n")
    }
  }
}

/// The reason why a command cannot do its job.
package struct CommandFailure: Error, CustomStringConvertible {
  package let message: String
  package init(message: String) { self.message = message }
  package var description: String { message }
}

/// Standard error, for failures of the tool and for remarks.
///
/// No text of a document ever goes there.
package enum StandardError {
  /// Whether the output is a terminal.
  package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line, or something with another end.
  package static func write(_ message: String, terminator: String = "\n") {
    // There is no place to report a failure of standard error.
    _ = writeAll(Array("\(message)\(terminator)".utf8), to: STDERR_FILENO)
  }

  /// Writes a message of the command on a line.
  package static func remark(_ message: String) { write("conform: \(message)") }
}

/// Standard input, output and error, which a parent may have closed.
package enum StandardStreams {
  /// Replaces closed streams by ones on which every operation fails, so that no other file gets their numbers.
  ///
  /// Returns false if the system does not allow that.
  package static func secure() -> Bool {
    // The lowest free number is the one that is closed.
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(descriptor, F_GETFD) < 0 {
      let mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY
      guard unsafe open("/dev/null", mode) == descriptor else { return false }
    }
    return true
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
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        // Another process has made the terminal or pipe non-blocking.
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
      } else if errno != EINTR {
        return .last
      }
    }
    return nil
  }
}
