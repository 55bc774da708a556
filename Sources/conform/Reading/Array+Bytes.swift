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
    unsafe withUnsafeBytes { bytes in
      var index = range.upperBound
      while index > range.lowerBound {
        index -= 1
        if unsafe bytes[index] == 0x0A { return index }
      }
      return nil
    }
  }

  /// The number of line feeds in a range.
  func lineFeedCount(in range: Range<Int>) -> Int {
    var count = 0
    var start = range.lowerBound
    while let lineFeed = firstLineFeed(in: start..<range.upperBound) {
      count += 1
      start = lineFeed + 1
    }
    return count
  }

  /// Appends zeros up to a size, if the array is not that large yet.
  mutating func grow(to size: Int) {
    guard size > count else { return }
    let old = self
    self = unsafe [UInt8](unsafeUninitializedCapacity: size) { memory, count in
      guard let start = memory.baseAddress else { return }
      let bytes = UnsafeMutableRawBufferPointer(memory)
      unsafe old.withUnsafeBytes { unsafe bytes.copyMemory(from: $0) }
      unsafe memset(start + old.count, 0, size - old.count)
      count = size
    }
  }
}
