import JSONText
import SchemaRules
import Vectors

/// Implementations that count lengths in other units.
enum LengthUnits {
  typealias Unit = @Sendable (String) -> Int

  /// Texts with bounds, at a place that every document of the body is bound to.
  private struct Bounded {
    let tokens: [String]
    let least: Int?
    let most: Int?
  }

  /// The number of bounded texts that have mutants of their own.
  private static let placeLimit = 12

  private static let units: [(String, Unit)] = {
    let counts: [(String, Unit)] = [
      ("UTF-16 code units", { $0.utf16.count }), ("bytes of UTF-8", { $0.utf8.count }),
      ("grapheme clusters", { $0.count }), ("bytes of UTF-16", { $0.utf16.count * 2 }),
      ("bytes of UTF-32", { $0.unicodeScalars.count * 4 }),
      ("code points and one", { $0.unicodeScalars.count + 1 }),
      ("words", { $0.split(separator: " ").count }),
      ("escaped characters", { JSONValue.string($0).compactText.unicodeScalars.count - 2 }),
      ("escaped ASCII", { $0.utf16.reduce(0) { $0 + ($1 < 0x80 ? 1 : 6) } }),
      (
        "characters beyond ASCII as two",
        { $0.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) } }
      ),
      ("256 as none", { $0.unicodeScalars.count % 256 }),
    ]
    return counts
      + RewritingTable.texts.rules("lengths").map { rule in
        (rule.name, { rule($0).unicodeScalars.count })
      }
  }()

  /// Texts that are not empty, some of which are in some units.
  private static let texts = [
    " ", "\n", "\u{0}", "\u{301}", "\u{1F600}", "-", String(repeating: "a", count: 256),
  ]

  /// Lengths in each unit: of every text, of single texts, of the least lengths alone.
  static func all(of graph: SchemaGraph) -> [ReportMutants.Row] {
    let all = bounded(graph)
    return units.flatMap { name, unit -> [ReportMutants.Row] in
      // Most units say alike whether a text is empty.
      let tellsEmpty = unit("") == 0 && texts.allSatisfy { unit($0) > 0 }
      let places = all.filter { $0.most != nil || $0.least ?? 0 > 1 || !tellsEmpty }
      guard !places.isEmpty else { return [] }
      func row(_ name: String, _ places: [Bounded]) -> ReportMutants.Row {
        ReportMutants.answer(name) { recounted($0, $1, places, unit) }
      }
      let least = places.map { Bounded(tokens: $0.tokens, least: $0.least, most: nil) }
      return [row("lengths in \(name)", places)]
        + (least.contains { $0.least != nil } ? [row("least lengths in \(name)", least)] : [])
        + (all.count > 1 ? places.prefix(placeLimit) : []).map { place in
          row("length of \(place.tokens.joined(separator: "/")) in \(name)", [place])
        }
    }
  }

  /// The bounded texts that no alternative or condition leads to.
  private static func bounded(_ graph: SchemaGraph) -> [Bounded] {
    var conditional: [Int] = []
    return graph.places.compactMap { place in
      conditional.removeAll { $0 >= place.depth }
      if let keyword = place.keyword, keyword.isInPlace, ![.allOf, .ref].contains(keyword) {
        conditional.append(place.depth)
      }
      guard conditional.isEmpty, place.keyword != .propertyNames else { return nil }
      func bound(_ keyword: Keyword) -> Int? {
        if case .count(let count) = graph.nodes[place.node][keyword] { count } else { nil }
      }
      let (least, most) = (bound(.minLength), bound(.maxLength))
      return least == nil && most == nil
        ? nil : Bounded(tokens: place.pointer.tokens, least: least, most: most)
    }
  }

  /// The answer with the findings on length that another unit leads to.
  private static func recounted(
    _ answer: Answer, _ subject: Subject, _ places: [Bounded], _ unit: Unit
  ) -> Answer {
    guard let value = subject.value, answer.outcome == .valid || answer.outcome == .invalid else {
      return answer
    }
    var findings = answer.findings
    for place in places {
      for spot in value.places(of: place.tokens[...]) {
        guard let text = value.value(at: spot)?.stringValue else { continue }
        let pointer = spot.reduce(JSONPointer.root) { $0.appending($1) }.description
        let count = unit(text)
        for (keyword, isBroken) in [
          ("minLength", place.least.map { count < $0 }),
          ("maxLength", place.most.map { count > $0 }),
        ] {
          guard let isBroken else { continue }
          let finding = Finding(pointer, keyword)
          findings.removeAll { $0 == finding }
          if isBroken { findings.append(finding) }
        }
      }
    }
    return findings.isEmpty ? Answer(.valid) : Answer(.invalid, findings)
  }
}
