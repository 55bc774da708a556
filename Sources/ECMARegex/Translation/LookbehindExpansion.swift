/// Rewrites a lookbehind as alternatives of fixed length, which PCRE2 10.42 can match.
///
/// A lookbehind only tests whether some text before the position matches, not how much. So a repetition at the left end
/// can be cut to its minimum: `(?<=a*b)` is equivalent to `(?<=b)`. A bounded repetition elsewhere becomes one
/// alternative per count.
struct LookbehindExpansion {
  /// The maximum number of alternatives for one lookbehind.
  static let maximumAlternatives = 256

  /// The maximum number of parts of all alternatives together.
  static let maximumParts = 20_000

  /// The maximum nesting of groups in a lookbehind; it bounds the stack that the expansion needs.
  static let maximumNestingDepth = 20

  /// Parts that match text of a single length, in code points.
  private struct FixedText {
    var parts: [PatternNode] = []
    var length = 0
  }

  private let lookbehind: PatternNode.Lookaround

  init(of lookbehind: PatternNode.Lookaround) {
    self.lookbehind = lookbehind
  }

  /// The alternatives, each of fixed length.
  func alternatives() throws(PatternError) -> [PatternNode] {
    guard lookbehind.body.nestingDepth <= Self.maximumNestingDepth else {
      throw refusal(
        "its groups are nested deeper than \(Self.maximumNestingDepth) levels",
        at: lookbehind.offset)
    }
    return try expand(lookbehind.body, isLeftmost: true).map { .sequence($0.parts) }
  }

  private func expand(
    _ node: PatternNode, isLeftmost: Bool
  ) throws(PatternError) -> [FixedText] {
    switch node {
    case .characters: return [FixedText(parts: [node], length: 1)]
    case .anchor, .lookaround: return [FixedText(parts: [node])]
    // A reference with text was rejected before; this one matches the empty string.
    case .backreference: return [FixedText()]
    case .group, .sequence: return try expand(sequence: node.children, isLeftmost: isLeftmost)
    case .alternation: return try expand(alternatives: node.children, isLeftmost: isLeftmost)
    case .repetition(let repetition):
      return isLeftmost ? try expand(leftmost: repetition) : try expand(inner: repetition)
    }
  }

  private func expand(
    alternatives: [PatternNode], isLeftmost: Bool
  ) throws(PatternError) -> [FixedText] {
    var texts: [FixedText] = []
    for alternative in alternatives {
      texts += try expand(alternative, isLeftmost: isLeftmost)
      try check(texts)
    }
    return simplify(texts, isLeftmost: isLeftmost)
  }

  private func expand(
    sequence parts: [PatternNode], isLeftmost: Bool
  ) throws(PatternError) -> [FixedText] {
    var texts = [FixedText()]
    for part in parts {
      // At the left end, there is at most one empty text; see `simplify`.
      let isFirst = isLeftmost && texts.contains { $0.parts.isEmpty }
      let continuations = try expand(part, isLeftmost: isFirst)
      if continuations.count == 1, let continuation = continuations.first {
        for index in texts.indices {
          texts[index].parts += continuation.parts
          texts[index].length += continuation.length
        }
      } else {
        var longer: [FixedText] = []
        for text in texts {
          longer += combine(text, continuations)
          try check(longer)
        }
        texts = longer
      }
      try check(texts)
    }
    return simplify(texts, isLeftmost: isLeftmost)
  }

  private func expand(leftmost repetition: PatternNode.Repetition) throws(PatternError)
    -> [FixedText]
  {
    guard repetition.minimum > 0 else { return [FixedText()] }
    let first = try expand(repetition.body, isLeftmost: true)
    guard repetition.minimum > 1, first.contains(where: { !$0.parts.isEmpty }) else { return first }
    let rest = try expand(
      inner: .init(
        body: repetition.body, minimum: repetition.minimum - 1, maximum: repetition.minimum - 1,
        isLazy: false, offset: repetition.offset))
    var texts: [FixedText] = []
    for text in first {
      texts += combine(text, rest)
      try check(texts)
    }
    return texts
  }

