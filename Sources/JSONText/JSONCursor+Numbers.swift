extension JSONCursor {
  /// Moves past a number.
  ///
  /// https://www.rfc-editor.org/rfc/rfc8259#section-6
  ///
  /// - Returns: Whether the value is whole, like `1`, `1.0` and `1e2`, as JSON Schema's `integer` requires.
  /// - Throws: `invalidNumber`, `leadingZero`.
  @discardableResult
  package mutating func scanNumber() throws(JSONFault) -> Bool {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    let integerStart = position
    let integerDigits = countDigits()
    guard integerDigits > 0 else { throw JSONFault(.invalidNumber, at: start) }
    guard integerDigits == 1 || byte(at: integerStart) != UInt8(ascii: "0") else {
      throw JSONFault(.leadingZero, at: integerStart)
    }
    var fraction = position..<position
    if next == UInt8(ascii: ".") {
      position += 1
      let fractionStart = position
      guard countDigits() > 0 else { throw JSONFault(.invalidNumber, at: start) }
      fraction = fractionStart..<position
    }
    var exponent = 0
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      let isNegative = next == UInt8(ascii: "-")
      if isNegative || next == UInt8(ascii: "+") { position += 1 }
      let exponentStart = position
      guard countDigits() > 0 else { throw JSONFault(.invalidNumber, at: start) }
      exponent = saturatedInteger(exponentStart..<position)
      if isNegative { exponent = -exponent }
    }
    if fraction.isEmpty && exponent >= 0 { return true }
    return isWhole(
      integer: integerStart..<(integerStart + integerDigits), fraction: fraction, exponent: exponent
    )
  }

  private mutating func countDigits() -> Int {
    let start = position
    while position < count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte(at: position) {
      position += 1
    }
    return position - start
  }

  /// The number that digits represent, saturated at a value larger than the length of any document.
  private func saturatedInteger(_ digits: Range<Int>) -> Int {
    var value = 0
    for offset in digits {
      guard value < 1 << 48 else { break }
      value = value * 10 + Int(byte(at: offset) - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether digits, shifted by a power of ten, leave only zeros after the point.
  private func isWhole(integer: Range<Int>, fraction: Range<Int>, exponent: Int) -> Bool {
    var trailingZeros = 0
    for digits in [fraction, integer] {
      for offset in digits.reversed() {
        guard byte(at: offset) == UInt8(ascii: "0") else {
          return fraction.count - trailingZeros <= exponent
        }
        trailingZeros += 1
      }
    }
    return true
  }

  /// Moves past `true`, `false` or `null`.
  ///
  /// - Throws: `invalidLiteral`, `unexpectedEnd`.
  package mutating func scanLiteral() throws(JSONFault) {
    let start = position
    let literal: StaticString
    switch next {
    case UInt8(ascii: "t"): literal = "true"
    case UInt8(ascii: "f"): literal = "false"
    default: literal = "null"
    }
    for index in 0..<literal.utf8CodeUnitCount {
      guard start + index < count else { throw JSONFault(.unexpectedEnd, at: count) }
      guard unsafe byte(at: start + index) == literal.utf8Start[index] else {
        throw JSONFault(.invalidLiteral, at: start)
      }
    }
    position = start + literal.utf8CodeUnitCount
  }
}
