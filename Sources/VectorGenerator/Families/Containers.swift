import JSONText
import SchemaRules

/// Arrays and objects by their counts, elements and names.
enum Containers {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let builder = ExampleBuilder(body.graph)
    return [
      DraftFile(
        "arrays/\(body.name).json", "Arrays in the \(body.name)",
        "Counts at their bounds, elements of the wrong kind at each end, equal elements.",
        body.places.filter { $0.value.arrayValue != nil }.flatMap { arrays($0, builder) }),
      DraftFile(
        "objects/\(body.name).json", "Objects in the \(body.name)",
        "Counts of members at their bounds, names by pattern, members that ask for others.",
        body.places.filter { $0.value.objectValue != nil }
          .flatMap { counts($0) + names($0, builder) + dependencies($0, builder) }),
    ]
  }

  // MARK: Arrays

  private static func arrays(_ place: Place, _ builder: ExampleBuilder) -> [Draft] {
    let keywords: [Keyword] = [.minItems, .maxItems, .minContains, .maxContains]
    let bounds = keywords.flatMap(place.counts).filter { $0 <= 2_000 }
    func elements(_ count: Int) -> [JSONValue] {
      (0..<count).map { index in
        builder.value(for: builder.nodes(forElement: index, place.keywords), variant: index)
          ?? .null
      }
    }
    let near: [Int] = bounds.flatMap { [$0 - 1, $0, $0 + 1, $0 + 2] } + [0, 1, 2, 3]
    let counts: [Draft] = Set(near).filter { $0 >= 0 }.sorted().map { count in
      place.draft(
        .array(elements(count)), "\(place.label) has \(count.counted("element")).",
        about: [.minItems, .maxItems, .contains])
    }
    let length = max(bounds.min() ?? 2, 2)
    let some = elements(length)
    let wrong: [(String, JSONValue)] = [
      ("null", .null), ("a number", .number("12345.5")), ("a string", .string("#\u{1}")),
      ("an empty object", .object([])), ("an empty array", .array([])), ("false", .boolean(false)),
    ]
    let faults = wrong.flatMap { name, value in
      [0, length - 1, length].map { index in
        var list = some
        if index < length { list[index] = value } else { list.append(value) }
        return place.draft(
          .array(list), "\(place.label) has \(name) as element \(index).", about: [.items])
      }
    }
    // Equal elements, in several spellings, and elements that differ only just.
    let pairs: [(String, JSONValue, JSONValue)] = [
      ("the same element twice", some[0], some[0]),
      ("1 and 1.0, which are equal", .number("1"), .number("1.0")),
      ("0 and -0, which are equal", .number("0"), .number("-0")),
      ("100 and 1e2, which are equal", .number("100"), .number("1e2")),
      ("1 and true, which differ", .number("1"), .boolean(true)),
      ("0 and false, which differ", .number("0"), .boolean(false)),
      ("1 and \"1\", which differ", .number("1"), .string("1")),
      ("an empty array and an empty object, which differ", .array([]), .object([])),
      ("null and an empty string, which differ", .null, .string("")),
      (
        "numbers that differ beyond a double's precision", .number("9007199254740992"),
        .number("9007199254740993")
      ),
      (
        "objects with their members in another order, which are equal",
        .members([("a", .number("1")), ("b", .number("2"))]),
        .members([("b", .number("2")), ("a", .number("1"))])
      ),
      (
        "arrays in another order, which differ", .array([.number("1"), .number("2")]),
        .array([.number("2"), .number("1")])
      ),
      ("strings in another case, which differ", .string("a"), .string("A")),
      (
        "strings that are canonically equivalent, which differ", .string("\u{E9}"),
        .string("e\u{301}")
      ),
    ]
    let unique = pairs.flatMap { why, one, other in
      let fillers = elements(length + 1).filter { $0 != one && $0 != other }
      return [
        place.draft(
          .array([one, other] + fillers.prefix(max(0, length - 2))), "\(place.label) has \(why).",
          about: [.uniqueItems]),
        place.draft(
          .array([one] + fillers + [other]), "\(place.label) has \(why), with others between them.",
          about: [.uniqueItems]),
      ]
    }
    return counts + faults + unique
  }

  // MARK: Objects

  private static func counts(_ place: Place) -> [Draft] {
    let bounds = (place.counts(.minProperties) + place.counts(.maxProperties)).filter {
      $0 <= 2_000
    }
    let members = place.value.objectValue ?? []
    let near: [Int] = bounds.flatMap { [$0 - 1, $0, $0 + 1, $0 + 2] }
    return Set(near).filter { $0 >= 0 }.sorted().map { (count: Int) -> Draft in
      let more = (0..<max(0, count - members.count)).map {
        JSONValue.Member(name: "x\($0)", value: members.last?.value ?? .string("a"))
      }
      return place.draft(
        .object(Array(members.prefix(count)) + more),
        "\(place.label) has \(count.counted("member")).",
        about: [.minProperties, .maxProperties])
    }
  }

  /// Names around those that patterns and `propertyNames` are about.
  private static func names(_ place: Place, _ builder: ExampleBuilder) -> [Draft] {
    var names: [String] = []
    for use in place.keywords {
      switch (use.keyword, use.parameter) {
      case (.patternProperties, .schemasByName(let list)):
        for pattern in list {
          guard let samples = PatternSamples(source: pattern.name) else { continue }
          names += nearMisses(of: samples)
        }
      case (.propertyNames, .schema(let node)):
        for use in builder.keywords(of: [node]) {
          switch use.parameter {
          case .pattern(let source):
            names += PatternSamples(source: source).map(nearMisses) ?? []
          case .count(let bound) where bound <= 1_000:
            names += [bound - 1, bound, bound + 1].filter { $0 >= 0 }.map {
              String(repeating: "n", count: $0)
            }
          case .values(let values): names += values.compactMap(\.stringValue)
          default: break
          }
        }
        names += ["", "other", "Name", "a b", "\u{E9}", "1", "__proto__"]
      default: break
      }
    }
    let values: [(String, JSONValue)] = [
      ("a string", .string("a")), ("a number", .number("1")), ("null", .null),
      ("an empty object", .object([])),
    ]
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.prefix(60).flatMap { name in
      let right = builder.value(for: builder.nodes(forMember: name, place.keywords))
      return ([("a value that its schema allows", right)] + values.map { ($0.0, Optional($0.1)) })
        .compactMap { kind, value in
          value.map {
            Draft(
              place.target, "\(place.label) has the member \(name.quoted), \(kind).",
              place.base.setting((place.path + [.member(name)])[...], $0))
          }
        }
    }
  }

  private static func nearMisses(of samples: PatternSamples) -> [String] {
    samples.samples.flatMap { sample in
      [
        sample.text, "!" + sample.text, sample.text + "!", sample.filled(String(samples.foreign)),
        sample.text.uppercased(), sample.text + "\n", sample.filled(""),
      ]
    }
  }

  /// Members that ask for others, with and without those.
  private static func dependencies(_ place: Place, _ builder: ExampleBuilder) -> [Draft] {
    var causes: [String] = []
    for use in place.keywords {
      switch use.parameter {
      case .namesByName(let list): causes += list.map(\.name)
      case .dependencies(let list): causes += list.map(\.name)
      case .schemasByName(let list) where use.keyword == .dependentSchemas:
        causes += list.map(\.name)
      default: break
      }
    }
    return causes.flatMap { name -> [Draft] in
      let value = builder.value(for: builder.nodes(forMember: name, place.keywords)) ?? .string("a")
      return [value, .null, .boolean(false), .string("")].map { value in
        Draft(
          place.target,
          "\(place.label) has \(name), which asks for more, with the value \(value.text.quoted).",
          place.base.setting((place.path + [.member(name)])[...], value))
      }
    }
  }
}
