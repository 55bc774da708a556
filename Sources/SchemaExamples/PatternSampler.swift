package import ECMARegex

/// Generates texts that a pattern probably matches, from its syntax tree.
///
/// Match each text before using it: the sampler ignores boundaries and negative lookarounds, and inserts the text of
/// other lookarounds in place.
package struct PatternSampler: Sendable {
  /// A text with a character that one class of the pattern matches.
  package struct Sample: Hashable, Sendable {
    package var scalars: [Unicode.Scalar]
    /// The index of the character that the class matches.
    package var hole: Int

    package init(_ scalars: [Unicode.Scalar], hole: Int) {
      self.scalars = scalars
      self.hole = hole
    }

    package var text: String { String(scalars: scalars) }

    /// Returns the text with one or more other characters at that position.
    package func filled(_ text: String) -> String {
      String(scalars: scalars[..<hole]) + text + String(scalars: scalars[(hole + 1)...])
    }
  }

  package let syntax: PatternSyntax
  /// The classes of the pattern, including literals, in the order in which they are written.
  package let classes: [ScalarSet]

  /// The maximum length of a text.
  package static let maximumLength = 1 << 16

  /// Creates a sampler for a pattern.
  package init(_ syntax: PatternSyntax) {
    self.syntax = syntax
    classes = Self.classes(in: syntax.root)
  }

  /// Creates a sampler for the source of a pattern. Returns nil if the pattern is invalid.
  package init?(source: String) {
    guard let pattern = try? Pattern(source, grammar: .annexB) else { return nil }
    self.init(pattern.syntax)
  }

  /// Some texts from the syntax tree; the most likely matches come first.
  ///
  /// - Parameter lengths: The allowed numbers of code points; texts of other lengths are omitted.
  package func strings(lengths: ClosedRange<Int>, variant: Int = 0) -> [String] {
    var result: [String] = []
    // The most promising variants come first, with and without the text of lookarounds.
    let attempts = (variant..<variant + 24).flatMap {
      syntax.root.hasLookaround ? [($0, false), ($0, true)] : [($0, false)]
    }
    for (variant, follows) in attempts {
      var walk = Walk(syntax: syntax, variant: variant, followsLookarounds: follows)
      walk.add(syntax.root)
      if walk.scalars.count < lengths.lowerBound {
        let extra = min(lengths.lowerBound - walk.scalars.count, Self.maximumLength)
        walk = Walk(
          syntax: syntax, variant: variant, followsLookarounds: follows, extra: extra)
        walk.add(syntax.root)
      }
      let missing = lengths.lowerBound - walk.scalars.count
      guard missing < Self.maximumLength, walk.scalars.count <= lengths.upperBound else { continue }
      // An unanchored pattern allows any text before and after.
      let padding = [Unicode.Scalar](repeating: "a", count: max(0, missing))
      let texts =
        missing > 0 ? [walk.scalars + padding, padding + walk.scalars] : [walk.scalars]
      for text in texts.map({ String(scalars: $0) }) where !result.contains(text) {
        result.append(text)
      }
    }
    return result
  }

  /// The shortest text that the sampler finds, or one with a given number of code points; nil if it finds none.
  package func text(ofLength length: Int? = nil) -> String? {
    var walk = Walk(syntax: syntax)
    walk.add(syntax.root)
    guard let length, length != walk.scalars.count else { return String(scalars: walk.scalars) }
    guard length > walk.scalars.count, length < Self.maximumLength else { return nil }
    walk = Walk(syntax: syntax, extra: length - walk.scalars.count)
    walk.add(syntax.root)
    return walk.scalars.count == length ? String(scalars: walk.scalars) : nil
  }

  /// A text for each class, as short as possible.
  package var samples: [Sample] { classes.indices.compactMap { sample(of: $0) } }

  /// A short text with a character of one class, with `extra` code points more if its repetitions allow it.
  package func sample(of index: Int, extra: Int = 0) -> Sample? {
    var walk = Walk(syntax: syntax, extra: extra, leaf: index)
    walk.add(syntax.root)
    return walk.hole.map { Sample(walk.scalars, hole: $0) }
  }

  /// The shortest text of a part of the pattern.
  package func text(of part: PatternNode) -> String {
    var walk = Walk(syntax: syntax)
    walk.add(part)
    return String(scalars: walk.scalars)
  }

  /// The classes of a part, in the order in which they are written.
  package static func classes(in node: PatternNode) -> [ScalarSet] {
    switch node {
    case .characters(let characters): [characters.approximateMembers]
    case .sequence(let parts), .alternation(let parts): parts.flatMap(classes)
    case .group(let group): classes(in: group.body)
    case .repetition(let repetition): classes(in: repetition.body)
    case .anchor, .lookaround, .backreference: []
    }
  }
}

