extension PatternTranslator {
  /// A class in PCRE2's syntax: one scalar, `.`, a property, or brackets with the fewest ranges.
  static func spelling(of set: CharacterClass) -> String {
    if !set.properties.isEmpty { return spelling(ofProperties: set) }
    let ranges = set.scalars.ranges
    if ranges.isEmpty { return "(?!)" }
    if set.scalars == .all { return "." }
    if let scalar = set.scalars.onlyMember { return spelling(of: scalar) }
    let others = set.scalars.complement.ranges
    return others.count < ranges.count
      ? "[^\(spelling(of: others))]"
      : "[\(spelling(of: ranges))]"
  }

  private static func spelling(ofProperties set: CharacterClass) -> String {
    if set.scalars.isEmpty, set.properties.count == 1, let property = set.properties.first {
      return UnicodeProperty(
        kind: property.kind, shortName: property.shortName,
        isNegated: property.isNegated != set.isNegated
      ).spellingInPCRE2
    }
    let properties = set.properties.map(\.spellingInPCRE2).joined()
    return "[\(set.isNegated ? "^" : "")\(spelling(of: set.scalars.ranges))\(properties)]"
  }

  private static func spelling(of ranges: [ClosedRange<Unicode.Scalar>]) -> String {
    ranges.map { range in
      let lower = spelling(of: range.lowerBound)
      if range.lowerBound == range.upperBound { return lower }
      let isPair = range.upperBound.value - range.lowerBound.value == 1
      return lower + (isPair ? "" : "-") + spelling(of: range.upperBound)
    }.joined()
  }

  /// ASCII letters and digits unchanged, all other scalars by number, because numbers have no special meaning in
  /// PCRE2.
  static func spelling(of scalar: Unicode.Scalar) -> String {
    scalar.isASCIILetter || scalar.isASCIIDigit
      ? String(scalar) : "\\x{\(String(scalar.value, radix: 16))}"
  }

  static func spelling(of anchor: PatternNode.Anchor) -> String {
    switch anchor {
    case .start: "^"
    // PCRE2's `$` also matches before a line feed at the end.
    case .end: "\\z"
    case .wordBoundary: "\\b"
    case .notWordBoundary: "\\B"
    }
  }

  static func quantifier(_ minimum: Int, _ maximum: Int?) -> String {
    switch (minimum, maximum) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1): "?"
    case (1, 1): ""
    case (_, nil): "{\(minimum),}"
    case (_, let maximum?): minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}"
    }
  }
}
