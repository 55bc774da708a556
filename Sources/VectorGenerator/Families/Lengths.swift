import JSONText
import SchemaRules
import Vectors

/// Strings around bounds on their length, made of characters of every width.
enum Lengths {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      DraftFile(
        "lengths/\(body.name).json", "Lengths in the \(body.name)",
        "Lengths count code points: not bytes, not UTF-16 code units, not grapheme clusters.",
        body.strings.flatMap { place in
          bounds(of: place).isEmpty
            ? unbounded(place, body) : bounded(place, body) + escaped(place) + verdicts(place)
        })
    ]
  }

  /// Texts whose number of code points is not that of their bytes, UTF-16 code units or grapheme clusters.
  private static let units: [(name: String, text: String, codePoints: Int)] = [
    ("é", "\u{E9}", 1), ("CJK ideographs", "\u{4E2D}", 1), ("emoji", "\u{1F600}", 1),
    ("letters with a combining mark", "e\u{301}", 2), ("CRLF", "\r\n", 2),
    ("families joined by zero-width joiners", "\u{1F468}\u{200D}\u{1F469}", 3),
    ("flags", "\u{1F1E9}\u{1F1EA}", 2), ("combining marks", "\u{301}", 1),
    ("private characters beyond U+FFFF", "\u{10FFFD}", 1),
  ]

  private static func bounds(of place: Place) -> [Int] {
    (place.counts(.minLength) + place.counts(.maxLength)).filter { $0 > 0 && $0 <= 100_000 }
  }

  private static func bounded(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    let bounds = Set(bounds(of: place)).sorted()
    let samples = place.patternSamples
    let beside = bounds.flatMap { [$0 - 2, $0 - 1, $0, $0 + 1, $0 + 2, $0 / 2, $0 * 2, $0 * 5] }
    let common = [0, 1, 2, 10, 127, 128, 255, 256, 257, 1_000]
    let plain = Set(beside + common).filter { $0 >= 0 && $0 <= 200_002 }.sorted().map { count in
      let scalars = samples?.text(ofLength: count) ?? [Unicode.Scalar](repeating: "a", count: count)
      return place.draft(
        .string(String(String.UnicodeScalarView(scalars))),
        "\(place.label) has \(count.counted("ASCII character")); \(text(place)).",
        about: [.minLength, .maxLength, .pattern])
    }
    // Where a count in another unit meets the bound.
    let others = units.flatMap { unit in
      let counts = bounds.flatMap { bound -> [Int] in
        let widths = body.isFirst ? [1, 2, 3, 4] : [1, 2]
        return widths.flatMap { [bound / $0, bound / $0 + 1] } + [bound - 1]
      }
      return Set(counts).filter { $0 > 0 && $0 <= 10_000 }.sorted().enumerated().map {
        index, count in
        place.draft(
          .string(repeating(unit.text, codePoints: count)),
          "\(place.label) has \(count.counted("code point")) of \(unit.name); \(text(place)).",
          about: [.minLength, .maxLength], isRaw: index % 2 == 1, tags: ["length-unit"],
          axis: "length-unit")
      }
    }
    return plain + others
  }

  private static func text(_ place: Place) -> String {
    let least = place.counts(.minLength).max().map { "at least \($0)" }
    let most = place.counts(.maxLength).min().map { "at most \($0)" }
    return [least, most].compactMap(\.self).joined(separator: " and ") + " are allowed"
  }

  private static func repeating(_ unit: String, codePoints: Int) -> String {
    let scalars = Array(unit.unicodeScalars)
    return String(
      String.UnicodeScalarView((0..<codePoints).map { scalars[$0 % scalars.count] }))
  }

  /// Texts that satisfy the pattern and are too long in one unit only.
  private static func verdicts(_ place: Place) -> [Draft] {
    guard let most = place.counts(.maxLength).min(), most > 4, most <= 10_000 else { return [] }
    let filler = String(repeating: "a", count: most)
    let texts: [(String, String)] = [
      ("a no-break space as the last allowed code point", String(filler.dropLast()) + "\u{A0}"),
      ("a no-break space as the first code point too many", filler + "\u{A0}"),
      ("an ideographic space first, as long as is allowed", "\u{3000}" + String(filler.dropLast())),
      ("a final CRLF, as long as is allowed", String(filler.dropLast(2)) + "\r\n"),
      ("a final CRLF whose line feed is too many", String(filler.dropLast()) + "\r\n"),
      ("a CRLF first, two code points too long", "\r\n" + filler),
      (
        "a null character in the middle, too long behind it",
        String(filler.prefix(most - 2)) + "\u{0}" + filler
      ),
      ("a null character near the start, too long by one", "a\u{0}" + String(filler.dropFirst())),
    ]
    return texts.map { why, text in
      place.draft(
        .string(text), "\(place.label) has \(why).", about: [.maxLength],
        tags: ["length-unit"], axis: "length-unit")
    }
  }

  /// Escapes that are longer than what they stand for.
  private static func escaped(_ place: Place) -> [Draft] {
    let letter = place.patternSamples?.text(ofLength: 1)?.first ?? "a"
    guard letter.value < 0x80, letter.value >= 0x20 else { return [] }
    let digits = String(letter.value, radix: 16)
    let counts = bounds(of: place).flatMap { [$0, $0 + 1, $0 - 1, $0 / 6, $0 / 6 + 1] }
    return Set(counts).filter { $0 > 0 }.sorted().map { count in
      Draft(
        place.target, "\(place.label) has \(count.counted("letter")), each escaped in six bytes.",
        parts: place.slot.filledWithString(
          .repeated("\\u00\(digits)", times: count)),
        .value(place.document(.string(String(repeating: String(letter), count: count)))),
        tags: ["escapes"])
    }
  }

  /// Strings without a documented bound.
  private static func unbounded(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    guard place.listed == nil else { return [] }
    let counts =
      body.isFirst ? [1, 2, 64, 65, 101, 129, 257, 1025, 4200] : [1, 70, 257, 1025, 4200]
    return counts.compactMap { count in
      let scalars =
        place.patternSamples.map { $0.text(ofLength: count) }
        ?? [Unicode.Scalar](repeating: "k", count: count)
      return scalars.map {
        place.draft(
          .string(String(String.UnicodeScalarView($0))),
          "\(place.label) has \(count.counted("code point")); no bound is documented.",
          about: [.type])
      }
    }
  }
}

extension Place {
  /// The samples of the first pattern of the place; nil without one.
  var patternSamples: PatternSamples? {
    for case .pattern(let source) in parameters(.pattern) {
      if let samples = PatternSamples(source: source) { return samples }
    }
    return nil
  }
}
