import JSONText
import SchemaRules

/// Values that satisfy none, one, or several of the schemas that a schema combines.
enum Alternatives {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    let builder = ExampleBuilder(body.graph)
    return [
      DraftFile(
        "alternatives/\(body.name).json", "Alternatives in the \(body.name)",
        "Values of each alternative, of mixtures of them, and of none.",
        body.places.filter(hasAlternatives).prefix(60).flatMap { drafts($0, builder) })
    ]
  }

  private static let keywords: Set<Keyword> = [
    .anyOf, .oneOf, .not, .if, .then, .else, .allOf,
  ]

  private static func hasAlternatives(_ place: Place) -> Bool {
    place.keywords.contains { keywords.contains($0.keyword) }
  }

  private static func drafts(_ place: Place, _ builder: ExampleBuilder) -> [Draft] {
    var drafts: [Draft] = []
    for use in place.keywords where keywords.contains(use.keyword) {
      let values = use.parameter.nodes.prefix(24).enumerated().flatMap { index, node in
        (0..<2).compactMap { variant -> (Int, JSONValue)? in
          // With the rules around it, and without them.
          let nodes = variant == 0 ? place.nodes + [node] : [node]
          return builder.value(for: nodes, variant: variant).map { (index, $0) }
        }
      }
      for (index, value) in values {
        drafts.append(
          place.draft(
            value, "\(place.label) is made for schema \(index) of \(use.keyword.rawValue).",
            about: [use.keyword]))
        for (name, spoiled) in spoiled(value) {
          drafts.append(
            place.draft(
              spoiled,
              "\(place.label) is made for schema \(index) of \(use.keyword.rawValue), but \(name).",
              about: [use.keyword]))
        }
      }
      // The members of two alternatives at once.
      for ((one, first), (other, second)) in zip(values, values.dropFirst()) where one != other {
        guard let members = first.objectValue, let more = second.objectValue else { continue }
        let merged = members + more.filter { new in !members.contains { $0.name == new.name } }
        drafts.append(
          place.draft(
            .object(merged),
            "\(place.label) has the members of schemas \(one) and \(other) of \(use.keyword.rawValue).",
            about: [use.keyword]))
      }
    }
    return drafts
  }

  /// A value with one thing about it changed.
  private static func spoiled(_ value: JSONValue) -> [(String, JSONValue)] {
    switch value {
    case .object(let members):
      members.prefix(6).flatMap { member in
        [
          ("without \(member.name)", value.setting([.member(member.name)], nil)),
          ("with null as \(member.name)", value.setting([.member(member.name)], .null)),
        ]
      } + [("with another member", value.adding("other", .string("x"), to: []))]
    case .array(let elements):
      [
        ("with one element more", .array(elements + [.null])),
        ("without its last element", .array(elements.dropLast())),
      ]
    case .string(let text):
      [("in capitals", .string(text.uppercased())), ("with a letter more", .string(text + "x"))]
    case .number(let text): [("as a string", .string(text)), ("negative", .number("-1.5"))]
    case .boolean(let flag): [("negated", .boolean(!flag))]
    case .null: [("as a string", .string("null"))]
    }
  }
}
