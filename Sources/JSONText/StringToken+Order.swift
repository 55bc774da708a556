extension JSONCursor {
  /// The order of two scanned strings by their UTF-8 with escapes resolved: -1, 0 or 1. The second string may be in
  /// another document.
  package func compare(
    _ token: StringToken, with other: StringToken, in otherCursor: JSONCursor
  ) -> Int {
    if !token.hasEscapes && !other.hasEscapes {
      let one = unsafe bytes(from: token.start, to: token.end)
      let two = unsafe otherCursor.bytes(from: other.start, to: other.end)
      return unsafe Self.compare(one, two)
    }
    var buffer: [UInt8] = []
    appendUnescaped(token, to: &buffer)
    let middle = buffer.count
    otherCursor.appendUnescaped(other, to: &buffer)
    return unsafe buffer.withUnsafeBytes { all in
      unsafe Self.compare(
        UnsafeRawBufferPointer(rebasing: all[..<middle]),
        UnsafeRawBufferPointer(rebasing: all[middle...]))
    }
  }

  private static func compare(
    _ one: UnsafeRawBufferPointer, _ two: UnsafeRawBufferPointer
  ) -> Int {
    for index in 0..<min(one.count, two.count) where unsafe one[index] != two[index] {
      return unsafe one[index] < two[index] ? -1 : 1
    }
    return one.count == two.count ? 0 : one.count < two.count ? -1 : 1
  }
}
