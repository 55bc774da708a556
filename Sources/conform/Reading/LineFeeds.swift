#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension [UInt8] {
  /// The index of the first line feed in a range; wraps `memchr`.
  func firstLineFeed(in range: Range<Int>) -> Int? {
    guard !range.isEmpty else { return nil }
    return unsafe withUnsafeBytes { bytes in
      let lines = unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
      guard let start = lines.baseAddress,
        let found = unsafe memchr(start, 0x0A, lines.count)
      else { return nil }
      return unsafe range.lowerBound + (UnsafeRawPointer(found) - start)
    }
  }

  /// The index of the last line feed in a range.
  func lastLineFeed(in range: Range<Int>) -> Int? {
    self[range].lastIndex(of: 0x0A)
  }

  /// The number of line feeds in a range.
  func lineFeedCount(in range: Range<Int>) -> Int {
    unsafe withUnsafeBytes { bytes in
      var count = 0
      for offset in range where unsafe bytes[offset] == 0x0A { count += 1 }
      return count
    }
  }
}
