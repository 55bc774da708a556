extension [UInt8] {
  /// Escapes the characters beyond ASCII that satisfy a condition, in JSON text that starts at an offset: as `\uXXXX`,
  /// or as a pair of escapes above U+FFFF.
  ///
  /// JSON has such characters only in strings, where escapes are allowed.
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
