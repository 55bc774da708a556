extension JSONNumber {
  /// Whether the number is an integral multiple of a divisor, exactly. The signs do not matter; nothing is a
  /// multiple of 0.
  ///
  /// Takes time in proportion to the number's digits for a given divisor.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2.1
  ///
  /// - Parameters:
  ///   - cursor: a cursor over the bytes that the number was read from, at any position.
  ///   - divisorCursor: the same for the divisor.
  @inlinable @inline(__always)
  package func isMultiple(
    of divisor: JSONNumber, in cursor: JSONCursor, divisorIn divisorCursor: JSONCursor
  ) -> Bool {
    if integer != Self.notShort && divisor.integer != Self.notShort {
      return divisor.integer != 0 && integer % divisor.integer == 0
    }
    return isMultipleByDigits(of: divisor, in: cursor, divisorIn: divisorCursor)
  }

  @usableFromInline @inline(never)
  func isMultipleByDigits(
    of divisor: JSONNumber, in cursor: JSONCursor, divisorIn divisorCursor: JSONCursor
  ) -> Bool {
    guard divisor.sign != 0 else { return false }
    guard sign != 0 else { return true }
    let (number, divisor) = (scaled, divisor.scaled)
    // Each is an integer without a zero at its end times a power of ten. If the number's power is the smaller
    // one, the divisor would have to put a zero there.
    let zeros =
      (number.magnitude - number.significantCount)
      - (divisor.magnitude - divisor.significantCount)
    guard zeros >= 0 else { return false }
    guard divisor.tailCount == 0 else {
      return number.isMultiple(ofLong: divisor, zeros: zeros, cursor, divisorCursor)
    }
    var remainder = ShortRemainder(of: divisor.coefficient)
    if number.tailCount == 0 {
      remainder.append(number.coefficient, scale: 0)
    } else {
      remainder.append(number.head, scale: 0)
      var tail = Tail(of: number, in: cursor)
      var (digits, scale): (UInt64, UInt64) = (0, 1)
      while let digit = tail.next() {
        digits = digits * 10 + UInt64(digit)
        scale *= 10
        guard scale == ShortRemainder.largestScale else { continue }
        remainder.append(digits, scale: scale)
        (digits, scale) = (0, 1)
      }
      remainder.append(digits, scale: scale)
    }
    // A divisor below 2⁶⁴ has no more than 63 factors that zeros can supply.
    for _ in 0..<min(zeros, 64) { remainder.append(0, scale: 10) }
    return remainder.value == 0
  }

  /// The significant digits of a number without a tail, as an integer.
  private var coefficient: UInt64 {
    var value = head
    while value % 10 == 0, value > 0 { value /= 10 }
    return value
  }

  /// The remainder of a number that grows at its end, for a divisor of one machine word.
  private struct ShortRemainder {
    static var largestScale: UInt64 { 1_000_000_000_000_000_000 }
    private let divisor: UInt64
    private(set) var value: UInt64 = 0

    init(of divisor: UInt64) { self.divisor = max(divisor, 1) }

    /// Appends digits: multiplies by `scale`, a power of ten up to 10¹⁸, and adds.
    mutating func append(_ digits: UInt64, scale: UInt64) {
      var (high, low) = value.multipliedFullWidth(by: scale)
      let sum = low.addingReportingOverflow(digits)
      low = sum.partialValue
      if sum.overflow { high &+= 1 }
      // `value` is below the divisor, and the scale below 2⁶⁰: so is the high word, which the division needs.
      value = divisor.dividingFullWidth((high % divisor, low)).remainder
    }
  }

  /// `isMultiple` of a divisor of more than 19 digits, by long division.
  private func isMultiple(
    ofLong divisor: JSONNumber, zeros: Int, _ cursor: JSONCursor, _ divisorCursor: JSONCursor
  ) -> Bool {
    let digitsOfDivisor = divisor.significantCount
    // As above: a decimal digit holds fewer than four factors.
    let zeros = min(zeros, digitsOfDivisor * 4)
    guard significantCount + zeros >= digitsOfDivisor else { return false }
    var digits = digits(in: cursor)
    digits.append(contentsOf: repeatElement(0, count: zeros))
    // Nothing can be subtracted before there are as many digits as the divisor has.
    let start = min(digits.count, max(digitsOfDivisor - 1, 0))
    var remainder = LongRemainder(
      of: divisor.digits(in: divisorCursor), startingWith: digits[..<start])
    for digit in digits[start...] { remainder.append(digit) }
    return remainder.isZero
  }

  /// All significant digits.
  private func digits(in cursor: JSONCursor) -> [UInt8] {
    var digits: [UInt8] = []
    var rest = tailCount > 0 ? head : coefficient
    while rest > 0 {
      digits.append(UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    digits.reverse()
    var tail = Tail(of: self, in: cursor)
    while let digit = tail.next() { digits.append(digit) }
    return digits
  }

  /// The remainder of a number that grows at its end, for a divisor of any size: limbs of 18 digits, the lowest
  /// first, and one to spare.
  private struct LongRemainder {
    private static let base: UInt64 = 1_000_000_000_000_000_000
    private var divisor: [UInt64]
    private var value: [UInt64]

    init(of divisor: [UInt8], startingWith digits: ArraySlice<UInt8>) {
      let count = divisor.count / 18 + 2
      self.divisor = Self.limbs(divisor[...], count: count)
      value = Self.limbs(digits, count: count)
    }

    private static func limbs(_ digits: ArraySlice<UInt8>, count: Int) -> [UInt64] {
      var limbs: [UInt64] = []
      var rest = digits
      while !rest.isEmpty {
        limbs.append(rest.suffix(18).reduce(0) { $0 * 10 + UInt64($1) })
        rest = rest.dropLast(18)
      }
      while limbs.count < count { limbs.append(0) }
      return limbs
    }

    var isZero: Bool { value.allSatisfy { $0 == 0 } }

    mutating func append(_ digit: UInt8) {
      var carry = UInt64(digit)
      for index in value.indices {
        let product = value[index] * 10 + carry
        value[index] = product % Self.base
        carry = product / Self.base
      }
      while isAtLeastDivisor { subtractDivisor() }
    }

    private var isAtLeastDivisor: Bool {
      for index in value.indices.reversed() where value[index] != divisor[index] {
        return value[index] > divisor[index]
      }
      return true
    }

    private mutating func subtractDivisor() {
      var borrow: UInt64 = 0
      for index in value.indices {
        let subtrahend = divisor[index] + borrow
        borrow = value[index] < subtrahend ? 1 : 0
        value[index] = value[index] + borrow * Self.base - subtrahend
      }
    }
  }
}
