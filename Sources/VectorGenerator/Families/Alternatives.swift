import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Values that satisfy none, one, or several of the schemas that a schema combines, and objects whose members
/// decide which rules apply to them.
enum Alternatives {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      body.file(
        "alternatives",
        body.places.filter { place in place.keywords.contains { keywords.contains($0.keyword) } }
          .prefix(60).flatMap { alternatives($0, body) }),
      body.file(
        "objects",
        body.places.filter { $0.value.objectValue != nil }
          .flatMap { names($0, body) + dependencies($0, body) }),
    ]
  }

  private static let keywords: Set<Keyword> = [
    .anyOf, .oneOf, .not, .if, .then, .else, .allOf,
  ]

  private static func alternatives(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    place.keywords.filter { keywords.contains($0.keyword) }.flatMap { use -> [Draft] in
      func draft(_ value: JSONValue, _ why: String) -> Draft {
        place.draft(value, "\(place.label) \(why).", about: [use.keyword])
      }
      let name = use.keyword.rawValue
      let values = use.parameter.nodes.prefix(24).enumerated().flatMap { index, node in
        // With the rules around it, and without them.
        [[node] + place.demand.nodes, [node]].enumerated().compactMap { variant, nodes in
          body.samples.value(nodes, variant: variant).map { (index: index, value: $0) }
        }
      }
      let single = values.flatMap { index, value in
        [draft(value, "is made for schema \(index) of \(name)")]
          + value.changes.map {
            draft($0.value, "is made for schema \(index) of \(name), but \($0.why)")
          }
      }
      // The members of two alternatives at once.
      let mixed = zip(values, values.dropFirst()).compactMap { one, other -> Draft? in
        guard one.index != other.index, let members = one.value.objectValue,
          let more = other.value.objectValue
        else { return nil }
        return draft(
          .object(members + more.filter { one.value[$0.name] == nil }),
          "has the members of schemas \(one.index) and \(other.index) of \(name)")
      }
      return single + mixed
    }
  }

  /// Names that nearly satisfy patterns and `propertyNames`, or just do.
  private static func names(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    var names: [String] = []
    for use in place.keywords {
      switch (use.keyword, use.parameter) {
      case (.patternProperties, .schemasByName(let list)):
        names += list.flatMap { nearMisses(ofPattern: $0.name) }
      case (.propertyNames, .schema(let node)):
        for (_, use) in Demand(body.graph, of: [node]).uses {
          switch use.parameter {
          case .pattern(let source): names += nearMisses(ofPattern: source)
          case .count(let bound) where bound <= 1_000:
            names += (max(0, bound - 1)...bound + 1).map { String(repeating: "n", count: $0) }
          case .values(let values): names += values.compactMap(\.stringValue)
          default: break
          }
        }
        names += ["", "other", "Name", "a b", "\u{E9}", "1", "__proto__"]
      default: break
      }
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.prefix(60).flatMap { name in
      let right = body.samples.value(place.demand.memberNodes(name)).map {
        [("a value that its schema allows", $0)]
      }
      return ((right ?? []) + Table.values.values("members")).map { kind, value in
        Draft(
          "\(place.label) has the member \(name.quoted), whose value is \(kind).",
          place.document(value, at: name))
      }
    }
  }

  private static func nearMisses(ofPattern source: String) -> [String] {
    guard let sampler = PatternSampler(source: source) else { return [] }
    return sampler.samples.prefix(12).flatMap { sample in
      let text = sample.text
      return [
        text, "!" + text, text + "!", sample.filled(String(sampler.foreign)), text.uppercased(),
        text + "\n", sample.filled(""),
      ]
    }
  }

  /// Members that need others, with several values and without the others.
  private static func dependencies(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    let causes = place.keywords.flatMap { use -> [String] in
      switch use.parameter {
      case .namesByName(let list): list.map(\.name)
      case .dependencies(let list): list.map(\.name)
      case .schemasByName(let list) where use.keyword == .dependentSchemas: list.map(\.name)
      default: []
      }
    }
    return causes.flatMap { name -> [Draft] in
      let value = body.samples.value(place.demand.memberNodes(name)) ?? .string("a")
      return [value, .null, .boolean(false), .string("")].map { value in
        Draft(
          "\(place.label) has \(name.quoted), which needs other members, with the value \(value.compactText.quoted).",
          place.document(value, at: name))
      }
    }
  }
}

extension JSONValue {
  /// The value with one thing about it changed.
  fileprivate var changes: [(why: String, value: JSONValue)] {
    switch self {
    case .object(let members):
      members.prefix(6).flatMap { member in
        [
          ("\(member.name.quoted) is missing", setting(nil, at: [member.name])),
          ("\(member.name.quoted) is null", setting(.null, at: [member.name])),
        ]
      } + [("it has another member", adding("other", .string("x"), to: []))]
    case .array(let elements):
      [
        ("it has one element more", .array(elements + [.null])),
        ("its last element is missing", .array(elements.dropLast())),
      ]
    case .string(let text):
      [
        ("it is in capitals", .string(text.uppercased())),
        ("it has one more letter", .string(text + "x")),
      ]
    case .number(let text):
      [("it is a string", .string(text)), ("it is negative", .number("-1.5"))]
    case .boolean(let flag): [("it is negated", .boolean(!flag))]
    case .null: [("it is a string", .string("null"))]
    }
  }
}
