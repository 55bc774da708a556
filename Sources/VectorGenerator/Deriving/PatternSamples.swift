import ECMARegex

/// Texts that a pattern matches, made from its syntax tree.
struct PatternSamples {
  /// A text with a place in it that one class of the pattern matches.
  struct Sample: Hashable {
    var scalars: [Unicode.Scalar]
    /// The index of the character that the class matches.
    var hole: Int

    var text: String { String(String.UnicodeScalarView(scalars)) }

    /// The text with another character in the hole, or with several.
    func filled(_ text: String) -> String {
      let before = String(String.UnicodeScalarView(scalars[..<hole]))
      return before + text + String(String.UnicodeScalarView(scalars[(hole + 1)...]))
    }
  }

  let syntax: PatternSyntax
  /// Every class of the pattern in the order of its spelling, literals included.
  let classes: [ScalarSet]
  /// A text for each class, as short as may be.
  let samples: [Sample]
  /// The indices of the classes that repeat alone, so that a text can be made longer there.
  private let repeated: [Int]
  /// A text that is repeated as a whole, such as `-a` of `a(-a)*`.
  let repeatedUnits: [(sample: Sample, unit: String)]

  init(_ syntax: PatternSyntax) {
    self.syntax = syntax
    var leaves = Leaves()
    leaves.visit(syntax.root, isRepeated: false)
    classes = leaves.classes
    repeated = leaves.repeated
    samples = classes.indices.compactMap { leaf in
      let (text, hole) = Self.text(syntax.root, through: leaf)
      return hole.map { Sample(scalars: text, hole: $0) }
    }
    repeatedUnits = leaves.units.compactMap { leaf, node in
      let (text, hole) = Self.text(syntax.root, through: leaf)
      let unit = Self.text(node, through: nil).text
      guard let hole, !unit.isEmpty else { return nil }
      return (Sample(scalars: text, hole: hole), String(String.UnicodeScalarView(unit)))
    }
  }

  /// The texts lengthened to a least number of code points where they are shorter.
  func samples(atLeast length: Int) -> [Sample] {
    samples.map { sample in
      guard sample.scalars.count < length else { return sample }
      let filler = text(ofLength: length - sample.scalars.count + 1)
      guard let filler, let first = filler.first else { return sample }
      // At the end, or at the start where the hole is there.
      var longer = sample
      let extra = [Unicode.Scalar](repeating: first, count: length - sample.scalars.count)
      if sample.hole == sample.scalars.count - 1, sample.scalars.count > 1 {
        longer.scalars.insert(contentsOf: extra, at: 0)
        longer.hole += extra.count
      } else {
        longer.scalars += extra
      }
      return longer
    }
  }

  /// The shortest text.
  var shortest: [Unicode.Scalar] { Self.text(syntax.root, through: nil).text }

  /// A text of a length in code points; nil if the pattern's spelling shows none.
  func text(ofLength length: Int) -> [Unicode.Scalar]? {
    let shortest = shortest
    if shortest.count == length { return shortest }
    for leaf in repeated {
      let (text, hole) = Self.text(syntax.root, through: leaf)
      guard let hole, text.count <= length else { continue }
      let more = [Unicode.Scalar](repeating: text[hole], count: length - text.count)
      return Array(text[...hole]) + more + Array(text[(hole + 1)...])
    }
    return samples.first { $0.scalars.count == length }?.scalars
  }

  /// A character of none of the classes, for texts that go wrong at their end.
  var foreign: Unicode.Scalar {
    "!#~{<=+@$| ".unicodeScalars.first { scalar in
      !classes.contains { $0.contains(scalar) }
    } ?? "\u{1}"
  }

  // MARK: The tree

  /// The classes of a tree.
  private struct Leaves {
    var classes: [ScalarSet] = []
    var repeated: [Int] = []
    var units: [(leaf: Int, node: PatternNode)] = []

