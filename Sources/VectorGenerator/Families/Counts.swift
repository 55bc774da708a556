import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Strings, arrays and objects whose counts are at and beside the bounds on them.
enum Counts {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      body.file(
        "lengths",
        body.strings.flatMap { place in
          lengths.bounds(of: place).isEmpty
            ? unbounded(place, body)
            : lengths.drafts(of: place) + widths(place, body) + lastPlaces(place)
        }),
      body.file(
        "arrays",
        body.places.filter { $0.value.arrayValue != nil }.flatMap { place in
          elements.drafts(of: place) { .array(body.elements(of: place, $0)) }
        }),
      body.file(
        "objects",
        body.places.filter { $0.value.objectValue != nil }.flatMap { place in
          members.bounds(of: place).isEmpty
            ? [] : members.drafts(of: place) { .object(place.members($0)) }
        }),
    ]
  }

  /// What rules count.
  private struct Unit {
    let noun: String
    let least: [Keyword]
    let most: [Keyword]
    /// The greatest bound that documents are made for.
    let limit: Int
    /// Counts that implementations and databases often have as limits.
    let common: [Int]

    func bounds(of place: Place) -> [Int] {
      Set(place.counts(least + most).filter { $0 > 0 && $0 <= limit }).sorted()
    }

    func drafts(of place: Place, _ value: (Int) -> JSONValue) -> [Draft] {
      var counts = common
      for bound in bounds(of: place) {
        counts += bound - 2...bound + 2
        if limit > 10_000 { counts += [bound / 2, bound * 2] }
      }
      return Set(counts).filter { $0 >= 0 }.sorted().map { count in
        place.draft(
          value(count), "\(place.label) has \(count.counted(noun))\(rule(at: place)).",
          about: least + most + [.pattern, .contains])
      }
    }

    func drafts(of place: Place) -> [Draft] {
      drafts(of: place) { .string(place.text(ofLength: $0)) }
    }

    /// What is allowed, for the end of a sentence.
    func rule(at place: Place) -> String {
      let bounds = [
        place.counts(least).max().map { "at least \($0)" },
        place.counts(most).min().map { "at most \($0)" },
      ].compactMap(\.self)
      guard let last = bounds.last else { return "" }
      return "; \(bounds.joined(separator: " and ")) \(last == "at most 1" ? "is" : "are") allowed"
    }
  }

  private static let lengths = Unit(
    noun: "ASCII character", least: [.minLength], most: [.maxLength], limit: 100_000,
    common: [0, 1, 2, 10, 127, 128, 255, 256, 257, 1_000])
  private static let elements = Unit(
    noun: "element", least: [.minItems, .minContains], most: [.maxItems, .maxContains],
    limit: 2_000, common: [0, 1, 2, 3])
  private static let members = Unit(
    noun: "member", least: [.minProperties], most: [.maxProperties], limit: 2_000, common: [])

  // MARK: Units of length

  /// Texts whose number of code points is not that of their bytes, UTF-16 code units or grapheme clusters.
  private static let widths: [(name: String, text: String)] = [
    ("é", "\u{E9}"), ("CJK ideographs", "\u{4E2D}"), ("emoji", "\u{1F600}"),
    ("letters with a combining mark", "e\u{301}"), ("CRLF", "\r\n"),
    ("families joined by zero-width joiners", "\u{1F468}\u{200D}\u{1F469}"),
    ("flags", "\u{1F1E9}\u{1F1EA}"), ("combining marks", "\u{301}"),
    ("private-use characters beyond U+FFFF", "\u{10FFFD}"),
  ]

  /// Texts whose count meets a bound in one unit.
  private static func widths(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    let bounds = lengths.bounds(of: place).filter { $0 <= 10_000 }
    let texts = widths.prefix(body.isFirst ? 9 : 5).flatMap { name, unit -> [Draft] in
      let scalars = Array(unit.unicodeScalars)
      let sizes = [1, unit.utf8.count, unit.utf16.count, unit.count]
      var counts: [Int] = []
      for bound in bounds {
        counts += body.isFirst ? [bound - 1, bound * scalars.count] : [bound - 1]
        for size in sizes {
          let count = size == 1 ? bound : bound * scalars.count / size
          counts += [count, count + 1]
        }
      }
      return Set(counts).filter { $0 > 0 }.sorted().enumerated().map { index, count in
        place.draft(
          .string(String(scalars: (0..<count).map { scalars[$0 % scalars.count] })),
          "\(place.label) has \(count.counted("code point")), made of \(name)\(lengths.rule(at: place)).",
          about: [.minLength, .maxLength], isRaw: index % 2 == 1, tags: ["length-unit"],
          axis: "length-unit")
      }
    }
    let letter = place.text(ofLength: 1).unicodeScalars.first ?? "a"
    guard letter.value < 0x80 else { return texts }
    let counts = bounds.flatMap { [$0, $0 + 1, $0 / 6, $0 / 6 + 1] }
    return texts
      + Set(counts).filter { $0 > 0 }.sorted().map { count in
        Draft(
          "\(place.label) has \(count.counted("letter")), each spelled as an escape of six bytes\(lengths.rule(at: place)).",
          parts: place.spelledString(.repeated(letter.escape, times: count)),
          .value(place.document(.string(String(repeating: String(letter), count: count)))),
          tags: ["escapes"])
      }
  }

  /// Texts that satisfy most patterns and are too long in one unit only.
  private static func lastPlaces(_ place: Place) -> [Draft] {
    guard let most = place.counts([.maxLength]).min(), most > 4, most <= 10_000 else { return [] }
    let filler = String(repeating: "a", count: most)
    let texts: [(String, String)] = [
      ("ends with a no-break space, at the greatest length", filler.dropLast() + "\u{A0}"),
      ("ends with a no-break space, one code point too many", filler + "\u{A0}"),
      ("starts with an ideographic space, at the greatest length", "\u{3000}" + filler.dropLast()),
      ("ends with CRLF, at the greatest length", filler.dropLast(2) + "\r\n"),
      ("ends with CRLF, whose line feed is one code point too many", filler.dropLast() + "\r\n"),
      ("starts with CRLF and is two code points too long", "\r\n" + filler),
      (
        "has a null character in the middle and is too long after it",
        filler.prefix(most - 2) + "\u{0}" + filler
      ),
      ("has a null character near the start and is one too long", "a\u{0}" + filler.dropFirst()),
    ]
    return texts.map { why, text in
      place.draft(
        .string(text), "\(place.label) \(why).", about: [.maxLength], tags: ["length-unit"],
        axis: "length-unit")
    }
  }

  /// Strings without a bound.
  private static func unbounded(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    guard place.demand.listedValues == nil else { return [] }
    return (body.isFirst ? [2, 65, 129, 257, 1025, 4200] : [70, 257, 1025]).compactMap { count in
      let text =
        place.sampler.map { $0.text(ofLength: count) } ?? String(repeating: "k", count: count)
      return text.map {
        place.draft(
          .string($0), "\(place.label) has \(count.counted("code point")); no bound is documented.",
          about: [.type])
      }
    }
  }
}

extension BodyPlaces {
  /// So many elements for a place, unlike each other where its rules let them be.
  func elements(of place: Place, _ count: Int) -> [JSONValue] {
    (0..<count).map { samples.value(place.demand.elementNodes(at: $0), variant: $0) ?? .null }
  }
}

extension Place {
  /// So many members: those that there are, and others like the last one.
  fileprivate func members(_ count: Int) -> [JSONValue.Member] {
    let members = value.objectValue ?? []
    let more = (0..<max(0, count - members.count)).map {
      JSONValue.Member(name: "x\($0)", value: members.last?.value ?? .string("a"))
    }
    return members.prefix(count) + more
  }
}
