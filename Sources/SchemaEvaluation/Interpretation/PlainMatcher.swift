import ECMARegex

/// Matches a pattern by following every path through its syntax tree at once, without an engine.
///
/// It is slow and simple: for each part and each place where it may start, it computes the places where the part may
/// end. It does not backtrack, so no pattern takes exponential time.
struct PlainMatcher {
  private let root: PatternNode
  private let dollar: Interpretation.Dollar
  private let whiteSpace: Interpretation.WhiteSpace

  /// Creates a matcher for a pattern. Returns nil for a pattern with Unicode properties or backreferences, which need
  /// an engine.
  init?(_ syntax: PatternSyntax, _ interpretation: Interpretation) {
    guard Self.isPlain(syntax.root) else { return nil }
    root = syntax.root
    dollar = interpretation.dollar
    whiteSpace = interpretation.whiteSpace
  }

  private static func isPlain(_ node: PatternNode) -> Bool {
    switch node {
    case .characters(let characters): characters.properties.isEmpty
    case .sequence(let parts), .alternation(let parts): parts.allSatisfy(isPlain)
    case .repetition(let repetition): isPlain(repetition.body)
    case .group(let group): isPlain(group.body)
    case .lookaround(let lookaround): isPlain(lookaround.body)
    case .anchor: true
    case .backreference: false
    }
  }

  /// Whether the pattern matches somewhere in a text.
  func matches(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return !ends(of: root, from: Array(0...scalars.count), in: scalars).isEmpty
  }

  /// The places where a part may end if it starts at one of the given places; both in ascending order.
  private func ends(of node: PatternNode, from starts: [Int], in text: [Unicode.Scalar]) -> [Int] {
    guard !starts.isEmpty else { return [] }
    switch node {
    case .characters(let characters):
      var ends: [Int] = []
      for start in starts where start < text.count && contains(characters, text[start]) {
        ends.append(start + 1)
      }
      return ends
    case .sequence(let parts):
      return parts.reduce(starts) { ends(of: $1, from: $0, in: text) }
    case .alternation(let alternatives):
      var all: Set<Int> = []
      for alternative in alternatives {
        all.formUnion(ends(of: alternative, from: starts, in: text))
      }
      return all.sorted()
    case .group(let group):
      return ends(of: group.body, from: starts, in: text)
    case .repetition(let repetition):
      return ends(of: repetition, from: starts, in: text)
    case .anchor(let anchor):
      return starts.filter { holds(anchor, at: $0, in: text) }
    case .lookaround(let lookaround):
      return starts.filter { start in
        let isThere =
          lookaround.direction == .ahead
          ? !ends(of: lookaround.body, from: [start], in: text).isEmpty
          : ends(of: lookaround.body, from: Array(0...start), in: text).contains(start)
        return isThere != lookaround.isNegative
      }
    case .backreference: return []
    }
  }

  private func ends(
    of repetition: PatternNode.Repetition, from starts: [Int], in text: [Unicode.Scalar]
  ) -> [Int] {
    var current = starts
    for _ in 0..<repetition.minimum {
      let next = ends(of: repetition.body, from: current, in: text)
      // Iterations that consume nothing can continue forever.
      if next == current { break }
      current = next
    }
    var isSeen = [Bool](repeating: false, count: text.count + 1)
    var all: [Int] = []
    var count = repetition.minimum
    while true {
      current = current.filter { !isSeen[$0] }
      for place in current { isSeen[place] = true }
      all += current
      guard !current.isEmpty, count < repetition.maximum ?? .max else { return all.sorted() }
      current = ends(of: repetition.body, from: current, in: text)
      count += 1
    }
  }

  // MARK: Positions

  private func holds(
    _ anchor: PatternNode.Anchor, at place: Int, in text: [Unicode.Scalar]
  ) -> Bool {
    func isWord(_ index: Int) -> Bool {
      text.indices.contains(index) && ScalarSet.wordCharacters.contains(text[index])
    }
    switch anchor {
    case .start: return place == 0 || dollar == .anyLine && text[place - 1] == "\n"
    case .wordBoundary: return isWord(place - 1) != isWord(place)
    case .notWordBoundary: return isWord(place - 1) == isWord(place)
    case .end: break
    }
    if place == text.count { return true }
    switch dollar {
    case .endOnly: return false
    case .beforeFinalNewline: return text[place...] == ["\n"]
    case .anyLine: return text[place] == "\n"
    case .beforeFinalTerminator:
      // No line ends between the two characters of a CRLF.
      if text[place...] == ["\n"] { return place == 0 || text[place - 1] != "\r" }
      return text[place...] == ["\r", "\n"]
        || text.count == place + 1
          && "\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains(text[place])
    }
  }

  // MARK: Characters

  /// The characters that implementations of `\s` disagree about. A class treats them like `\s` if it contains the
  /// space, the tab, and all or none of these characters.
  private static let disputed = ScalarSet.whiteSpace.union(
    ScalarSet(codePoints: [0x1C...0x1F, 0x85...0x85, 0x180E...0x180E]))

  private func contains(_ characters: CharacterClass, _ scalar: Unicode.Scalar) -> Bool {
    let isMember = characters.scalars.contains(scalar)
    guard whiteSpace != .ecmascript, Self.disputed.contains(scalar) else { return isMember }
    // A class written with `\s` contains all of its members; one with `\S` contains none.
    let members = ScalarSet.whiteSpace.ranges.flatMap { [$0.lowerBound, $0.upperBound] }
    if members.allSatisfy(characters.scalars.contains), !characters.scalars.contains("\u{85}") {
      return whiteSpace.contains(scalar)
    }
    if !members.contains(where: characters.scalars.contains),
      characters.scalars.contains("\u{85}"), characters.scalars.contains("\u{180E}")
    {
      return !whiteSpace.contains(scalar)
    }
    return isMember
  }
}

extension Interpretation.WhiteSpace {
  /// Whether `\s` matches a character.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    case 0x0B: self != .asciiWithoutVT
    case 0x1C...0x1F: self == .python
    case 0x85: [.unicode, .pcreUCP, .python].contains(self)
    case 0x180E: self == .pcreUCP
    case 0xFEFF: self == .ecmascript
    case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      self != .ascii && self != .asciiWithoutVT
    default: false
    }
  }
}
