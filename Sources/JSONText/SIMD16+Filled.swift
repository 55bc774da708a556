extension SIMD16<Int8> {
  /// A vector with the same byte in each lane.
  ///
  /// `init(repeating:)` does the same one lane at a time, which costs more than the rest of the
  /// scan taken together; this one folds into a constant.
  @inlinable @inline(__always) static func filled(with byte: UInt8) -> Self {
    let word = UInt64(byte) &* 0x0101_0101_0101_0101
    return unsafe unsafeBitCast(SIMD2<UInt64>(word, word), to: Self.self)
  }
}
