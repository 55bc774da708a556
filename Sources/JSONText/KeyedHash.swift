public import CVector

/// A fast hash of bytes under random keys.
///
/// Each step multiplies two keyed machine words to 128 bits and combines the halves. Nobody can construct texts with
/// equal hashes without the keys, which each process chooses at random.
@frozen @usableFromInline package struct KeyedHash: BitwiseCopyable, Sendable {
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let third: UInt64

  /// The keys of this process.
  package static let process = KeyedHash()

  /// Creates random keys.
  package init() {
    var random = SystemRandomNumberGenerator()
    self.init(keys: random.next(), random.next(), random.next())
  }

  /// Creates a hash with known keys, so tests can construct collisions.
  package init(keys first: UInt64, _ second: UInt64, _ third: UInt64) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// Combines the halves of a 128-bit product.
  @inlinable @inline(__always) static func fold(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }

  /// A hash of two hashes; their order matters.
  @inlinable @inline(__always) package func combine(_ one: UInt64, _ other: UInt64) -> UInt64 {
    Self.fold(one ^ first, Self.fold(other ^ second, third) ^ third)
  }

  /// The hash of up to 16 bytes, padded with zeros.
  ///
  /// Texts that differ only in zeros at their end have the same hash; at most 17 texts can share one.
  @inlinable @inline(__always) func hash(ofShort bytes: cvector_words) -> UInt64 {
    Self.fold(bytes.first ^ first, bytes.second ^ second)
  }

  /// The hash of more than 16 bytes.
  @inline(never)
  func hash(ofLong bytes: UnsafeRawBufferPointer) -> UInt64 {
    assert(bytes.count > 16)
    var state = UInt64(truncatingIfNeeded: bytes.count) ^ third
    var offset = 0
    while bytes.count - offset > 16 {
      state = unsafe step(state, bytes, offset)
      offset += 16
    }
    // The last 16 bytes, which may overlap those read before.
    return unsafe step(state, bytes, bytes.count - 16)
  }

  @inline(__always)
  private func step(_ state: UInt64, _ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    let low = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let high = unsafe bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)
    return Self.fold(low ^ first, high ^ second ^ state)
  }

  /// The hash of any bytes.
  @unsafe package func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard bytes.count <= 16 else { return unsafe hash(ofLong: bytes) }
    var words = cvector_words()
    unsafe withUnsafeMutableBytes(of: &words) { unsafe $0.copyBytes(from: bytes) }
    return hash(ofShort: words)
  }

  /// Another hash of any bytes. It is faster for a few bytes, even at the end of a document.
  @unsafe package func quickHash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard bytes.count <= 16 else { return unsafe hash(ofLong: bytes) }
    let (low, high) = unsafe Self.ends(of: bytes)
    return Self.fold(
      low ^ first, high ^ second ^ UInt64(truncatingIfNeeded: bytes.count) &* third)
  }

  /// The first and the last bytes of up to 16; each byte is in at least one of the words.
  @inline(__always)
  private static func ends(of bytes: UnsafeRawBufferPointer) -> (low: UInt64, high: UInt64) {
    let count = bytes.count
    if count >= 8 {
      return unsafe (
        bytes.loadUnaligned(as: UInt64.self),
        bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return unsafe (
        UInt64(bytes.loadUnaligned(as: UInt32.self)),
        UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      )
    }
    guard count > 0 else { return (0, 0) }
    return unsafe (UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8, UInt64(bytes[count - 1]))
  }
}
