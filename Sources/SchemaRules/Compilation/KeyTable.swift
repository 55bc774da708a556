/// A member name as two machine words, which is all of it up to 16 bytes.
///
/// Worked example: `credentials` (11 bytes) is `first` = "credenti" and `last` = "dentials";
/// `name` is `first` = "name" padded with zeros and `last` = 0.
struct KeyWords: BitwiseCopyable, Equatable {
  var first: UInt64
  var last: UInt64
  var count: Int

  /// The words of a name, from whose first byte on `readable` bytes may be loaded.
  @inline(__always)
  init(_ name: UnsafeRawBufferPointer, readable: Int) {
    count = name.count
    first = 0
    last = 0
    guard count > 0, let start = name.baseAddress else { return }
    if count >= 8 {
      unsafe first = start.loadUnaligned(as: UInt64.self)
      unsafe last = start.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    } else if readable >= 8 {
      // As a little-endian number, the word has the name in its low bits; the rest is masked off.
      let word = unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
      first = word & (1 << UInt64(count * 8) - 1)
    } else {
      for index in 0..<count { unsafe first |= UInt64(name[index]) << UInt64(index * 8) }
    }
  }

  /// A number that differs for most pairs of names.
  @inline(__always)
  var hash: UInt64 {
    (first ^ (last &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: count))
      &* 0xD6E8_FEB8_6659_FD93
  }
}

/// Where the places of an object's names are, in a hash table with linear probing.
///
/// The names are the schema author's, so that the table need not defend itself against them; a
/// document's name is looked up, never added.
struct KeyTable: BitwiseCopyable {
  /// The index of the first place in the tables of the schema.
  var start = 0
  /// The number of places minus one; the number is a power of two, and a place stays free.
  var mask = 0
  /// The number of low bits of the hash to drop.
  var shift: UInt64 = 63
}
