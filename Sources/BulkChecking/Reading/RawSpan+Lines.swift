extension RawSpan {
  /// The offset of the first line feed from another offset on; wraps `memchr`.
  @inline(__always)
  func firstLineFeed(from offset: Int) -> Int? {
    guard offset < byteCount else { return nil }
    return unsafe withUnsafeBytes { bytes in
      // Sound: the search starts inside the bytes and ends with them.
      guard let start = bytes.baseAddress,
        let found = unsafe memchr(start + offset, 0x0A, bytes.count - offset)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - start
    }
  }

  /// The offset of the last line feed.
  var lastLineFeed: Int? {
    unsafe withUnsafeBytes { unsafe $0.lastIndex(of: 0x0A) }
  }

  /// The number of line feeds.
  var lineFeedCount: Int {
    var count = 0
    var start = 0
    while let lineFeed = firstLineFeed(from: start) {
      count += 1
      start = lineFeed + 1
    }
    return count
  }

  /// Whether there is nothing but white space, as JSON has it on a line.
  @inline(__always)
  var isBlank: Bool {
    for offset in byteOffsets {
      switch byte(at: offset) {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default: return false
      }
    }
    return true
  }

  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    // Sound: the offset is checked, and every pattern of bits is a byte.
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
