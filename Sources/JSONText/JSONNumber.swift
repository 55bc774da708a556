/// The value of a JSON number of any size, exact: a sign, digits, and the place of the decimal point.
///
/// https://www.rfc-editor.org/rfc/rfc8259#section-6
///
/// A plain value for tables. Only of more than 19 significant digits is there a rest that stays in the
/// document; functions that need it are given a cursor over the same bytes.
///
/// Worked example: `-0.0250e1` is -0.25: `head` is 2500000000000000000 (`25`, filled up to 19 digits),
/// `magnitude` is 0, since the first digit is right after the point, and there is no tail.
///
/// Exponents beyond ±10¹⁸ count as ±10¹⁸.
@frozen @usableFromInline package struct JSONNumber: BitwiseCopyable, Sendable {
  /// The value of an integer of at most 18 digits, however it is spelled; `notShort` of any other number.
  /// The digits below are not filled in where it is given.
  @usableFromInline let integer: Int64
  /// Whether the value has no fractional part, as JSON Schema means by `integer`.
  @usableFromInline package let isWhole: Bool
  @usableFromInline let isNegative: Bool
  /// The first 19 significant digits, zeros after them where there are fewer.
  @usableFromInline let head: UInt64
  /// The number of digits that are before the decimal point once the exponent is applied; negative where zeros
  /// are after the point.
  @usableFromInline let magnitude: Int
  /// The offset of the significant digit after those in `head`.
  @usableFromInline let tailStart: Int
  /// How many significant digits there are from `tailStart` on; the last one is not 0.
  @usableFromInline let tailCount: Int

  /// The value if it is an integer of at most 18 digits; else nil.
  package var shortInteger: Int64? { integer == Self.notShort ? nil : integer }

  /// The value if it is whole and `Int` can hold it; else nil.
  package var int: Int? {
    if let shortInteger { return Int(exactly: shortInteger) }
    guard isWhole, tailCount == 0, 1...Self.headDigits ~= magnitude else { return nil }
    var rest = head
    for _ in magnitude..<Self.headDigits { rest /= 10 }
    return Int(exactly: rest).map { isNegative ? -$0 : $0 }
      ?? (isNegative && rest == Int.min.magnitude ? .min : nil)
  }

  /// The `integer` of numbers that are none, or too large.
  @usableFromInline static var notShort: Int64 { .min }
  static var headDigits: Int { 19 }

  /// An integer of at most 18 digits.
  @inlinable @inline(__always) package init(short integer: Int64) {
    self.init(
      integer: integer, isWhole: true, isNegative: integer < 0, head: 0, magnitude: 0, tailStart: 0,
      tailCount: 0)
  }

  @inlinable @inline(__always) init(
    integer: Int64, isWhole: Bool, isNegative: Bool, head: UInt64, magnitude: Int, tailStart: Int,
    tailCount: Int
  ) {
    self.integer = integer
    self.isWhole = isWhole
    self.isNegative = isNegative
    self.head = head
    self.magnitude = magnitude
    self.tailStart = tailStart
    self.tailCount = tailCount
  }

  /// The value of a number that has been scanned, by the offsets of its first byte and after its last.
  package init(from start: Int, to end: Int, in cursor: JSONCursor) {
    var digits = DigitScan()
    digits.read(from: max(start, 0), to: min(end, cursor.count), in: cursor)
    self = digits.number
  }

  /// -1, 0 or 1.
  var sign: Int { integer == 0 ? 0 : isNegative ? -1 : 1 }

  /// The same number with its digits filled in.
  var scaled: JSONNumber {
    guard integer != Self.notShort, integer != 0 else { return self }
    var head = integer.magnitude
    var magnitude = Self.headDigits
    while head < 1_000_000_000_000_000_000 {
      head &*= 10
      magnitude &-= 1
    }
    return JSONNumber(
      integer: integer, isWhole: true, isNegative: isNegative, head: head, magnitude: magnitude,
      tailStart: 0, tailCount: 0)
  }
}

extension JSONCursor {
  /// Moves past a number and returns its value.
  ///
  /// - Throws: `invalidNumber`, `leadingZero`.
  @inlinable @inline(__always)
  package mutating func readNumber() throws(JSONFault) -> JSONNumber {
    // Most numbers are whole and short.
    let isNegative = next == UInt8(ascii: "-")
    let start = isNegative ? position &+ 1 : position
    var offset = start
    var value: Int64 = 0
    // Of one digit more than is short the value is not used.
    while offset < count, offset &- start < 19 {
      let digit = byte(at: offset) &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int64(digit)
      offset &+= 1
    }
    let length = offset &- start
    if 1...18 ~= length, length == 1 || byte(at: start) != UInt8(ascii: "0"),
      offset >= count || !Self.continuesNumber(byte(at: offset))
    {
      position = offset
      return JSONNumber(short: isNegative ? 0 &- value : value)
    }
    // A copy goes to memory for the call, so that the cursor itself can stay in registers.
    var copy = self
    let number = try copy.readUnusualNumber()
    self = copy
    return number
  }

  /// Whether a byte after digits makes the number more than an integer.
  @inlinable @inline(__always) static func continuesNumber(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  @usableFromInline @inline(never)
  mutating func readUnusualNumber() throws(JSONFault) -> JSONNumber {
    let start = position
    try scanNumber()
    return JSONNumber(from: start, to: position, in: self)
  }
}
