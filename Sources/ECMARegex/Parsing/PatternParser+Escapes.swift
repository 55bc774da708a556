extension PatternParser {
  /// The escapes outside a class.
  enum Escape {
    case atom(PatternNode)
    case assertion(PatternNode.Anchor)
  }

  /// Reads an escape outside a class.
  ///
  /// https://tc39.es/ecma262/#prod-AtomEscape
  mutating func parseAtomEscape() throws(PatternError) -> Escape {
    let start = index
    switch peek(ahead: 1) {
    case "b":
      index += 2
      return .assertion(.wordBoundary)
    case "B":
      index += 2
      return .assertion(.notWordBoundary)
    case "k":
      index += 2
      let name = try parseGroupName(after: "\\k")
      return .atom(backreference(.name(name), at: start))
    case .some("1"..."9"):
      index += 1
      let number = parseDigits() ?? 0
      return .atom(backreference(.number(number), at: start))
    default:
      if let (properties, scalars) = try parseClassEscape() {
        return .atom(
          .characters(CharacterClass(scalars, properties: properties, offsets: start..<index)))
      }
      let codePoint = try parseCharacterEscape(inClass: false)
      return .atom(literal(codePoint, from: start))
    }
  }

  private mutating func backreference(
    _ target: PatternNode.Backreference.Target, at offset: Int
  ) -> PatternNode {
    let reference = PatternNode.Backreference(target: target, offset: offset)
    backreferences.append(reference)
    return .backreference(reference)
  }

  /// Reads `\d \D \s \S \w \W \p{…} \P{…}`. For another escape, returns nil and does not move.
  ///
  /// https://tc39.es/ecma262/#prod-CharacterClassEscape
  mutating func parseClassEscape() throws(PatternError) -> ([UnicodeProperty], ScalarSet)? {
    let start = index
    let set: ScalarSet
    switch peek(ahead: 1) {
    case "d": set = .digits
    case "D": set = ScalarSet.digits.complement
    case "s": set = .whiteSpace
    case "S": set = ScalarSet.whiteSpace.complement
    case "w": set = .wordCharacters
    case "W": set = ScalarSet.wordCharacters.complement
    case "p", "P":
      let isNegated = peek(ahead: 1) == "P"
      index += 2
      return try parseProperty(isNegated: isNegated, at: start)
    default: return nil
    }
    index += 2
    return ([], set)
  }

  /// Reads an escape that represents one code point.
  ///
  /// https://tc39.es/ecma262/#prod-CharacterEscape
  mutating func parseCharacterEscape(inClass: Bool) throws(PatternError) -> UInt32 {
    let start = index
    index += 1
    guard let scalar = peek else {
      throw syntax("The pattern ends with a backslash; write `\\\\` for the character.", at: start)
    }
    index += 1
    switch scalar {
    case "t": return 0x09
    case "n": return 0x0A
    case "v": return 0x0B
    case "f": return 0x0C
    case "r": return 0x0D
    case "b" where inClass: return 0x08
    case "-" where inClass: return 0x2D
    case "0":
      if let next = peek, next.isASCIIDigit {
        throw syntax(
          "ECMA-262 has no octal escapes with the u flag; write `\\xHH`.", at: start)
      }
      return 0
    case "c":
      guard let letter = peek, letter.isASCIILetter else {
        throw syntax("`\\c` must be followed by an ASCII letter, as in `\\cJ`.", at: start)
      }
      index += 1
      return letter.value % 32
    case "x":
      guard let value = parseHexDigits(count: 2) else {
        throw syntax("`\\x` must be followed by two hexadecimal digits, as in `\\x2F`.", at: start)
      }
      return value
    case "u":
      return try parseUnicodeEscape(at: start)
    case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/":
      return scalar.value
    default:
      try checkIdentityEscape(of: scalar, inClass: inClass, at: start)
      return scalar.value
    }
  }

  /// Reads what follows `\u`: `HHHH`, a surrogate pair `HHHH\uHHHH`, or `{…}`.
  ///
  /// https://tc39.es/ecma262/#prod-RegExpUnicodeEscapeSequence
  mutating func parseUnicodeEscape(at start: Int) throws(PatternError) -> UInt32 {
    if eat("{") {
      var value: UInt32 = 0
      var hasDigit = false
      while let digit = peek?.hexDigitValue {
        value = min(value * 16 + digit, 0x110000)
        hasDigit = true
        index += 1
      }
      guard eat("}"), hasDigit, value <= 0x10FFFF else {
        throw syntax(
          "`\\u{…}` must contain the hexadecimal digits of a code point, at most 10FFFF.", at: start
        )
      }
      noteModeDependence(spelling(from: start), at: start)
      return value
    }
    guard let lead = parseHexDigits(count: 4) else {
      throw syntax(
        "`\\u` must be followed by four hexadecimal digits, or by `{…}`, as in `\\u00E9`.",
        at: start)
    }
    guard (0xD800...0xDBFF).contains(lead) else { return lead }
    let afterLead = index
    if eat("\\u"), let trail = parseHexDigits(count: 4), (0xDC00...0xDFFF).contains(trail) {
      noteModeDependence(spelling(from: start), at: start)
      return 0x10000 + (lead - 0xD800) << 10 + (trail - 0xDC00)
    }
    index = afterLead
    return lead
  }

  private mutating func parseHexDigits(count: Int) -> UInt32? {
    var value: UInt32 = 0
    for distance in 0..<count {
      guard let digit = peek(ahead: distance)?.hexDigitValue else { return nil }
      value = value * 16 + digit
    }
    index += count
    return value
  }

  /// Reads the `{…}` of a property escape.
  private mutating func parseProperty(
    isNegated: Bool, at start: Int
  ) throws(PatternError) -> ([UnicodeProperty], ScalarSet) {
    guard eat("{") else {
      throw syntax(
        "`\(spelling(from: start))` must be followed by a property in braces, as in `\\p{Lu}`.",
        at: start)
    }
    let nameStart = index
    while let scalar = peek, scalar != "}" { index += 1 }
    let name = spelling(from: nameStart)
    guard eat("}"), let property = UnicodeProperty(spelling: name, isNegated: isNegated) else {
      throw syntax(
        "`\(spelling(from: start))` is not a Unicode property of ECMA-262; names must match exactly, "
          + "as in `\\p{Lu}` and `\\p{Script=Greek}`.", at: start)
    }
    noteModeDependence(spelling(from: start), at: start)
    if let set = property.resolved { return ([], set) }
    if let reason = property.reasonUnsupported {
      markUnsupported("`\(spelling(from: start))` is not supported: \(reason).", at: start)
    }
    return ([property], .none)
  }
}
