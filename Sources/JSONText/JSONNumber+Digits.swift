extension JSONNumber {
  /// The result of scanning the digits of a number.
  struct DigitScan {
    private var isNegative = false
    private var head: UInt64 = 0
    private var headCount = 0
    private var magnitude = 0
    private var tailStart = 0
    /// The digits seen after the head, and their number up to the last one that is not 0.
    private var digitsAfterHead = 0
    private var tailCount = 0
    private var exponent = 0

    mutating func read(from start: Int, to end: Int, in cursor: JSONCursor) {
      var isAfterPoint = false
      var offset = start
      while offset < end {
        let byte = cursor.byte(at: offset)
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          add(byte &- UInt8(ascii: "0"), at: offset, isAfterPoint: isAfterPoint)
        case UInt8(ascii: "."): isAfterPoint = true
        case UInt8(ascii: "-"): isNegative = true
        default:
          exponent = Self.exponent(from: offset &+ 1, to: end, in: cursor)
          return
        }
        offset &+= 1
      }
    }

    @inline(__always)
    private mutating func add(_ digit: UInt8, at offset: Int, isAfterPoint: Bool) {
      if headCount == 0 && digit == 0 {
        // A leading zero is not significant, but after the point it moves the first digit.
        if isAfterPoint { magnitude &-= 1 }
        return
      }
      if !isAfterPoint { magnitude &+= 1 }
      if headCount < JSONNumber.headDigits {
        head = head &* 10 &+ UInt64(digit)
        headCount &+= 1
        return
      }
      if digitsAfterHead == 0 { tailStart = offset }
      digitsAfterHead &+= 1
      if digit != 0 { tailCount = digitsAfterHead }
    }

    private static func exponent(from start: Int, to end: Int, in cursor: JSONCursor) -> Int {
      var value = 0
      var isNegative = false
      for offset in start..<max(start, end) {
        let byte = cursor.byte(at: offset)
        let digit = byte &- UInt8(ascii: "0")
        if digit < 10 {
          value = min(value, JSONNumber.largestExponent / 10) * 10 + Int(digit)
          value = min(value, JSONNumber.largestExponent)
        } else if byte == UInt8(ascii: "-") {
          isNegative = true
        }
      }
      return isNegative ? -value : value
    }

    var number: JSONNumber {
      guard headCount > 0 else { return JSONNumber(short: 0) }
      // Neither can overflow an `Int`: one is an offset, the other a bounded exponent.
      let magnitude = magnitude &+ exponent
      var head = head
      for _ in headCount..<JSONNumber.headDigits { head &*= 10 }
      let tailCount = digitsAfterHead == 0 ? 0 : tailCount
      let significant =
        tailCount > 0 ? JSONNumber.headDigits + tailCount : JSONNumber.significantDigits(in: head)
      let isWhole = significant <= magnitude
      var integer = JSONNumber.notShort
      if isWhole && magnitude < JSONNumber.headDigits {
        var value = head
        for _ in magnitude..<JSONNumber.headDigits { value /= 10 }
        integer = isNegative ? -Int64(value) : Int64(value)
      }
      return JSONNumber(
        integer: integer, isWhole: isWhole, isNegative: isNegative, head: head,
        magnitude: magnitude, tailStart: tailStart, tailCount: tailCount)
    }
  }

  /// The largest exponent that is kept exactly.
  static var largestExponent: Int { 1_000_000_000_000_000_000 }

  /// The number of digits of a 19-digit head without the zeros at its end.
  static func significantDigits(in head: UInt64) -> Int {
    var digits = headDigits
    var rest = head
    while digits > 0, rest % 10 == 0 {
      rest /= 10
      digits &-= 1
    }
    return digits
  }

  /// The number of significant digits, once the head is filled up.
  var significantCount: Int {
    tailCount > 0 ? Self.headDigits + tailCount : Self.significantDigits(in: head)
  }

  /// Reads the digits of the tail one by one.
  struct Tail {
    private let cursor: JSONCursor
    private var offset: Int
    private(set) var remaining: Int

    init(of number: JSONNumber, in cursor: JSONCursor) {
      self.cursor = cursor
      offset = max(number.tailStart, 0)
      remaining = number.tailCount
    }

    /// The next digit, 0 to 9; nil at the end.
    @inline(__always) mutating func next() -> UInt8? {
      while remaining > 0, offset < cursor.count {
        let digit = cursor.byte(at: offset) &- UInt8(ascii: "0")
        offset &+= 1
        // There may be a decimal point between two digits.
        guard digit < 10 else { continue }
        remaining &-= 1
        return digit
      }
      return nil
    }
  }
}
