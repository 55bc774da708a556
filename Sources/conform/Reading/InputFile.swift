#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open for reading; closed when it goes out of use, unless it is standard input.
struct InputFile: ~Copyable {
  let descriptor: CInt
  private let isOwned: Bool
  private let isRegular: Bool
  private let size: Int

  private init(descriptor: CInt, isOwned: Bool) {
    self.descriptor = descriptor
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

  static func standardInput() -> InputFile {
    InputFile(descriptor: STDIN_FILENO, isOwned: false)
  }

  deinit {
    if isOwned { _ = close(descriptor) }
  }

  /// The number of bytes of a regular file.
  ///
  /// Returns nil for a pipe, a terminal and the like, and for standard input, which may be a file of
  /// which another process has read a part.
  var regularFileSize: Int? { isOwned && isRegular ? size : nil }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Reads what is there into a part of an array, not more than fits; returns the number of bytes,
  /// 0 at the end.
  ///
  /// Wraps `read`.
  func read(into memory: inout [UInt8], _ range: Range<Int>) throws(ReadError) -> Int {
    if !isRegular { try StopRequest.waitForInput(descriptor) }
    return try unsafe memory.withUnsafeMutableBufferPointer { (memory) throws(ReadError) in
      let part = unsafe UnsafeMutableBufferPointer(rebasing: memory[range])
      while true {
        let count = unsafe systemRead(descriptor, part.baseAddress, part.count)
        if count >= 0 { return count }
        guard errno == EINTR else { throw .last }
      }
    }
  }
}

/// `read`, which the method of that name hides.
private func systemRead(
  _ descriptor: CInt, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int {
  unsafe read(descriptor, buffer, count)
}

/// A file's bytes in memory that the system fills as they are touched.
///
/// Marked safe although it holds a pointer, because the bytes are reached only through a span that
/// lives no longer than the mapping. A file that is made shorter while it is read ends
/// the process with `SIGBUS`, as with every program that maps files.
@safe struct MappedFile: ~Copyable {
  private let bytes: UnsafeMutableRawBufferPointer

  /// Maps the first `count` bytes, at least one.
  ///
  /// Returns nil if the file cannot be mapped; wraps `mmap`.
  init?(_ file: borrowing InputFile, count: Int) {
    let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file.descriptor, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else { return nil }
    unsafe bytes = UnsafeMutableRawBufferPointer(start: address, count: count)
  }

  deinit {
    unsafe munmap(bytes.baseAddress, bytes.count)
  }

  func withBytes(_ body: (RawSpan) -> Void) {
    unsafe body(UnsafeRawBufferPointer(bytes).bytes)
  }
}
