package import ECMARegex

/// Makes strings that a pattern matches, along its syntax tree.
///
/// Each string must be matched before it is used: boundaries and negative lookarounds are not followed, and what other
/// lookarounds ask for is put where they stand.
package struct PatternSampler {
  private let syntax: PatternSyntax
  /// Which of several alternatives and characters to take.
  private let variant: Int
  /// Whether to add what lookarounds ask for.
  private let followsLookarounds: Bool
  /// How many code points to add at repetitions.
  private var extra: Int
  private var scalars: [Unicode.Scalar] = []
  private var captures: [Int: [Unicode.Scalar]] = [:]

  private static let mostScalars = 1 << 16
  /// Which characters to prefer, as people read them most easily.
  private static let preferred: [Unicode.Scalar] = Array(
    "abcdefgh0123456789ABCDEF-_./ :@".unicodeScalars)

  private init(
    _ syntax: PatternSyntax, variant: Int, followsLookarounds: Bool, extra: Int = 0
  ) {
    self.syntax = syntax
    self.followsLookarounds = followsLookarounds
    self.variant = variant
    self.extra = extra
  }

  /// Some strings along a pattern's tree, the likeliest to be matched first.
  ///
  /// - Parameter lengths: how many code points they should have; those that cannot be made so are left out.
  package static func strings(
    for syntax: PatternSyntax, lengths: ClosedRange<Int>, variant: Int = 0
  ) -> [String] {
    var result: [String] = []
    // The most telling variants come first, with and without what lookarounds ask for.
    let attempts = (variant..<variant + 24).flatMap {
      syntax.root.hasLookaround ? [($0, false), ($0, true)] : [($0, false)]
    }
    for (variant, follows) in attempts {
      var sampler = PatternSampler(syntax, variant: variant, followsLookarounds: follows)
      sampler.add(syntax.root)
      if sampler.scalars.count < lengths.lowerBound {
        let missing = min(lengths.lowerBound - sampler.scalars.count, mostScalars)
        sampler = PatternSampler(
          syntax, variant: variant, followsLookarounds: follows, extra: missing)
        sampler.add(syntax.root)
      }
      let missing = lengths.lowerBound - sampler.scalars.count
      guard missing < mostScalars, sampler.scalars.count <= lengths.upperBound else { continue }
      // What is not anchored may have any text beside it.
      let padding = [Unicode.Scalar](repeating: "a", count: max(0, missing))
      for scalars in missing > 0
        ? [sampler.scalars + padding, padding + sampler.scalars] : [sampler.scalars]
      {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        if !result.contains(String(text)) { result.append(String(text)) }
      }
    }
    return result
  }

  private mutating func add(_ node: PatternNode) {
    guard scalars.count < Self.mostScalars else { return }
    switch node {
    case .characters(let set): scalars.append(character(of: set))
    case .sequence(let parts): for part in parts { add(part) }
    case .alternation(let alternatives): add(alternatives[variant % alternatives.count])
    case .repetition(let repetition):
      var count = 0
      while count < repetition.minimum, scalars.count < Self.mostScalars {
        add(repetition.body)
        count += 1
      }
      while extra > 0, count < repetition.maximum ?? .max, scalars.count < Self.mostScalars {
        let before = scalars.count
        add(repetition.body)
        count += 1
        extra -= scalars.count - before
        if scalars.count == before { break }
      }
    case .group(let group):
      let start = scalars.count
      add(group.body)
      if let number = group.number { captures[number] = Array(scalars[start...]) }
    case .lookaround(let lookaround):
      if followsLookarounds, !lookaround.isNegative { add(lookaround.body) }
    case .anchor: break
    case .backreference(let reference):
      for number in syntax.captures(of: reference.target) { scalars += captures[number] ?? [] }
    }
  }

  private func character(of set: CharacterClass) -> Unicode.Scalar {
    if set.properties.isEmpty {
      let known = Self.preferred.filter { set.scalars.contains($0) }
      if !known.isEmpty { return known[variant % known.count] }
      return set.scalars.ranges.first?.lowerBound ?? "a"
    }
    // Which characters have a property is the engine's knowledge; these are letters, digits and marks.
    let likely: [Unicode.Scalar] = ["a", "A", "0", "-", " ", "é", "中", "α", "😀"]
    return likely[variant % likely.count]
  }
}
