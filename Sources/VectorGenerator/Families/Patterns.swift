import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Characters at every kind of place that a pattern has, line terminators, and texts that make careless
/// engines backtrack.
enum Patterns {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let probes = probes(of: body)
    let characters =
      body.isFirst
      ? probes.map { probe in
        DraftFile(
          "patterns/\(probe.place.fileName)/\(body.name).json",
          "Characters in \(probe.place.label) of the \(body.name)",
          "Each character at each place of a text that the pattern tells apart.", probe.characters)
      }
      : [
        body.file("characters", together(probes, body))
      ]
    return characters + [
      body.file(
        "line-terminators", probes.flatMap { lineTerminators($0, count: body.isFirst ? 20 : 4) }),
      body.file("backtracking", probes.prefix(body.isFirst ? 20 : 3).flatMap(backtracking)),
    ]
  }

  /// A pattern that several places have is probed at all of them at once, where one document can have them all.
  private static func probes(of body: BodyPlaces) -> [Probe] {
    let full = body.oracle.accepts(body.fullExample) ? body.fullExample : nil
    return body.places.reduce(into: []) { probes, place in
      guard place.value.stringValue != nil, let pattern = place.pattern else { return }
      let known = probes.firstIndex { $0.pattern.syntax.root == pattern.syntax.root }
      guard let known else { return probes.append(Probe(place, pattern)) }
      if let full { probes[known].add(place, in: full) }
    }
  }

  /// The same character in every member with a pattern, at a different position of each sample in turn.
  private static func together(_ probes: [Probe], _ body: BodyPlaces) -> [Draft] {
    let rounds = min(probes.map(\.samples.count).max() ?? 0, 6)
    let places = probes.map(\.place.label).joined(separator: ", ")
    return (TestCharacter.ascii + TestCharacter.spaces + TestCharacter.traps).flatMap { character in
      let text = String(character.scalar)
      func draft(_ place: String, _ value: (Probe) -> String) -> Draft {
        let document = probes.reduce(body.example) { document, probe in
          document.setting(.string(value(probe)), at: probe.place.path)
        }
        return Draft(
          "\(places) each have \(character.text) \(place).", document, tags: ["combination"],
          axis: "regex-whitespace")
      }
      let inside = (0..<(character.scalar.isASCII ? rounds : min(rounds, 1))).map { round in
        draft("at test position \(round + 1)") {
          $0.samples[round % $0.samples.count].text.filled(text)
        }
      }
      return !character.scalar.isASCII || !character.scalar.properties.isWhitespace
        ? inside
        : inside + [
          draft("before the valid value") { text + $0.right },
          draft("after the valid value") { $0.right + text },
        ]
    }
  }

  private static func lineTerminators(_ probe: Probe, count: Int) -> [Draft] {
    let right = probe.right
    let wrong = String(repeating: String(probe.sampler.foreign), count: 2)
    return Table.characters.rows("line terminators").prefix(count).flatMap { name, text in
      let values: [(String, String)] = [
        ("at its start", text + right), ("at its end", right + text),
        ("between two valid values", right + text + right),
        ("after a valid line and before an invalid one", right + text + wrong),
        ("after an invalid line and before a valid one", wrong + text + right),
      ]
      return values.map { place, value in
        probe.draft(
          value, "\(probe.label) has \(name) \(place): the pattern applies to the whole text.",
          tag: "line-terminator", axis: "dollar")
      }
    }
  }

  // MARK: Backtracking

  private static func backtracking(_ probe: Probe) -> [Draft] {
    let (place, sampler, foreign) = (probe.place, probe.sampler, String(probe.sampler.foreign))
    func draft(_ why: String, _ parts: [RecipePart]) -> Draft {
      let text = String(decoding: parts.flatMap(\.bytes), as: UTF8.self)
      // What is in the recipe is the inside of a JSON string: nothing in it may need an escape.
      let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
      let value = place.document(.string(text))
      let why = "\(place.label) is \(why): an engine that backtracks may take exponential time."
      guard isPlain else { return Draft(why, value, tags: ["backtracking"]) }
      return Draft(
        why, parts: place.spelled([.text("\"")] + parts + [.text("\"")]), .value(value),
        tags: ["backtracking"])
    }
    let runs = [30, 99, 5_000].compactMap { count -> Draft? in
      guard let text = sampler.text(ofLength: count), let first = text.unicodeScalars.first,
        Set(text.unicodeScalars).count <= 2
      else { return nil }
      return draft(
        "a long run of \(first.label) with an invalid last character",
        [.repeated(String(first), times: count), .text(foreign)])
    }
    let repetitions = sampler.repeatedGroups.flatMap { sample, unit in
      [49, 2_500].flatMap { count in
        [
          (" with an invalid last character", foreign), ("", ""),
          (" without its end", String(unit.unicodeScalars.prefix(1))),
        ].map { end, text in
          draft(
            "a long repetition of \(unit.quoted)\(end)",
            [
              .text(String(scalars: sample.scalars.prefix(1))), .repeated(unit, times: count),
              .text(text),
            ])
        }
      }
    }
    let full = sampler.text(ofLength: place.counts([.maxLength]).min() ?? 1_000).map {
      place.draft(
        .string($0.dropLast() + foreign),
        "\(place.label) has the greatest length and an invalid last character.", about: [.pattern],
        tags: ["backtracking"])
    }
    return runs + repetitions + [full].compactMap(\.self)
  }
}

