/// A short text as two machine words, which is all of it up to 16 bytes.
///
/// Worked example: `credentials` (11 bytes) is `first` = "credenti" and `last` = "dentials";
/// `name` is `first` = "name" padded with zeros and `last` = 0.
struct WordPair: BitwiseCopyable, Equatable {
  var first: UInt64
  var last: UInt64
  var count: Int

  /// Creates the words of an empty text.
  init() { (first, last, count) = (0, 0, 0) }

  /// Creates the words of a text. From its first byte, `readable` bytes can be loaded.
  @inline(__always)
  init(_ text: UnsafeRawBufferPointer, readable: Int) {
    count = text.count
    first = 0
    last = 0
    guard count > 0, let start = text.baseAddress else { return }
    if count >= 8 {
      unsafe first = start.loadUnaligned(as: UInt64.self)
      unsafe last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if readable >= 8 {
      // In the little-endian word, the text has the low bits; the rest is masked off.
      let word = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      first = word & (1 << UInt64(count * 8) - 1)
    } else {
      for index in 0..<count { unsafe first |= UInt64(text[index]) << UInt64(index * 8) }
    }
  }

  /// A number that differs for most pairs of texts.
  @inline(__always)
  var hash: UInt64 {
    (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: count))
      &* 0xD6E8_FEB8_6659_FD93
  }
}
