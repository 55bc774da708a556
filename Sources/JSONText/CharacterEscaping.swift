extension [UInt8] {
  /// Escapes, in JSON text from an offset on, the characters beyond ASCII that a condition holds for, as `\uXXXX`; a
  /// pair of escapes for one above U+FFFF.
  ///
  /// Outside strings, JSON has no such characters, so each is where an escape may be.
  package mutating func escapeCharacters(
    from start: Int = 0, where isEscaped: (Unicode.Scalar) -> Bool
  ) {
    guard self[start...].contains(where: { $0 >= 0x80 }) else { return }
    let text = String(decoding: self[start...], as: UTF8.self)
    guard text.unicodeScalars.contains(where: { !$0.isASCII && isEscaped($0) }) else { return }
    removeSubrange(start...)
    for scalar in text.unicodeScalars {
      if scalar.isASCII || !isEscaped(scalar) {
        append(contentsOf: String(scalar).utf8)
        continue
      }
      for unit in String(scalar).utf16 {
        let digits = String(UInt32(unit) | 0x10000, radix: 16).dropFirst()
        append(contentsOf: "\\u\(digits)".utf8)
      }
    }
  }
}
