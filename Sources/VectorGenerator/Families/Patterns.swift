import ECMARegex
import JSONText
import SchemaRules
import Vectors

/// Characters at every kind of place that a pattern has, line terminators, and texts that make careless
/// engines backtrack.
enum Patterns {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    var seen: Set<String> = []
    // A pattern that several places have is probed in full at the first one.
    let places = body.strings.compactMap { place in
      place.patternSamples.map { Probe(place, $0, isNew: seen.insert($0.key).inserted) }
    }
    guard body.isFirst else {
      return [
        DraftFile(
          "combinations/characters-\(body.name).json", "Characters in several members at once",
          "One character in every member with a pattern, each time at another place.",
          together(places, body)),
        lineTerminators(places, body), backtracking(places, body),
      ]
    }
    return places.map { probe in
      DraftFile(
        "patterns/\(probe.place.fileName)/\(body.name).json",
        "Characters in \(probe.place.label) of the \(body.name)",
        "Each character at each place of a text that the pattern tells apart.", probe.characters)
    } + [lineTerminators(places, body), backtracking(places, body)]
  }

  /// A character in every member with a pattern at once, at places that go round.
  private static func together(_ probes: [Probe], _ body: BodyPlaces) -> [Draft] {
    let probes = probes.filter(\.isNew)
    guard !probes.isEmpty else { return [] }
    let rounds = probes.map(\.samples.count).max() ?? 0
    let characters = TestCharacter.ascii + TestCharacter.spaces + TestCharacter.traps
    return characters.flatMap { character in
      (0..<min(rounds, 6)).map { round in
        let document = probes.reduce(body.example) { document, probe in
          let sample = probe.samples[round % probe.samples.count]
          return document.setting(
            probe.place.path[...], .string(sample.filled(String(character.scalar))))
        }
        return Draft(
          body.name,
          "\(character.text) is at place \(round + 1) of \(probes.map(\.place.label).joined(separator: ", ")).",
          document, tags: ["combination"], axis: "regex-whitespace")
      }
    }
  }

  // MARK: Line terminators

  private static func lineTerminators(_ probes: [Probe], _ body: BodyPlaces) -> DraftFile {
    DraftFile(
      "patterns/line-terminators/\(body.name).json", "Line terminators in the \(body.name)",
      "^ and $ match at the start and the very end of the text, never at those of a line.",
      probes.filter(\.isNew).flatMap { probe -> [Draft] in
        let right = probe.right
        let wrong = String(repeating: String(probe.patterns.foreign), count: 2)
        return TestCharacter.lineTerminators.flatMap { name, text -> [Draft] in
          let values: [(String, String)] = [
            ("at the start of \(probe.place.label)", text + right),
            ("at the end of \(probe.place.label)", right + text),
            ("between two right values of \(probe.place.label)", right + text + right),
            ("after a right and before a wrong line of \(probe.place.label)", right + text + wrong),
            ("after a wrong and before a right line of \(probe.place.label)", wrong + text + right),
          ]
          return values.map { place, value in
            probe.place.draft(
              .string(value), "There is \(name) \(place): the pattern is about the whole text.",
              about: [.pattern], tags: ["line-terminator"], axis: "dollar")
          }
        }
      }
        + body.strings.filter { $0.listed != nil }.prefix(3).flatMap { place in
          TestCharacter.lineTerminators.flatMap { name, text in
            let right = place.value.stringValue ?? ""
            return [text + right, right + text, right + text + right].map {
              place.draft(
                .string($0), "\(place.label) is \($0.quoted), with \(name).", about: [.enum],
                tags: ["line-terminator"])
            }
          }
        })
  }

  // MARK: Backtracking

  private static func backtracking(_ probes: [Probe], _ body: BodyPlaces) -> DraftFile {
    DraftFile(
      "patterns/backtracking/\(body.name).json", "Guards against backtracking in the \(body.name)",
      "Each answer must come at once; a time-out is a failure.",
      probes.filter(\.isNew).prefix(body.isFirst ? 20 : 3).flatMap { probe -> [Draft] in
        let foreign = String(probe.patterns.foreign)
        let most = probe.place.counts(.maxLength).min() ?? 1_000
        var texts: [(String, String, Int)] = []
        for count in [30, 99, 5_000] {
          if let text = probe.patterns.text(ofLength: count), let first = text.first,
            Set(text).count <= 2
          {
            texts.append(("a long run of \(first.label)", String(first), count))
          }
        }
        let units = probe.patterns.repeatedUnits.flatMap { sample, unit in
          [49, 2_500].map { ("a long repetition of \((sample.text).quoted)", unit, $0, sample) }
        }
        let runs = texts.map { name, unit, count in
          draft(probe, "\(name) with a wrong end", [.repeated(unit, times: count), .text(foreign)])
        }
        let repetitions = units.flatMap { name, unit, count, sample -> [Draft] in
          let start = String(String.UnicodeScalarView(sample.scalars.prefix(1)))
          return [
            draft(
              probe, "\(name) with a wrong end",
              [.text(start), .repeated(unit, times: count), .text(foreign)]),
            draft(probe, "\(name)", [.text(start), .repeated(unit, times: count)]),
            draft(
              probe, "\(name) without its end",
              [
                .text(start), .repeated(unit, times: count),
                .text(String(unit.unicodeScalars.prefix(1))),
              ]),
          ]
        }
        let full = probe.patterns.text(ofLength: most).map { text in
          [
            probe.place.draft(
              .string(String(String.UnicodeScalarView(text.dropLast())) + foreign),
              "\(probe.place.label) is as long as is allowed, with a wrong end.", about: [.pattern],
              tags: ["backtracking"])
          ]
        }
        return runs + repetitions + (full ?? [])
      })
  }

  private static func draft(_ probe: Probe, _ why: String, _ parts: [RecipePart]) -> Draft {
    let text = String(decoding: parts.flatMap(\.bytes), as: UTF8.self)
    // What is in the recipe is the inside of a JSON string: nothing in it needs an escape.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    let value = probe.place.document(.string(text))
    let why = "\(probe.place.label) is \(why): an engine that backtracks may take exponential time."
    guard isPlain else { return Draft(probe.place.target, why, value, tags: ["backtracking"]) }
    return Draft(
      probe.place.target, why,
      parts: [.text(probe.place.slot.before + "\"")] + parts + [
        .text("\"" + probe.place.slot.after)
      ],
      .value(value), tags: ["backtracking"])
  }
}

