extension JSONNumber {
  /// The order of two numbers by value: -1, 0 or 1.
  ///
  /// - Parameters:
  ///   - cursor: A cursor over the bytes that the first number was read from, at any position.
  ///   - otherCursor: Such a cursor for the second number.
  @inlinable @inline(__always)
  package static func compare(
    _ number: JSONNumber, in cursor: JSONCursor, with other: JSONNumber, in otherCursor: JSONCursor
  ) -> Int {
    if number.integer != notShort && other.integer != notShort {
      return number.integer < other.integer ? -1 : number.integer > other.integer ? 1 : 0
    }
    return compareDigits(number, in: cursor, with: other, in: otherCursor)
  }

  @usableFromInline @inline(never)
  static func compareDigits(
    _ number: JSONNumber, in cursor: JSONCursor, with other: JSONNumber, in otherCursor: JSONCursor
  ) -> Int {
    guard number.sign == other.sign else { return number.sign < other.sign ? -1 : 1 }
    // Two zeros are both short integers.
    let (one, two) = (number.scaled, other.scaled)
    let sign = number.sign
    if one.magnitude != two.magnitude { return one.magnitude < two.magnitude ? -sign : sign }
    if one.head != two.head { return one.head < two.head ? -sign : sign }
    var (tail, otherTail) = (Tail(of: one, in: cursor), Tail(of: two, in: otherCursor))
    while true {
      // The last digit of a tail is not 0, so the longer tail is larger.
      switch (tail.next(), otherTail.next()) {
      case (nil, nil): return 0
      case (nil, _): return -sign
      case (_, nil): return sign
      case (let digit?, let otherDigit?):
        if digit != otherDigit { return digit < otherDigit ? -sign : sign }
      }
    }
  }

  /// A hash of the value; every spelling of a number has the same one.
  func hash(in cursor: JSONCursor, _ keys: KeyedHash) -> UInt64 {
    if integer != Self.notShort { return keys.combine(UInt64(bitPattern: integer), 0) }
    var hash = keys.combine(head, UInt64(bitPattern: Int64(magnitude)) << 1 | (isNegative ? 1 : 0))
    var tail = Tail(of: self, in: cursor)
    while tail.remaining > 0 {
      let before = tail.remaining
      var digits: UInt64 = 0
      for _ in 0..<16 { if let digit = tail.next() { digits = digits << 4 | UInt64(digit) } }
      guard tail.remaining < before else { break }
      hash = keys.combine(hash, digits)
    }
    return hash
  }
}
