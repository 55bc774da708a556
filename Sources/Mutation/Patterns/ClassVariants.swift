import ECMARegex

/// Mistakes in a class of characters: the sources of wrong classes.
struct ClassVariants {
  private let characters: CharacterClass
  private let members: String

  /// The number of members that are omitted, each for a variant; of more, the ends of ranges.
  private static let memberLimit = 160

  init(_ characters: CharacterClass) {
    self.characters = characters
    members = PatternSource.members(of: characters)
  }

  private func text(_ members: String) -> String {
    "[\(characters.isNegated ? "^" : "")\(members)]"
  }

  /// Every variant.
  var all: [PatternVariants.Variant] {
    let set = characters.scalars
    let isLarge = set.count > Self.memberLimit || characters.isNegated
    var dropped =
      isLarge ? set.ranges.flatMap { [$0.lowerBound, $0.upperBound] } : Array(set.members)
    if dropped.count > Self.memberLimit { dropped = Array(dropped.prefix(Self.memberLimit)) }
    var variants: [PatternVariants.Variant] = []
    if set.onlyMember == nil {
      for scalar in Set(dropped).sorted() {
        let rest = PatternSource.members(of: set.subtracting(scalar))
        let properties = String(members.dropFirst(PatternSource.members(of: set).count))
        variants.append(("without \(scalar.name)", text(rest + properties)))
      }
    }
    for scalar in Self.neighbours(of: set) where !set.contains(scalar) {
      variants.append(("with \(scalar.name)", text(members + PatternSource.escaped(scalar))))
    }
    variants.append(("negated", "[\(characters.isNegated ? "" : "^")\(members)]"))
    let sign = characters.isNegated ? "^" : ""
    variants += RewritingTable.patterns.cells("classes", ["sign": sign, "members": members])
      .map { ($0[0], $0[1]) }
    if set.contains("A"), set.contains("z") {
      variants.append(("from A to z", text(members + "A-z")))
    }
    if set.onlyMember == nil {
      for range in set.ranges where set.ranges.count > 1 && range.lowerBound < range.upperBound {
        let code = range.lowerBound.value...range.upperBound.value
        let name = "without \(range.lowerBound.name) to \(range.upperBound.name)"
        if let text = without(code) { variants.append((name, text)) }
      }
    }
    return variants
  }

  /// Characters that may be confused with members: ASCII, those beside a range, look-alikes.
  private static func neighbours(of set: ScalarSet) -> [Unicode.Scalar] {
    let beside = set.ranges.prefix(20).flatMap { range in
      [range.lowerBound.value &- 1, range.upperBound.value + 1].compactMap { Unicode.Scalar($0) }
    }
    return Set(ascii + traps + beside).sorted()
  }

  private static let ascii = (UInt8(0)..<128).map { Unicode.Scalar($0) }
  private static let traps: [Unicode.Scalar] = [
    "\u{85}", "\u{A0}", "\u{AA}", "\u{AD}", "\u{B5}", "\u{DF}", "\u{E9}", "\u{131}", "\u{17F}",
    "\u{212A}",
    "\u{301}", "\u{430}", "\u{661}", "\u{200D}", "\u{2010}", "\u{2013}", "\u{2019}", "\u{2028}",
    "\u{2212}",
    "\u{3000}", "\u{4E2D}", "\u{FEFF}", "\u{FF0D}", "\u{FF11}", "\u{FF41}", "\u{FFFD}", "\u{1F600}",
  ]

  // MARK: Changes that are made to every class at once

  /// The class with the other case of its letters, as the flag `i` folds them; nil if it has no letters.
  var caseFolded: String? {
    let set = characters.scalars
    let letters = (ascii: Self.ascii.filter { set.contains($0) }, count: 0).ascii
    let others = letters.flatMap { scalar -> [Unicode.Scalar] in
      let text = String(scalar)
      let cases = (text.lowercased() + text.uppercased()).unicodeScalars.filter {
        !set.contains($0)
      }
      let special: [Unicode.Scalar] =
        ["k", "K"].contains(text) ? ["\u{212A}"] : ["s", "S"].contains(text) ? ["\u{17F}"] : []
      return Array(cases) + special.filter { !set.contains($0) }
    }
    return others.isEmpty ? nil : text(members + others.map(PatternSource.escaped).joined())
  }

  /// The class without some characters; nil if it has none of them, or no others.
  func without(_ codePoints: ClosedRange<UInt32>) -> String? {
    let set = characters.scalars
    let rest = ScalarSet(codePoints: [codePoints]).complement.intersection(set)
    guard rest != set, !rest.isEmpty, characters.properties.isEmpty else { return nil }
    return "[\(PatternSource.members(of: rest))]"
  }

  /// The class with another meaning of `\s`; nil unless it has all white space and is not the complement of
  /// something.
  func with(whiteSpace: String) -> String? {
    let set = characters.scalars
    guard set.intersection(.whiteSpace) == .whiteSpace, set.count <= 1_000 else { return nil }
    let rest = set.intersection(ScalarSet.whiteSpace.complement)
    return text(PatternSource.members(of: rest) + whiteSpace)
  }
}

extension ScalarSet {
  /// How many members there are.
  var count: Int {
    ranges.reduce(0) { count, range in
      let span = Int(range.upperBound.value - range.lowerBound.value) + 1
      return count + span
        - (range.lowerBound.value < 0xD800 && range.upperBound.value > 0xDFFF ? 2_048 : 0)
    }
  }

  /// The members in ascending order.
  var members: some Sequence<Unicode.Scalar> {
    ranges.lazy.flatMap { range in
      (range.lowerBound.value...range.upperBound.value).lazy.compactMap { Unicode.Scalar($0) }
    }
  }

  /// The scalars that are members of both sets.
  func intersection(_ other: ScalarSet) -> ScalarSet {
    complement.union(other.complement).complement
  }

  func subtracting(_ scalar: Unicode.Scalar) -> ScalarSet {
    intersection(ScalarSet(codePoint: scalar.value).complement)
  }
}
