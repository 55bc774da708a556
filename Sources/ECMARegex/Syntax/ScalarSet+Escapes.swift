extension ScalarSet {
  /// `\d`: the ASCII digits.
  ///
  /// https://tc39.es/ecma262/#sec-compiletocharset
  public static let digits = ScalarSet(codePoints: [0x30...0x39])

  /// `\w`: ASCII letters, digits and the underscore.
  ///
  /// https://tc39.es/ecma262/#sec-wordcharacters
  public static let wordCharacters = ScalarSet(codePoints: [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
  ])

  /// `\s`: WhiteSpace and LineTerminator, 25 scalars, including U+FEFF but not U+0085 or U+180E.
  ///
  /// https://tc39.es/ecma262/#sec-white-space
  public static let whiteSpace = ScalarSet(codePoints: [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ])

  /// The scalars that `.` does not match.
  ///
  /// https://tc39.es/ecma262/#sec-line-terminators
  public static let lineTerminators = ScalarSet(codePoints: [
    0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029,
  ])
}
