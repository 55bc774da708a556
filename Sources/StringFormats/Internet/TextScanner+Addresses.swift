extension TextScanner {
  /// https://www.rfc-editor.org/rfc/rfc2673#section-3.2
  mutating func takeIPv4Address() -> Bool {
    takeOctet() && take(".") && takeOctet() && take(".") && takeOctet() && take(".") && takeOctet()
  }

  /// Moves past a decimal number up to 255. Some programs would read a leading zero as the start of an octal number.
  private mutating func takeOctet() -> Bool {
    if take("0") { return !isNext(.digits) }
    var value = 0
    while let digit = next, ByteSet.digits.contains(digit) {
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
      guard value <= 255 else { return false }
      position += 1
    }
    return value > 0
  }

  /// https://www.rfc-editor.org/rfc/rfc4291#section-2.2
  mutating func takeIPv6Address() -> Bool {
    var groups = 0
    var isCompressed = false
    if take(":") {
      guard take(":") else { return false }
      isCompressed = true
      guard isNext(.hexadecimalDigits) else { return true }
    }
    while true {
      let start = position
      guard skip(.hexadecimalDigits, atMost: 4) > 0 else { return false }
      if isNext(".") {
        position = start
        guard takeIPv4Address() else { return false }
        groups += 2
        break
      }
      groups += 1
      guard groups < 8, take(":") else { break }
      if take(":") {
        guard !isCompressed else { return false }
        isCompressed = true
        guard isNext(.hexadecimalDigits) else { break }
      }
    }
    return isCompressed ? groups <= 7 : groups == 8
  }

  /// https://www.rfc-editor.org/rfc/rfc4122#section-3
  mutating func takeUUID() -> Bool {
    for (index, length) in [8, 4, 4, 4, 12].enumerated() {
      guard index == 0 || take("-"), skip(.hexadecimalDigits, atMost: length) == length else {
        return false
      }
    }
    return true
  }
}
