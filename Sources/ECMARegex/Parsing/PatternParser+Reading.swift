extension PatternParser {
  /// The scalar at the current position; nil at the end.
  var peek: Unicode.Scalar? { peek(ahead: 0) }

  func peek(ahead distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  /// Moves past `scalar` if it is next.
  mutating func eat(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    index += 1
    return true
  }

  /// Moves past `text` if it is next.
  mutating func eat(_ text: String) -> Bool {
    var distance = 0
    for scalar in text.unicodeScalars {
      guard peek(ahead: distance) == scalar else { return false }
      distance += 1
    }
    index += distance
    return true
  }

  /// The pattern's text from `start` to the current position.
  func spelling(from start: Int) -> String {
    spelling(start..<index)
  }

  func spelling(_ offsets: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[offsets.clamped(to: 0..<scalars.count)])
    return String(text)
  }

  func literal(_ codePoint: UInt32, from start: Int) -> PatternNode {
    .characters(CharacterClass(ScalarSet(codePoint: codePoint), offsets: start..<index))
  }

  func syntax(_ message: String, at offset: Int) -> PatternError {
    PatternError(kind: .syntax, message: message, offset: offset)
  }

  /// Records the first part that is valid but cannot be matched.
  mutating func markUnsupported(_ message: String, at offset: Int) {
    guard unsupported == nil else { return }
    unsupported = PatternError(kind: .unsupported, message: message, offset: offset)
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  /// The value of a hexadecimal digit; nil for another scalar.
  var hexDigitValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