/// A place with a pattern, and texts for it.
private struct Probe {
  let place: Place
  let patterns: PatternSamples
  /// Whether no place before it has the same pattern.
  let isNew: Bool
  /// Texts with a hole for a character: one for each class of the pattern, and those of a right value.
  let samples: [PatternSamples.Sample]

  init(_ place: Place, _ patterns: PatternSamples, isNew: Bool) {
    self.place = place
    self.patterns = patterns
    self.isNew = isNew
    let right = Array((place.value.stringValue ?? "").unicodeScalars)
    // The start, the end and the middle of a right value.
    let holes = right.isEmpty ? [] : Set([0, right.count / 2, right.count - 1]).sorted()
    var samples = holes.map { PatternSamples.Sample(scalars: right, hole: $0) }
    let least = place.counts(.minLength).max() ?? 0
    for sample in patterns.samples(atLeast: least).prefix(12)
    where !samples.contains(where: { $0.filled("\u{1}") == sample.filled("\u{1}") }) {
      samples.append(sample)
    }
    self.samples = samples
  }

  /// A right value.
  var right: String { place.value.stringValue ?? "" }

  /// The characters to try: all of ASCII, the ends of the classes, what is mistaken for either.
  private var candidates: [TestCharacter] {
    let edges = patterns.classes.flatMap(\.edges).filter { $0.value >= 0x80 }
      .map { TestCharacter($0.value, "at an end of a range of the pattern") }
    let latin = (UInt32(0x81)...0xFE).map { TestCharacter($0, "a character of Latin-1") }
    var seen: Set<Unicode.Scalar> = []
    return
      (TestCharacter.ascii + TestCharacter.spaces + TestCharacter.traps + edges.prefix(40)
      + (place.isRequired == false ? latin : [])).filter { seen.insert($0.scalar).inserted }
  }

  /// Each character at each place that the pattern tells apart.
  var characters: [Draft] {
    guard isNew else { return [] }
    return candidates.flatMap { character -> [Draft] in
      let scalar = character.scalar
      let isAlphanumeric =
        scalar.value < 0x80 && scalar.properties.isAlphabetic
        || ("0"..."9").contains(scalar)
      // Letters and digits beyond ASCII, and what surrounds a range, at fewer places.
      let count = scalar.value < 0x80 ? samples.count : min(samples.count, 4)
      var texts = samples.prefix(count).map { sample in
        ("\(position(in: sample)) of \(sample.text.quoted)", sample.filled(String(scalar)))
      }
      if !isAlphanumeric {
        texts += [
          ("before \(right.quoted)", String(scalar) + right),
          ("behind \(right.quoted)", right + String(scalar)),
        ]
      }
      return texts.enumerated().map { index, text in
        place.draft(
          .string(text.1), "\(place.label) has \(character.text) \(text.0).", about: [.pattern],
          isRaw: scalar.value >= 0x80 && index % 2 == 1,
          tags: [scalar.value < 0x80 ? "ascii" : "unicode"], axis: "regex-whitespace")
      }
    }
  }

  private func position(in sample: PatternSamples.Sample) -> String {
    let replaced = sample.scalars[sample.hole].label
    switch sample.hole {
    case 0: return "in place of the first character, \(replaced),"
    case sample.scalars.count - 1: return "in place of the last character, \(replaced),"
    default: return "in place of \(replaced) in the middle"
    }
  }
}

extension PatternSamples {
  /// What tells patterns apart: their classes and the shape around them.
  fileprivate var key: String { "\(syntax.root)" }
}

extension Place {
  /// The place as a part of a file's name.
  var fileName: String {
    let name = pointer.unicodeScalars.map { scalar in
      scalar.value < 0x80 && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        ? String(scalar) : "-"
    }.joined().drop { $0 == "-" }
    return name.isEmpty ? "document" : String(name)
  }
}
