extension JSONNumber {
  /// Whether the number is an integral multiple of a divisor, exactly. The signs do not matter; no number is a
  /// multiple of 0.
  ///
  /// For a given divisor, the time is proportional to the number of digits.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2.1
  ///
  /// - Parameters:
  ///   - cursor: A cursor over the bytes that the number was read from, at any position.
  ///   - divisorCursor: Such a cursor for the divisor.
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
    // Both are integers without a zero at the end, times a power of ten. If the power of the number is smaller, the
    // divisor's multiples end in zeros that the number does not have.
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
    // A divisor below 2⁶⁴ has at most 63 factors that zeros can supply.
    for _ in 0..<min(zeros, 64) { remainder.append(0, scale: 10) }
    return remainder.value == 0
  }

  /// The significant digits of a number without a tail, as an integer.
  private var coefficient: UInt64 {
    var value = head
    while value % 10 == 0, value > 0 { value /= 10 }
    return value
  }

  /// The remainder of a number that is extended at its end, for a divisor of one machine word.
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
      // `value` is less than the divisor and the scale less than 2⁶⁰, so the high word is less than the divisor, as
      // the division requires.
      value = divisor.dividingFullWidth((high % divisor, low)).remainder
    }
  }

  /// `isMultiple` for a divisor of more than 19 digits, by long division.
  private func isMultiple(
    ofLong divisor: JSONNumber, zeros: Int, _ cursor: JSONCursor, _ divisorCursor: JSONCursor
  ) -> Bool {
    let digitsOfDivisor = divisor.significantCount
    // As above: one decimal digit contains fewer than four factors.
    let zeros = min(zeros, digitsOfDivisor * 4)
    guard significantCount + zeros >= digitsOfDivisor else { return false }
    var digits = digits(in: cursor)
    digits.append(contentsOf: repeatElement(0, count: zeros))
    // Nothing can be subtracted until there are as many digits as the divisor has.
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

  /// The remainder of a number that is extended at its end, for a divisor of any size, in limbs of 18 digits. The
  /// lowest limb comes first; one limb is spare.
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
