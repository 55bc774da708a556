/// A position in the bytes of a string, and the steps from there.
///
/// A step named `take…` moves past the named part and returns whether it was present. If not, the position is
/// unspecified, unless the step takes a single character.
///
/// The type is marked safe although it contains a pointer: each load follows a comparison of its offset with `count`,
/// the position only returns to earlier positions, and only `init(unsafeBytes:)` creates a scanner, whose caller
/// guarantees that the bytes outlive it.
@safe struct TextScanner {
  private let bytes: UnsafeRawBufferPointer
  let count: Int
  var position = 0

  init(unsafeBytes bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
    count = bytes.count
  }

  var isAtEnd: Bool { position >= count }

  /// The next byte, or nil at the end.
  var next: UInt8? {
    position < count ? unsafe bytes[position] : nil
  }

  /// The byte at a distance of at least 0 from the position, or nil beyond the end.
  func byte(ahead distance: Int) -> UInt8? {
    distance < count - position ? unsafe bytes[position + distance] : nil
  }

  /// Whether an ASCII character is next.
  func isNext(_ character: Unicode.Scalar) -> Bool {
    guard let next else { return false }
    return UInt32(next) == character.value
  }

  func isNext(_ set: ByteSet) -> Bool {
    guard let next else { return false }
    return set.contains(next)
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    position += 1
    return true
  }

  @discardableResult
  mutating func take(_ set: ByteSet) -> Bool {
    guard isNext(set) else { return false }
    position += 1
    return true
  }

  /// Moves past bytes of a set and returns their number.
  @discardableResult
  mutating func skip(_ set: ByteSet, atMost limit: Int = .max) -> Int {
    var length = 0
    while length < limit, take(set) { length += 1 }
    return length
  }

  /// Moves past characters that a rule allows and returns the number of their bytes.
  @discardableResult
  mutating func skip(_ rule: CharacterRule) -> Int {
    let start = position
    while let next {
      if next >= 0x80 {
        guard let (scalar, length) = nextScalar, rule.contains(nonASCII: scalar) else { break }
        position += length
      } else if rule.ascii.contains(next) {
        position += 1
      } else if rule.allowsPercentEncoding, next == UInt8(ascii: "%"),
        let first = byte(ahead: 1), ByteSet.hexadecimalDigits.contains(first),
        let second = byte(ahead: 2), ByteSet.hexadecimalDigits.contains(second)
      {
        position += 3
      } else {
        break
      }
    }
    return position - start
  }

  /// The value of a decimal number with the given number of digits, at most nine. Returns nil if there are fewer
  /// digits.
  mutating func takeNumber(digits: Int) -> Int? {
    var value = 0
    for _ in 0..<digits {
      guard let digit = next, ByteSet.digits.contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      position += 1
    }
    return value
  }

  /// The next scalar and its length in bytes. Returns nil at the end and inside a scalar.
  var nextScalar: (scalar: UInt32, length: Int)? {
    guard let first = next else { return nil }
    let length: Int
    var scalar: UInt32
    switch first {
    case 0..<0x80: return (UInt32(first), 1)
    case 0xC0..<0xE0: (length, scalar) = (2, UInt32(first & 0x1F))
    case 0xE0..<0xF0: (length, scalar) = (3, UInt32(first & 0x0F))
    case 0xF0..<0xF8: (length, scalar) = (4, UInt32(first & 0x07))
    default: return nil
    }
    for distance in 1..<length {
      guard let byte = byte(ahead: distance) else { return nil }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }
}
