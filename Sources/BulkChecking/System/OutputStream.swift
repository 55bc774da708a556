import Processes
import Synchronization

/// A file that is written in large pieces, such as standard output.
///
/// A failure is kept and not thrown: everything after it is dropped, and whoever has more to write asks for
/// it now and then.
package struct OutputStream {
  /// Pieces are written when they have grown to this size.
  static let writeSize = 1 << 17

  private let descriptor: CInt
  /// What it is called in messages.
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

  /// What to tell people of the failure.
  ///
  /// Nil if nothing failed or if the reader at the other end of a pipe has gone, as `head` does when it has
  /// enough.
  package var failureMessage: String? {
    guard let failure, failure.code != EPIPE else { return nil }
    return "cannot write \(name): \(failure.message)"
  }

  /// Whether someone reads along.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  package mutating func append(_ bytes: [UInt8]) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.writeSize { flush() }
  }

  package mutating func append(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.writeSize { flush() }
  }

  /// Writes what there is.
  package mutating func flush() {
    guard !buffer.isEmpty else { return }
    if failure == nil {
      StopRequest.isWriting.store(true, ordering: .relaxed)
      failure = writeAll(buffer, to: descriptor)
      StopRequest.isWriting.store(false, ordering: .relaxed)
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what there is, as the last act of a command.
  ///
  /// - Throws: what leads to the exit status for a job that was not done.
  package mutating func finish() throws {
    flush()
    if let failureMessage { throw CommandFailure(message: failureMessage) }
    if hasFailed { throw ExitStatus.failed }
  }

  /// The file that it goes to. Nil for a pipe, a terminal and the like.
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

/// Why a command cannot do what it was asked to.
package struct CommandFailure: Error, CustomStringConvertible {
  package let message: String
  package init(message: String) { self.message = message }
  package var description: String { message }
}

/// Standard error, for what keeps the tool from doing its job, and for remarks.
///
/// No text of a document ever goes there.
package enum StandardError {
  /// Whether someone reads along.
  package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes a line, or something with another end.
  package static func write(_ message: String, terminator: String = "\n") {
    // A failure to complain has no place to be complained about.
    _ = writeAll(Array("\(message)\(terminator)".utf8), to: STDERR_FILENO)
  }

  /// Writes a line of the command's own: a complaint or a remark.
  package static func remark(_ message: String) { write("conform: \(message)") }
}

/// Standard input, output and error, which a parent may have closed.
package enum StandardStreams {
  /// Opens those that are closed in a way in which they cannot be used, so that no other file takes their
  /// numbers and a use of them fails.
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
        // A terminal or pipe that a neighbour has made non-blocking.
        var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&wait, 1, -1)
      } else if errno != EINTR {
        return .last
      }
    }
    return nil
  }
}
