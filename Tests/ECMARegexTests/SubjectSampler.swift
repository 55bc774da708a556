import ECMARegex

/// Subjects for a pattern: some are built from its syntax tree so that they nearly match, others are random.
struct SubjectSampler {
  var random: SeededRandom

  /// All of them are in Unicode 14, so engines with a newer version treat them in the same way.
  static let alphabet: [Unicode.Scalar] = [
    "a", "b", "c", "0", "7", "_", "-", " ", "A", "Z", "é", "ſ", "\u{212A}", "😀", "\n", "\r", "\t",
    "\u{0B}", "\u{0C}", "\0", "\u{8}", "\u{85}", "\u{A0}", "\u{180E}", "\u{2028}", "\u{2029}",
    "\u{FEFF}", "α", "Ω", "中", "𝒳", "٣", "ǅ", "ʰ", "\u{D7FF}", "\u{E000}", "\u{FFFF}",
    "\u{10FFFF}", ",", ":", "]", "{", "}", "\\", "^", "$", "/", "\u{1F1E6}", "§",
  ]

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Every text of up to four letters `a` and `b`.
  static let shortTexts: [String] = (0...4).reduce(into: [""]) { texts, length in
    texts += texts.filter { $0.count == length - 1 }.flatMap { [$0 + "a", $0 + "b"] }
  }

  /// `count` subjects, the empty one first. For a narrow pattern, they include all short texts.
  mutating func subjects(for syntax: PatternSyntax, count: Int, isNarrow: Bool) -> [String] {
    var subjects = isNarrow ? Self.shortTexts : [""]
    while subjects.count < count {
      var scalars: [Unicode.Scalar] = []
      if !random.oneIn(4) {
        var captures: [Int: [Unicode.Scalar]] = [:]
        sample(syntax.root, of: syntax, into: &scalars, captures: &captures)
      }
      if scalars.isEmpty || random.oneIn(4) {
        for _ in 0..<random.below(6) {
          scalars.insert(anyScalar(), at: random.below(scalars.count + 1))
        }
      }
      if !scalars.isEmpty, random.oneIn(3) {
        switch random.below(4) {
        case 0: scalars.remove(at: random.below(scalars.count))
        case 1: scalars[random.below(scalars.count)] = anyScalar()
        case 2: scalars.append(random.pick(["\n", "\r", "\u{2028}", "a", "b", "😀"]))
        default: scalars.insert(anyScalar(), at: 0)
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars.prefix(60))
      subjects.append(String(view))
    }
    return subjects
  }

  private mutating func anyScalar() -> Unicode.Scalar {
    random.oneIn(2) ? random.pick(["a", "b", "c"]) : random.pick(Self.alphabet)
  }

  private mutating func sample(
    _ node: PatternNode, of syntax: PatternSyntax, into scalars: inout [Unicode.Scalar],
    captures: inout [Int: [Unicode.Scalar]]
  ) {
    guard scalars.count < 60 else { return }
    switch node {
    case .characters(let set):
      let known =
        set.properties.isEmpty ? Self.alphabet.filter(set.scalars.contains) : Self.alphabet
      if let range = set.scalars.ranges.first, known.isEmpty || random.oneIn(6) {
        scalars.append(random.oneIn(2) ? range.lowerBound : range.upperBound)
      } else if !known.isEmpty {
        scalars.append(random.pick(known))
      }
    case .sequence(let parts):
      for part in parts { sample(part, of: syntax, into: &scalars, captures: &captures) }
    case .alternation(let alternatives):
      sample(random.pick(alternatives), of: syntax, into: &scalars, captures: &captures)
    case .repetition(let repetition):
      let most = min(repetition.maximum ?? .max, repetition.minimum.addingReportingOverflow(2).0)
      let count = repetition.minimum + random.below(max(1, most - repetition.minimum + 1))
      for _ in 0..<min(count, 8) {
        sample(repetition.body, of: syntax, into: &scalars, captures: &captures)
      }
    case .group(let group):
      let start = scalars.count
      sample(group.body, of: syntax, into: &scalars, captures: &captures)
      if let number = group.number { captures[number] = Array(scalars[start...]) }
    case .anchor: break
    case .lookaround(let lookaround):
      if lookaround.isNegative ? random.oneIn(3) : random.oneIn(2) {
        sample(lookaround.body, of: syntax, into: &scalars, captures: &captures)
      }
    case .backreference(let reference):
      for number in syntax.captures(of: reference.target) {
        scalars += captures[number, default: []]
      }
    }
  }
}
