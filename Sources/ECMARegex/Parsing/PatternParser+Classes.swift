extension PatternParser {
  /// One member of a class: a code point or a class escape.
  private enum ClassAtom {
    case codePoint(UInt32)
    case escape([UnicodeProperty], ScalarSet)
  }

  /// Reads `[…]`.
  ///
  /// https://tc39.es/ecma262/#prod-CharacterClass
  mutating func parseClass() throws(PatternError) -> CharacterClass {
    let start = index
    index += 1
    let isNegated = eat("^")
    var codePoints: [ClosedRange<UInt32>] = []
    var properties: [UnicodeProperty] = []

    func add(_ atom: ClassAtom) {
      switch atom {
      case .codePoint(let codePoint): codePoints.append(codePoint...codePoint)
      case .escape(let named, let set):
        properties += named
        codePoints += set.codePointRanges
      }
    }

    while !eat("]") {
      guard peek != nil else {
        throw syntax(
          "This class is never closed; write `]` after its members, or `\\[` for the character.",
          at: start)
      }
      let memberStart = index
      let first = try parseClassAtom()
      guard peek == "-", let next = peek(ahead: 1), next != "]" else {
        add(first)
        continue
      }
      let hyphen = index
      index += 1
      let second = try parseClassAtom()
      if case .codePoint(let lower) = first, case .codePoint(let upper) = second {
        guard lower <= upper else {
          throw syntax(
            "The range `\(spelling(from: memberStart))` is out of order; swap its ends, "
              + "or write `\\-` for a hyphen.", at: memberStart)
        }
        codePoints.append(lower...upper)
        continue
      }
      guard grammar == .annexB else {
        throw syntax(
          "With the u flag, a class escape cannot be an end of a range, as in "
            + "`\(spelling(from: memberStart))`; write `\\-` for a hyphen.", at: memberStart)
      }
      noteAnnexB(
        "`-` next to a class escape is a literal hyphen; with the u flag, write `\\-`.", at: hyphen)
      add(first)
      add(.codePoint(0x2D))
      add(second)
    }
    return CharacterClass(
      ScalarSet(codePoints: codePoints), properties: properties, isNegated: isNegated,
      offsets: start..<index)
  }

  /// Reads one member, which may be one end of a range.
  ///
  /// https://tc39.es/ecma262/#prod-ClassAtom
  private mutating func parseClassAtom() throws(PatternError) -> ClassAtom {
    let start = index
    guard let scalar = peek, scalar != "\\" else {
      if let (properties, set) = try parseClassEscape() { return .escape(properties, set) }
      return .codePoint(try parseCharacterEscape(inClass: true))
    }
    index += 1
    if scalar.value > 0xFFFF { noteModeDependence(String(scalar), at: start) }
    return .codePoint(scalar.value)
  }
}