/// A place with a pattern, and texts for it.
private struct Probe {
  /// A text with a hole, and the members of the class that matches the character in it.
  typealias Sample = (text: PatternSampler.Sample, members: ScalarSet)

  let place: Place
  /// Other places with the pattern, which get the same texts.
  private var others: [Place] = []
  /// A valid document that has all of them.
  private var base: JSONValue
  let pattern: Pattern
  let sampler: PatternSampler
  /// Two texts for each class of the pattern: the shortest one and one that is longer.
  let samples: [Sample]

  init(_ place: Place, _ pattern: Pattern) {
    self.place = place
    self.pattern = pattern
    base = place.base
    sampler = PatternSampler(pattern.syntax)
    let least = place.counts([.minLength]).max() ?? 0
    var samples: [Sample] = []
    for index in sampler.classes.indices.prefix(12) {
      for extra in 0...1 {
        guard let text = sampler.sample(of: index, extra: extra)?.lengthened(to: least + extra),
          !samples.contains(where: { $0.text.filled("\u{1}") == text.filled("\u{1}") })
        else { continue }
        samples.append((text, sampler.classes[index]))
      }
    }
    self.samples = samples
  }

  /// A valid value.
  var right: String { place.value.stringValue ?? "" }

  /// Adds a place, if a valid document has both it and the first one.
  mutating func add(_ other: Place, in document: JSONValue) {
    guard [place, other].allSatisfy({ document.value(at: $0.path)?.stringValue != nil }) else {
      return
    }
    others.append(other)
    base = document
  }