  private func expand(inner repetition: PatternNode.Repetition) throws(PatternError) -> [FixedText]
  {
    if repetition.maximum == 0 { return [FixedText()] }
    let bodies = try expand(repetition.body, isLeftmost: false)
    let lengths = Set(bodies.map(\.length))
    let minimum: Int
    let maximum: Int
    if lengths == [0] {
      // If a condition holds, repeating it changes nothing.
      (minimum, maximum) = (min(repetition.minimum, 1), 1)
    } else if let bound = repetition.maximum {
      (minimum, maximum) = (repetition.minimum, bound)
    } else {
      throw refusal(
        "a repetition without an upper bound must be at the left end of a lookbehind",
        at: repetition.offset)
    }
    guard maximum - minimum <= Self.maximumAlternatives else { throw tooMany }
    return lengths.count == 1
      ? try fixedPowers(of: bodies, minimum...maximum, at: repetition.offset)
      : try powers(of: bodies, minimum...maximum)
  }

  /// Repeats texts of one length: each count is one repetition.
  private func fixedPowers(
    of bodies: [FixedText], _ counts: ClosedRange<Int>, at offset: Int
  ) throws(PatternError) -> [FixedText] {
    let alternatives = bodies.map { PatternNode.sequence($0.parts) }
    let body = PatternNode.group(
      .init(
        body: alternatives.count == 1 ? alternatives[0] : .alternation(alternatives), number: nil,
        name: nil, offset: offset))
    var texts: [FixedText] = []
    for count in counts {
      let (length, overflow) = bodies[0].length.multipliedReportingOverflow(by: count)
      let repetition = PatternNode.Repetition(
        body: body, minimum: count, maximum: count, isLazy: false, offset: offset)
      texts.append(
        FixedText(
          parts: count == 0 ? [] : [.repetition(repetition)],
          length: overflow ? 65_536 : min(length, 65_536))
      )
    }
    try check(texts)
    return texts
  }

  /// Repeats texts of different lengths: each combination is an alternative.
  private func powers(
    of bodies: [FixedText], _ counts: ClosedRange<Int>
  ) throws(PatternError) -> [FixedText] {
    guard counts.upperBound <= Self.maximumAlternatives else { throw tooMany }
    var powers = [FixedText()]
    var texts = counts.contains(0) ? powers : []
    for count in 1...max(counts.upperBound, 1) {
      var longer: [FixedText] = []
      for text in powers {
        longer += combine(text, bodies)
        try check(longer)
      }
      powers = longer
      if counts.contains(count) { texts += powers }
      try check(texts)
    }
    return texts
  }

  private func combine(_ text: FixedText, _ continuations: [FixedText]) -> [FixedText] {
    continuations.map {
      FixedText(parts: text.parts + $0.parts, length: text.length + $0.length)
    }
  }

  /// At the left end, the empty text makes all other alternatives superfluous.
  private func simplify(_ texts: [FixedText], isLeftmost: Bool) -> [FixedText] {
    isLeftmost && texts.contains { $0.parts.isEmpty } ? [FixedText()] : texts
  }

  private func check(_ texts: [FixedText]) throws(PatternError) {
    guard texts.count <= Self.maximumAlternatives,
      texts.reduce(0, { $0 + $1.parts.count }) <= Self.maximumParts
    else { throw tooMany }
    guard texts.allSatisfy({ (0...65_535).contains($0.length) }) else {
      throw refusal("it looks further back than 65,535 code points", at: lookbehind.offset)
    }
  }

  private var tooMany: PatternError {
    refusal(
      "its text can have more than \(Self.maximumAlternatives) different forms; give repetitions "
        + "smaller bounds", at: lookbehind.offset)
  }

  private func refusal(_ reason: String, at offset: Int) -> PatternError {
    PatternError(
      kind: .unsupported, message: "This lookbehind is not supported: \(reason).", offset: offset)
  }
}
