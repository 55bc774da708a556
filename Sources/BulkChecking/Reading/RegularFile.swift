import Synchronization

/// A regular file of which several threads can read parts.
final class RegularFile: Sendable {
  /// A duplicate, so that it stays open as long as a part is still to be read.
  private let descriptor: CInt
  /// The byte offset at which the file was to be read when it was opened.
  let start: Int
  /// The number of bytes when the file was opened.
  let size: Int
  private let isBroken = Atomic(false)

  /// Returns nil if the file has no position; wraps `lseek` and `dup`.
  init?(duplicating descriptor: CInt, size: Int) {
    let start = lseek(descriptor, 0, SEEK_CUR)
    guard start >= 0 else { return nil }
    let duplicate = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard duplicate >= 0 else { return nil }
    self.descriptor = duplicate
    self.start = Int(start)
    self.size = size
  }

  deinit {
    _ = close(descriptor)
  }

  /// Whether some part could not be read.
  var hasFailed: Bool { isBroken.load(ordering: .relaxed) }

  /// Appends `size` bytes from an offset of the file. Returns the number of bytes, which is smaller only at the end of
  /// the file.
  ///
  /// Wraps `pread`.
  ///
  /// - Throws: Once per file, so that it is reported once; later failures count as its end.
  func read(into buffer: inout ByteBuffer, _ size: Int, at offset: Int) throws(ReadError) -> Int {
    let start = buffer.count
    try buffer.reserve(start + size)
    while buffer.count < start + size {
      let position = offset + buffer.count - start
      let count = unsafe buffer.append(upTo: start + size) {
        unsafe pread(descriptor, $0, $1, off_t(position))
      }
      if count == 0 { break }
      if count < 0 && errno != EINTR {
        let error = ReadError.last
        if isBroken.exchange(true, ordering: .relaxed) { return 0 }
        throw error
      }
    }
    return buffer.count - start
  }

  /// Makes the next read of the file start at an offset; wraps `lseek`.
  func seek(to offset: Int) {
    _ = lseek(descriptor, off_t(offset), SEEK_SET)
  }
}
