import ECMARegex

/// Writes a pattern's tree as source again, with some of its parts replaced.
struct PatternSource {
  /// The parts of the pattern in the order in which they are written, each before those inside it.
  private(set) var parts: [PatternNode] = []
  private let replacement: (Int, PatternNode) -> String?

  /// The source of a pattern.
  ///
  /// - Parameter replacement: What is written for a part, by its number and itself; nil for the part.
  static func text(
    of root: PatternNode,
    replacing replacement: @escaping (Int, PatternNode) -> String? = { _, _ in nil }
  ) -> String {
    var source = PatternSource(replacement)
    return source.text(root)
  }

  /// The parts of a pattern.
  static func parts(of root: PatternNode) -> [PatternNode] {
    var source = PatternSource { _, _ in nil }
    _ = source.text(root)
    return source.parts
  }

  private init(_ replacement: @escaping (Int, PatternNode) -> String?) {
    self.replacement = replacement
  }

  private mutating func text(_ node: PatternNode) -> String {
    let number = parts.count
    parts.append(node)
    // The parts inside are numbered even where something else is written.
    let text = ownText(node)
    return replacement(number, node) ?? text
  }

  private mutating func ownText(_ node: PatternNode) -> String {
    switch node {
    case .characters(let characters): return Self.text(of: characters)
    case .sequence(let parts): return parts.map { text($0) }.joined()
    case .alternation(let alternatives): return alternatives.map { text($0) }.joined(separator: "|")
    case .repetition(let repetition):
      let maximum = repetition.maximum.map { String($0) } ?? ""
      let count =
        repetition.minimum == repetition.maximum
        ? "{\(maximum)}" : "{\(repetition.minimum),\(maximum)}"
      return text(repetition.body) + count + (repetition.isLazy ? "?" : "")
    case .group(let group):
      let opening = group.name.map { "(?<\($0)>" } ?? (group.number == nil ? "(?:" : "(")
      return opening + text(group.body) + ")"
    case .anchor(.start): return "^"
    case .anchor(.end): return "$"
    case .anchor(.wordBoundary): return #"\b"#
    case .anchor(.notWordBoundary): return #"\B"#
    case .lookaround(let lookaround):
      let direction = lookaround.direction == .ahead ? "" : "<"
      return "(?\(direction)\(lookaround.isNegative ? "!" : "=")\(text(lookaround.body)))"
    case .backreference(let reference):
      switch reference.target {
      // No digit can follow: characters are written as classes.
      case .number(let number): return "\\\(number)"
      case .name(let name): return "\\k<\(name)>"
      }
    }
  }

  // MARK: Classes

  /// A class as its author could have written it.
  static func text(of characters: CharacterClass) -> String {
    "[\(characters.isNegated ? "^" : "")\(members(of: characters))]"
  }

  /// What is between the brackets of a class.
  static func members(of characters: CharacterClass) -> String {
    members(of: characters.scalars)
      + characters.properties.map { property in
        let kind =
          switch property.kind {
          case .generalCategory: "gc="
          case .script: "sc="
          case .scriptExtensions: "scx="
          case .binary: ""
          }
        return "\\\(property.isNegated ? "P" : "p"){\(kind)\(property.shortName)}"
      }.joined()
  }

  static func members(of scalars: ScalarSet) -> String {
    scalars.ranges.map { range in
      let (lower, upper) = (escaped(range.lowerBound), escaped(range.upperBound))
      return range.lowerBound == range.upperBound ? lower : "\(lower)-\(upper)"
    }.joined()
  }

  /// A member of a class: by its number where it is neither a letter nor a digit.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    let isPlain =
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    return isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
  }
}

extension Unicode.Scalar {
  /// How ids and summaries name a character, such as `U+41`.
  var name: String { "U+" + String(value, radix: 16, uppercase: true) }
}
