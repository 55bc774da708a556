#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open for reading; closed when it goes out of use, unless it is standard input.
///
/// What is read of a packed file is its content, which a tool writes into a pipe.
struct InputFile: ~Copyable {
  let descriptor: CInt
  private let isOwned: Bool
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
    isRegular = isKnown && info.st_mode & S_IFMT == S_IFREG
    size = Int(info.st_size)
  }

  /// Wraps `open`.
  init(opening path: SourcePath) throws(ReadError) {
    let descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .last }
    self.init(descriptor: descriptor, isOwned: true)
  }

  /// Starts the tool that unpacks a file.
  init(unpacking path: SourcePath, _ packing: Packing) throws(ReadError) {
    let packed = try InputFile(opening: path)
    let (process, output) = try packing.start(on: packed.descriptor)
    self.init(descriptor: output, isOwned: true, tool: (packing, process))
  }

  /// Every byte of a file.
  static func contents(of path: SourcePath) throws(ReadError) -> [UInt8] {
    var file = try InputFile(opening: path)
    var bytes: [UInt8] = []
    let count = try file.readAll(into: &bytes, limit: .max)
    return Array(bytes[..<count])
  }

  static func standardInput() -> InputFile {
    InputFile(descriptor: STDIN_FILENO, isOwned: false)
  }

  deinit {
    if isOwned { _ = close(descriptor) }
    // Nobody needs to know how the tool takes it that nobody reads on.
    if let tool { try? tool.packing.finish(tool.process) }
  }

  /// The number of bytes of a regular file.
  ///
  /// Returns nil for a pipe, a terminal and the like, and for standard input, which may be a file of
  /// which another process has read a part.
  var regularFileSize: Int? { isOwned && isRegular ? size : nil }

  /// The file as one that several threads read parts of.
  ///
  /// Returns nil for a pipe, a terminal and the like, and for files whose size the system does not
  /// tell, such as those in `/proc`.
  func regularFile() -> RegularFile? {
    isRegular && size > 0 ? RegularFile(duplicating: descriptor, size: size) : nil
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Reads what is there into a part of an array, not more than fits; returns the number of bytes,
  /// 0 at the end.
  ///
  /// Wraps `read`.
  ///
  /// - Throws: also `unpacking`, in place of the end, if the tool that unpacks the file failed.
  mutating func read(
    into memory: inout [UInt8], _ range: Range<Int>
  ) throws(ReadError) -> Int {
    if !isRegular { try StopRequest.waitForInput(descriptor) }
    let count = try unsafe memory.withUnsafeMutableBufferPointer {
      (memory) throws(ReadError) -> Int in
      let part = unsafe UnsafeMutableBufferPointer(rebasing: memory[range])
      while true {
        let count = unsafe systemRead(descriptor, part.baseAddress, part.count)
        if count >= 0 { return count }
        guard errno == EINTR else { throw .last }
      }
    }
    if count == 0, let tool {
      self.tool = nil
      try tool.packing.finish(tool.process)
    }
    return count
  }
}

/// `read`, which the method of that name hides.
private func systemRead(
  _ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, buffer, count)
}
