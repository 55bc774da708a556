/// A file that is open for reading. It is closed when its lifetime ends, unless it is standard input.
///
/// Reading a compressed file returns its content, which a tool writes to a pipe.
package struct InputFile: ~Copyable {
  let descriptor: CInt
  private let isOwned: Bool
  /// Whether reading never waits: a regular file whose size the system tells, unlike those in `/proc`.
  private let isRegular: Bool
  private let size: Int
  private var tool: (packing: Packing, process: pid_t)?

  private init(
    descriptor: CInt, isOwned: Bool, tool: (packing: Packing, process: pid_t)? = nil
  ) {
    self.descriptor = descriptor
    self.tool = tool
    self.isOwned = isOwned
    var info = stat()
    let isKnown = unsafe fstat(descriptor, &info) == 0
    isRegular = isKnown && info.st_mode & S_IFMT == S_IFREG && info.st_size > 0
    size = Int(info.st_size)
  }

  /// Opens a file; wraps `open`.
  ///
  /// A named pipe has bytes to read, or has been closed by its writer, when it is open.
  init(opening path: SourcePath) throws(ReadError) {
    // `open` itself would wait for a pipe's writer, and not for a request to stop.
    let descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw .last }
    do throws(ReadError) {
      var info = stat()
      _ = unsafe fstat(descriptor, &info)
      if info.st_mode & S_IFMT != S_IFREG || info.st_size == 0 {
        try StopRequest.waitForInput(descriptor)
      }
    } catch {
      _ = close(descriptor)
      throw error
    }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    self.init(descriptor: descriptor, isOwned: true)
  }

  /// Starts the tool that unpacks a file.
  init(unpacking path: SourcePath, _ packing: Packing) throws(ReadError) {
    let packed = try InputFile(opening: path)
    let (process, output) = try packing.start(on: packed.descriptor)
    self.init(descriptor: output, isOwned: true, tool: (packing, process))
  }

  /// Every byte of a file.
  package static func contents(of path: SourcePath) throws(ReadError) -> [UInt8] {
    var file = try InputFile(opening: path)
    var buffer = ByteBuffer()
    try file.readAll(into: &buffer, limit: .max)
    return buffer.withBytes { unsafe $0.withUnsafeBytes { unsafe Array($0) } }
  }

  /// The text of a file that people edit: without the byte order mark that some editors put in front of it.
  static func text(of path: SourcePath) throws(ReadError) -> [UInt8] {
    let bytes = try contents(of: path)
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(byteOrderMark.count)) : bytes
  }

  package static func standardInput() -> InputFile {
    InputFile(descriptor: STDIN_FILENO, isOwned: false)
  }

  deinit {
    if isOwned { _ = close(descriptor) }
    // The rest of the tool's output is not needed.
    if let tool { tool.packing.end(tool.process) }
  }

  /// The number of bytes of a regular file.
  ///
  /// Returns nil for pipes, terminals and similar files, and for standard input, because another process may have read
  /// a part of it.
  private var regularFileSize: Int? { isOwned && isRegular ? size : nil }

  /// The file in a form that several threads can read at once.
  ///
  /// Returns nil for pipes, terminals and similar files, and for files without a known size, such as those in `/proc`.
  func regularFile() -> RegularFile? {
    isRegular ? RegularFile(duplicating: descriptor, size: size) : nil
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Appends available bytes until the buffer has `most` bytes or is full. Returns the number of bytes, 0 at the end.
  ///
  /// Wraps `read`.
  ///
  /// - Throws: Also `unpacking`, instead of returning 0 at the end, if the tool that decompresses the file failed.
  mutating func read(
    into buffer: inout ByteBuffer, upTo most: Int = .max
  ) throws(ReadError) -> Int {
    let descriptor = descriptor
    while true {
      if !isRegular { try StopRequest.waitForInput(descriptor) }
      let count = unsafe buffer.append(upTo: most) { unsafe systemRead(descriptor, $0, $1) }
      if count > 0 { return count }
      if count == 0 {
        if let tool {
          self.tool = nil
          try tool.packing.finish(tool.process)
        }
        return 0
      }
      guard errno == EINTR || errno == EAGAIN else { throw .last }
    }
  }

  /// Replaces the content of a buffer with that of a file, up to one byte beyond the limit.
  mutating func readAll(into buffer: inout ByteBuffer, limit: Int) throws(ReadError) {
    let most = limit < Int.max ? limit + 1 : limit
    buffer.truncate(to: 0)
    // One byte more than the size, so that the end shows without growing the buffer.
    try buffer.reserve(min(max(regularFileSize ?? 0, 1 << 16) + 1, most))
    while buffer.count < most {
      // Memory that is not touched costs nothing.
      if buffer.count == buffer.capacity { try buffer.reserve(min(buffer.count * 2, most)) }
      if try read(into: &buffer, upTo: most) == 0 { break }
    }
  }
}

/// `read`, which the method of that name hides.
private func systemRead(
  _ descriptor: CInt, _ buffer: UnsafeMutableRawPointer, _ count: Int
) -> Int {
  unsafe read(descriptor, buffer, count)
}
