/// Memory for input. It grows in place, so a document is never in memory twice while it is read.
///
/// Marked safe although it holds a pointer: it reads and writes nothing outside the memory that it owns.
@safe package struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutableRawPointer?
  private(set) var capacity = 0
  /// The number of bytes in use.
  package private(set) var count = 0

  package init() {}

  deinit { unsafe free(start) }

  /// Makes room for a number of bytes in all; wraps `realloc`, which moves large memory without a copy.
  ///
  /// - Throws: `system` where the system has no more memory to give.
  mutating func reserve(_ size: Int) throws(ReadError) {
    guard size > capacity else { return }
    guard let larger = unsafe realloc(start, size) else { throw .last }
    unsafe start = larger
    capacity = size
    #if os(Linux)
      // Pages of 2 MiB, where the system has them: a large file is read into fewer of them.
      let page = 1 << 21
      let first = (UInt(bitPattern: larger) + UInt(page) - 1) / UInt(page) * UInt(page)
      let offset = Int(first - UInt(bitPattern: larger))
      if size >= offset + page { unsafe _ = madvise(larger + offset, size - offset, MADV_HUGEPAGE) }
    #endif
  }

  /// Keeps only the first bytes.
  mutating func truncate(to size: Int) { count = min(count, max(0, size)) }

  /// Appends a part of another buffer.
  mutating func append(_ other: borrowing ByteBuffer, from offset: Int) throws(ReadError) {
    let size = other.count - offset
    guard size > 0 else { return }
    try reserve(count + size)
    // Sound: both ranges are inside memory that two different buffers own.
    if let start = unsafe start, let source = unsafe other.start {
      unsafe memcpy(start + count, source + offset, size)
    }
    count += size
  }

  /// Appends what `read` puts into the free memory, not more than makes `most` bytes in all.
  ///
  /// Returns what `read` returns: a number of bytes, or a negative one for a failure.
  mutating func append(
    upTo most: Int = .max, _ read: (UnsafeMutableRawPointer, Int) -> Int
  ) -> Int {
    let room = min(capacity, most) - count
    guard room > 0, let start = unsafe start else { return 0 }
    let size = unsafe read(start + count, room)
    if size > 0 { count += min(size, room) }
    return size
  }

  /// Calls `body` with the bytes from an offset on.
  @inline(__always)
  package borrowing func withBytes<Result>(
    from offset: Int = 0, _ body: (RawSpan) throws -> Result
  ) rethrows -> Result {
    // Sound: the first `count` bytes are initialized, and stay while the buffer is borrowed.
    let bytes = unsafe UnsafeRawBufferPointer(start: UnsafeRawPointer(start), count: count)
    return try unsafe body(bytes.bytes.extracting(min(offset, count)...))
  }

  /// The offset of the last line feed from an offset on.
  func lastLineFeed(from offset: Int) -> Int? {
    withBytes(from: offset) { $0.lastLineFeed.map { offset + $0 } }
  }
}