    mutating func visit(_ node: PatternNode, isRepeated: Bool) {
      switch node {
      case .characters(let characters):
        if isRepeated { repeated.append(classes.count) }
        classes.append(characters.members)
      case .sequence(let parts): for part in parts { visit(part, isRepeated: false) }
      case .alternation(let parts): for part in parts { visit(part, isRepeated: isRepeated) }
      case .group(let group): visit(group.body, isRepeated: isRepeated)
      case .repetition(let repetition):
        let isLong = (repetition.maximum ?? .max) > 50
        if isLong, case .group = repetition.body { units.append((classes.count, repetition.body)) }
        visit(repetition.body, isRepeated: isLong)
      case .anchor, .lookaround, .backreference: break
      }
    }
  }

  private static func leafCount(_ node: PatternNode) -> Int {
    switch node {
    case .characters: 1
    case .sequence(let parts), .alternation(let parts): parts.reduce(0) { $0 + leafCount($1) }
    case .group(let group): leafCount(group.body)
    case .repetition(let repetition): leafCount(repetition.body)
    case .anchor, .lookaround, .backreference: 0
    }
  }

  /// A short text of a part, which takes the way through one of its classes, and where that one's
  /// character is.
  private static func text(
    _ node: PatternNode, through leaf: Int?
  ) -> (text: [Unicode.Scalar], hole: Int?) {
    switch node {
    case .characters(let characters):
      return ([characters.members.representative], leaf.map { _ in 0 })
    case .group(let group): return text(group.body, through: leaf)
    case .anchor, .lookaround, .backreference: return ([], nil)
    case .sequence(let parts):
      var result: [Unicode.Scalar] = []
      var hole: Int?
      var rest = leaf
      for part in parts {
        let count = leafCount(part)
        let inner = text(part, through: rest.flatMap { 0..<count ~= $0 ? $0 : nil })
        if let place = inner.hole { hole = result.count + place }
        result += inner.text
        rest = rest.map { $0 - count }
      }
      return (result, hole)
    case .alternation(let parts):
      var rest = leaf
      for part in parts {
        let count = leafCount(part)
        if let leaf = rest, 0..<count ~= leaf { return text(part, through: leaf) }
        rest = rest.map { $0 - count }
      }
      return parts.map { text($0, through: nil) }.min { $0.text.count < $1.text.count } ?? ([], nil)
    case .repetition(let repetition):
      let least = text(repetition.body, through: nil).text
      guard leaf != nil else {
        return (Array(repeatElement(least, count: min(repetition.minimum, 1_000)).joined()), nil)
      }
      guard repetition.maximum != 0 else { return ([], nil) }
      let inner = text(repetition.body, through: leaf)
      let more = repeatElement(least, count: min(max(repetition.minimum - 1, 0), 1_000)).joined()
      return (inner.text + Array(more), inner.hole)
    }
  }
}

extension CharacterClass {
  /// The members, as far as values tell: of Unicode properties a few that many of them have.
  var members: ScalarSet {
    guard !properties.isEmpty else { return scalars }
    return isNegated ? scalars.complement : scalars.union(ScalarSet(codePoints: [0x61...0x61]))
  }
}

extension ScalarSet {
  /// A member that is easy to read.
  var representative: Unicode.Scalar {
    "a A0-_/. ".unicodeScalars.first(where: contains)
      ?? (0x21..<0x7F).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.first(where: contains)
      ?? ranges.first?.lowerBound ?? "a"
  }

  /// The members at the ends of ranges, and their neighbours.
  var edges: [Unicode.Scalar] {
    ranges.flatMap { range -> [Unicode.Scalar] in
      let (low, high) = (range.lowerBound.value, range.upperBound.value)
      return [low &- 1, low, high, high + 1].compactMap { Unicode.Scalar($0) }
    }
  }
}

extension PatternSamples {
  /// The samples of a pattern by its source; nil for one that cannot be read.
  init?(source: String) {
    guard let pattern = try? Pattern(source, grammar: .annexB) else { return nil }
    self.init(pattern.syntax)
  }

  /// A short text that a pattern matches.
  static func text(of source: String) -> String? {
    PatternSamples(source: source).map { String(String.UnicodeScalarView($0.shortest)) }
  }
}
