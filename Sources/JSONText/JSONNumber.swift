/// The value of a JSON number of any size, exact: a sign, digits, and the place of the decimal point.
///
/// https://www.rfc-editor.org/rfc/rfc8259#section-6
///
/// A plain value for tables. Digits after the 19th significant one stay in the document as the tail; functions that
/// need them take a cursor over the same bytes.
///
/// Worked example: `-0.0250e1` is -0.25. `head` is 2500000000000000000 (`25`, filled up to 19 digits), `magnitude` is
/// 0, because the first digit comes right after the point, and there is no tail.
///
/// Exponents beyond ±10¹⁸ count as ±10¹⁸.
@frozen @usableFromInline package struct JSONNumber: BitwiseCopyable, Sendable {
  /// The value of an integer of at most 18 digits in any spelling; `notShort` for any other number. If it is given,
  /// the digits below are not filled in.
  @usableFromInline let integer: Int64
  /// Whether the value has no fractional part, as JSON Schema's `integer` requires.
  @usableFromInline package let isWhole: Bool
  @usableFromInline let isNegative: Bool
  /// The first 19 significant digits, filled up with zeros.
  @usableFromInline let head: UInt64
  /// The number of digits before the decimal point after the exponent is applied; negative if zeros follow the point.
  @usableFromInline let magnitude: Int
  /// The offset of the significant digit that follows those in `head`.
  @usableFromInline let tailStart: Int
  /// The number of significant digits from `tailStart` on; the last one is not 0.
  @usableFromInline let tailCount: Int

  /// The value if it is an integer of at most 18 digits; otherwise nil.
  package var shortInteger: Int64? { integer == Self.notShort ? nil : integer }

  /// The value if it is whole and `Int` can hold it; otherwise nil.
  package var int: Int? {
    if let shortInteger { return Int(exactly: shortInteger) }
    guard isWhole, tailCount == 0, 1...Self.headDigits ~= magnitude else { return nil }
    var rest = head
    for _ in magnitude..<Self.headDigits { rest /= 10 }
    return Int(exactly: rest).map { isNegative ? -$0 : $0 }
      ?? (isNegative && rest == Int.min.magnitude ? .min : nil)
  }

  /// The `integer` of a number that is not an integer or has too many digits.
  @usableFromInline static var notShort: Int64 { .min }
  static var headDigits: Int { 19 }

  /// Creates an integer of at most 18 digits.
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

  /// Creates the value of a scanned number from the offsets of its first byte and after its last one.
  package init(from start: Int, to end: Int, in cursor: JSONCursor) {
    var digits = DigitScan()
    digits.read(from: max(start, 0), to: min(end, cursor.count), in: cursor)
    self = digits.number
  }

  /// The sign: -1, 0 or 1.
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
    // With one more digit than a short integer has, the value is not used.
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
    // The call needs its argument in memory; with a copy, the cursor itself can stay in registers.
    var copy = self
    let number = try copy.readUnusualNumber()
    self = copy
    return number
  }

  /// Whether a byte after digits shows that the number is not written as an integer.
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
