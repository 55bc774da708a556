extension TextScanner {
  /// https://www.rfc-editor.org/rfc/rfc6901#section-3
  mutating func takeJSONPointer() -> Bool {
    guard isAtEnd || isNext("/") else { return false }
    while let next {
      position += 1
      if next == UInt8(ascii: "~"), !take("0"), !take("1") { return false }
    }
    return true
  }

  /// https://datatracker.ietf.org/doc/html/draft-bhutton-relative-json-pointer-00#section-3
  mutating func takeRelativeJSONPointer(allowsAdjustment: Bool) -> Bool {
    guard takeInteger() else { return false }
    if allowsAdjustment, take("+") || take("-"), !takeInteger() { return false }
    return take("#") || takeJSONPointer()
  }

  /// Moves past a non-negative integer without a leading zero.
  private mutating func takeInteger() -> Bool {
    take("0") || skip(.digits) > 0
  }
}
