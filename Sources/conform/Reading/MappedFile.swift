#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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

  /// Calls `body` with the bytes, and sees to it that those which were read do not stay in memory.
  func withBytes(_ body: (RawSpan) -> Void) {
    let release = unsafe bytes.count >= PageRelease.leastSize ? PageRelease(of: bytes) : nil
    defer { release?.end() }
    unsafe body(UnsafeRawBufferPointer(bytes).bytes)
  }
}

/// A thread that gives the pages of a mapped file back while the file is read.
///
/// Pages count as the process's memory from the first touch. Without them the next touch fills them
/// again from the system's cache, so that it does not matter which ones go and when: the reader
/// needs no part in this, and a thread that comes late costs memory, not correctness.
private final class PageRelease: Sendable {
  /// Smaller files are not worth a thread.
  static let leastSize = 1 << 23
  /// What the reader touches between two turns is a mebibyte or so, but for a single string of that
  /// size, which it reads ten times as fast.
  private static let intervalInMicroseconds = 1000

  private let isAtEnd = Monitor(false)
  private let thread = ThreadGroup()

  init(of bytes: UnsafeMutableRawBufferPointer) {
    // The thread ends before the mapping does: `end` waits for it.
    let address = UInt(bitPattern: bytes.baseAddress)
    let count = bytes.count
    thread.start { [isAtEnd] in
      while !isAtEnd.wait(microseconds: Self.intervalInMicroseconds, until: { $0 }) {
        unsafe madvise(UnsafeMutableRawPointer(bitPattern: address), count, MADV_DONTNEED)
      }
    }
  }

  func end() {
    isAtEnd.withLock { $0 = true }
    thread.join()
  }
}
