import ECMARegex
import SchemaExports

/// A set of characters in words.
struct CharacterSetReading {
  /// The parts of the set, such as `A–Z`, `"-"` and `whitespace`.
  let parts: [String]
  /// Whether the parts describe the characters that are not in the set.
  let isNegated: Bool

  init(_ characters: CharacterClass) {
    let scalars = characters.scalars
    let isComplement = characters.properties.isEmpty && scalars.isComplement
    isNegated = characters.isNegated || isComplement
    parts =
      Self.parts(of: isComplement ? scalars.complement : scalars)
      + characters.properties.map(Self.name)
  }

  init(_ scalars: ScalarSet) {
    isNegated = scalars.isComplement
    parts = Self.parts(of: isNegated ? scalars.complement : scalars)
  }

  /// The set in a phrase.
  var phrase: String {
    let list = Self.list(parts, conjunction: "or")
    return isNegated ? "any character except \(list)" : list
  }

  /// Items separated by commas, with a conjunction before the last one.
  static func list(_ items: [String], conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.joined() }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }

  private static func parts(of set: ScalarSet) -> [String] {
    if set == .all { return ["any character"] }
    var parts: [String] = []
    var rest = set
    if set.isSuperset(of: .whiteSpace) {
      rest = set.subtracting(.whiteSpace)
      parts.append("whitespace")
    } else if set == .lineTerminators {
      return ["a line terminator"]
    }
    // Letters and digits come first, because readers look for them. They are removed from the set, so punctuation
    // between them does not join their ranges.
    var words: [String] = []
    for block in Self.blocks {
      for range in rest.ranges where range.overlaps(block) {
        let part = range.clamped(to: block)
        // Two or three letters are clearer one by one.
        if part.upperBound.value - part.lowerBound.value < 3 { continue }
        words.append(name(part))
        rest = rest.subtracting(ScalarSet(codePoints: [part.codePoints]))
      }
    }
    let others = rest.ranges.flatMap { range -> [String] in
      guard range.upperBound.isASCII, range.lowerBound >= " " else { return [name(range)] }
      return range.codePoints.compactMap { Unicode.Scalar($0)?.name }
    }
    return words + parts + others
  }

  private static let blocks: [ClosedRange<Unicode.Scalar>] = ["a"..."z", "A"..."Z", "0"..."9"]

  private static func name(_ range: ClosedRange<Unicode.Scalar>) -> String {
    guard range.lowerBound != range.upperBound else { return range.lowerBound.name }
    let ends = (range.lowerBound, range.upperBound)
    return ends.0.isPrintableASCII && ends.1.isPrintableASCII
      ? "\(ends.0)–\(ends.1)" : "\(ends.0.codePoint)–\(ends.1.codePoint)"
  }

  private static func name(_ property: UnicodeProperty) -> String {
    let name =
      switch property.kind {
      case .generalCategory, .binary: "\\p{\(property.shortName)}"
      case .script: "\\p{Script=\(property.shortName)}"
      case .scriptExtensions: "\\p{Script_Extensions=\(property.shortName)}"
      }
    return property.isNegated ? "anything except \(name)" : name
  }
}

extension ScalarSet {
  /// Whether the set was probably written as the complement of a smaller one: it contains the last code point.
  var isComplement: Bool { contains("\u{10FFFF}") && self != .all }

  /// The members that are not in another set.
  func subtracting(_ other: ScalarSet) -> ScalarSet { complement.union(other).complement }
}

extension Unicode.Scalar {
  fileprivate var isPrintableASCII: Bool { ("!"..."~").contains(self) }

  /// The code point as `U+0041`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The character in quotes, or its code point if it is invisible.
  var name: String {
    switch self {
    case "\"": "'\"'"
    case " ": "a space"
    case _ where isPrintableASCII: "\"\(self)\""
    default:
      switch properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
        .mathSymbol, .currencySymbol, .otherSymbol:
        "\"\(self)\" (\(codePoint))"
      default: codePoint
      }
    }
  }
}

extension ClosedRange<Unicode.Scalar> {
  fileprivate var codePoints: ClosedRange<UInt32> { lowerBound.value...upperBound.value }
}