/// One path through a tree.
private struct Walk {
  let syntax: PatternSyntax
  /// Selects among alternatives and characters.
  var variant = 0
  /// Whether to insert the text of lookarounds.
  var followsLookarounds = false
  /// The number of code points to add at repetitions.
  var extra = 0
  /// The class to include in the path, as the number of classes still ahead of it; nil for any path.
  var leaf: Int?
  var scalars: [Unicode.Scalar] = []
  /// The index of the character of that class.
  var hole: Int?
  private var captures: [Int: [Unicode.Scalar]] = [:]

  init(
    syntax: PatternSyntax, variant: Int = 0, followsLookarounds: Bool = false, extra: Int = 0,
    leaf: Int? = nil
  ) {
    self.syntax = syntax
    self.variant = variant
    self.followsLookarounds = followsLookarounds
    self.extra = extra
    self.leaf = leaf
  }

  /// The most legible characters.
  private static let preferred: [Unicode.Scalar] = Array(
    "abcdefgh0123456789ABCDEF-_./ :@".unicodeScalars)

  mutating func add(_ node: PatternNode) {
    guard scalars.count < PatternSampler.maximumLength else { return }
    switch node {
    case .characters(let set):
      if pass(1) == 0 { hole = scalars.count }
      scalars.append(character(of: set))
    case .sequence(let parts): for part in parts { add(part) }
    case .alternation(let parts):
      let counts = parts.map(Self.count)
      var index = variant % parts.count
      if let leaf {
        let starts = counts.indices.map { counts[..<$0].reduce(0, +) }
        index = counts.indices.first { 0..<counts[$0] ~= leaf - starts[$0] } ?? index
      }
      _ = pass(counts[..<index].reduce(0, +))
      add(parts[index])
      _ = pass(counts[(index + 1)...].reduce(0, +))
    case .repetition(let repetition): add(repetition)
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

  private mutating func add(_ repetition: PatternNode.Repetition) {
    let size = Self.count(repetition.body)
    let rest = leaf
    let leadsToClass = rest.map { (0..<size).contains($0) && repetition.maximum != 0 } ?? false
    // The first iteration leads to the class; further ones do not count classes.
    if !leadsToClass { leaf = nil }
    var count = 0
    while count < repetition.minimum || leadsToClass && count == 0,
      scalars.count < PatternSampler.maximumLength
    {
      add(repetition.body)
      leaf = nil
      count += 1
    }
    while extra > 0, count < repetition.maximum ?? .max,
      scalars.count < PatternSampler.maximumLength
    {
      let before = scalars.count
      add(repetition.body)
      count += 1
      extra -= scalars.count - before
      if scalars.count == before { break }
    }
    leaf = rest.map { $0 - size }
  }

  /// Passes some classes. Returns the previous number of classes ahead of the wanted one.
  private mutating func pass(_ count: Int) -> Int? {
    defer { leaf = leaf.map { $0 - count } }
    return leaf
  }

  private static func count(_ node: PatternNode) -> Int { PatternSampler.classes(in: node).count }

  private func character(of set: CharacterClass) -> Unicode.Scalar {
    if set.properties.isEmpty {
      let known = Self.preferred.filter { set.scalars.contains($0) }
      if !known.isEmpty { return known[variant % known.count] }
      let printable = (0x21..<0x7F).lazy.compactMap { Unicode.Scalar($0 as UInt32) }
      return printable.first(where: set.scalars.contains)
        ?? set.scalars.ranges.first?.lowerBound ?? "a"
    }
    // Only the engine knows which characters have a property; these are letters, digits and marks.
    let likely: [Unicode.Scalar] = ["a", "A", "0", "-", " ", "é", "中", "α", "😀"]
    return likely[variant % likely.count]
  }
}

extension CharacterClass {
  /// The approximate members: for Unicode properties, a letter that many of them have.
  fileprivate var approximateMembers: ScalarSet {
    guard !properties.isEmpty else { return scalars }
    return isNegated ? scalars.complement : scalars.union(ScalarSet(codePoints: [0x61...0x61]))
  }
}