  /// The places in a sentence.
  var label: String {
    var labels = ([place] + others).map(\.label)
    if labels.count > 4 { labels[3...] = ["\(labels.count - 3) others"] }
    guard let last = labels.dropFirst().last else { return place.label }
    return "each of \(labels.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// A draft with a text at each place.
  func draft(
    _ text: String, _ why: String, isRaw: Bool = false, tag: String, axis: String
  ) -> Draft {
    let document = ([place] + others).reduce(base) { $0.setting(.string(text), at: $1.path) }
    return Draft(
      why, document, isRaw: isRaw, rules: place.rules(of: [.pattern]), tags: [tag], axis: axis)
  }

  /// Whether a character at the sample's hole is informative: not if the text matches in another way.
  private func tells(_ sample: Sample, _ scalar: Unicode.Scalar) -> Bool {
    sample.members.contains(scalar)
      || pattern.match(sample.text.filled(String(scalar))) != .match
  }

  /// All of ASCII, the ends of the classes, and what is mistaken for either.
  private var candidates: [TestCharacter] {
    let edges = sampler.classes.flatMap(\.edges).filter { $0.value >= 0x80 }
      .map { TestCharacter($0, "at an end of a range of the pattern") }
    let latin = (0x81...0xFE as ClosedRange<UInt8>).map {
      TestCharacter(Unicode.Scalar($0), "a character of Latin-1")
    }
    var seen: Set<Unicode.Scalar> = []
    return
      (TestCharacter.ascii + TestCharacter.spaces + TestCharacter.traps + edges.prefix(40)
      + (place.isRequired == false ? latin : [])).filter { seen.insert($0.scalar).inserted }
  }

  /// Each character at each place that the pattern tells apart.
  var characters: [Draft] {
    let half = right.index(right.startIndex, offsetBy: right.count / 2)
    return candidates.flatMap { character -> [Draft] in
      let scalar = character.scalar
      // Characters beyond ASCII at one place, and at the end where a careless trim removes them.
      var texts = samples.prefix(scalar.isASCII ? 24 : 1).filter { tells($0, scalar) }.map {
        ("\(position(in: $0.text)) of \($0.text.text.quoted)", $0.text.filled(String(scalar)))
      }
      let isSpace = scalar == " " || !character.stake.isEmpty
      if isSpace, scalar.isASCII {
        texts.append(("before \(right.quoted)", String(scalar) + right))
      }
      if isSpace, scalar.isASCII || scalar.value > 0xFF {
        texts.append(("after \(right.quoted)", right + String(scalar)))
      }
      let isSeparator = !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
      if scalar.isASCII, isSeparator, sampler.classes.contains(where: { $0.contains(scalar) }) {
        texts.append(
          ("twice inside \(right.quoted)", right[..<half] + "\(scalar)\(scalar)" + right[half...]))
      }
      return texts.enumerated().map { index, text in
        draft(
          text.1, "\(label) has \(character.text) \(text.0).",
          isRaw: !scalar.isASCII && index % 2 == 1, tag: scalar.isASCII ? "ascii" : "unicode",
          axis: "regex-whitespace")
      }
    }
  }

  private func position(in sample: PatternSampler.Sample) -> String {
    let place =
      switch sample.hole {
      case 0: "the first character,"
      case sample.scalars.count - 1: "the last character,"
      default: "character \(sample.hole + 1),"
      }
    return "in place of \(place) \(sample.scalars[sample.hole].label),"
  }
}

extension PatternSampler {
  /// A character of none of the classes, for texts that go wrong at their end.
  var foreign: Unicode.Scalar {
    "!#~{<=+@$| ".unicodeScalars.first { scalar in
      !classes.contains { $0.contains(scalar) }
    } ?? "\u{1}"
  }

  /// Groups that repeat without a bound, such as `-a` of `a(-a)*`, each with a text that has it.
  var repeatedGroups: [(sample: Sample, unit: String)] {
    var groups: [(leaf: Int, body: PatternNode)] = []
    var leaf = 0
    func visit(_ node: PatternNode) {
      switch node {
      case .characters: leaf += 1
      case .sequence(let parts), .alternation(let parts): parts.forEach(visit)
      case .group(let group): visit(group.body)
      case .repetition(let repetition):
        if (repetition.maximum ?? .max) > 50, case .group = repetition.body {
          groups.append((leaf, repetition.body))
        }
        visit(repetition.body)
      case .anchor, .lookaround, .backreference: break
      }
    }
    visit(syntax.root)
    return groups.prefix(12).compactMap { leaf, body in
      let unit = text(of: body)
      guard let sample = sample(of: leaf), !unit.isEmpty else { return nil }
      return (sample, unit)
    }
  }
}

extension PatternSampler.Sample {
  /// The sample with more of its first character, at the end, or at the start where the hole is at the end.
  fileprivate func lengthened(to length: Int) -> Self {
    guard scalars.count < length, let first = scalars.first else { return self }
    let extra = [Unicode.Scalar](repeating: first, count: length - scalars.count)
    return hole == scalars.count - 1 && scalars.count > 1
      ? Self(extra + scalars, hole: hole + extra.count) : Self(scalars + extra, hole: hole)
  }
}

extension ScalarSet {
  /// The members at the ends of ranges, and their neighbours.
  fileprivate var edges: [Unicode.Scalar] {
    ranges.flatMap { range -> [Unicode.Scalar] in
      let (low, high) = (range.lowerBound.value, range.upperBound.value)
      return [low &- 1, low, high, high + 1].compactMap { Unicode.Scalar($0) }
    }
  }
}

extension Place {
  /// The place as a part of a file's name.
  fileprivate var fileName: String {
    let name = pointer.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? String(scalar) : "-"
    }.joined().drop { $0 == "-" }
    return name.isEmpty ? "document" : String(name)
  }
}
