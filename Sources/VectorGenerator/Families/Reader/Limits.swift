import JSONText
import SchemaRules
import Vectors

/// Depth and size.
enum Limits {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    guard body.isFirst, let place = body.wrongTypePlace, !place.path.isEmpty else { return [] }
    return [
      DraftFile(
        "limits/depth.json", "Nesting",
        "In a member of the wrong type, so that undeclared members play no part.",
        depth(place) + alone(body) + unclosed(body)),
      DraftFile(
        "limits/size.json", "Size", "Long strings, many members, long numbers.", size(body, place)),
    ]
  }

  private static let depths = [
    2, 3, 5, 8, 15, 17, 33, 50, 65, 90, 101, 129, 200, 257, 400, 512, 513, 1_100, 5_000, 10_100,
    100_000,
  ]

  private static func depth(_ place: Place) -> [Draft] {
    let kinds: [(String, String, String, String, Int)] = [
      ("arrays", "[", "", "]", 1), ("objects", "{\"a\":", "1", "}", 1),
      ("arrays and objects in turn", "[{\"a\":", "null", "}]", 2),
    ]
    let outer = place.path.count
    return depths.flatMap { depth in
      kinds.compactMap { kind, open, middle, close, each -> Draft? in
        let times = (depth - outer) / each
        guard times > 0, kind == "arrays" || depth < 20_000 else { return nil }
        let total = times * each + outer
        let standIn: JSONValue = kind == "objects" ? .members([("a", .number("1"))]) : .array([])
        return Draft(
          place.target,
          "\(total) containers are nested, the innermost ones \(kind) in \(place.label).",
          parts: place.slot.filled([.nested(open: open, middle: middle, close: close, times: times)]
          ),
          .deep(place.document(standIn), depth: total), tags: ["depth"], axis: "depth")
      }
    }
  }

  private static func alone(_ body: BodyPlaces) -> [Draft] {
    guard body.places.first?.kinds.contains(.array) == false else { return [] }
    return [17, 65, 129, 513, 10_100, 100_000].map { depth in
      Draft(
        body.name, "The document is \(depth) nested arrays.",
        parts: [.nested(open: "[", middle: "", close: "]", times: depth)],
        .deep(.array([]), depth: depth), tags: ["depth"], axis: "depth")
    }
  }

  private static func unclosed(_ body: BodyPlaces) -> [Draft] {
    let wrong: [(String, Int, [RecipePart])] = [
      ("100,000 opening brackets", 100_000, [.repeated("[", times: 100_000)]),
      ("100,000 opening braces", 100_000, [.repeated("{\"a\":", times: 100_000)]),
      ("100 opening brackets", 100, [.repeated("[", times: 100)]),
      ("100 closing brackets", 0, [.repeated("]", times: 100)]),
      (
        "100 nested arrays with a comma behind them", 100,
        [.nested(open: "[", middle: "", close: "]", times: 100), .text(",")]
      ),
      (
        "100 nested arrays, closed once too often", 100,
        [.nested(open: "[", middle: "", close: "]", times: 100), .text("]")]
      ),
    ]
    return wrong.map { why, depth, parts in
      Draft(
        body.name, "The document is \(why).", parts: parts, .malformedBehind(depth: depth),
        tags: ["depth"], axis: "depth")
    }
  }

  private static func size(_ body: BodyPlaces, _ place: Place) -> [Draft] {
    let sizes = [10_000, 60_000, 80_000, 150_000, 400_000, 1_200_000]
    let texts = body.readerPlaces.enumerated().flatMap { index, place in
      sizes.prefix([6, 4, 3][index % 3]).map { count in
        let letter = place.patternSamples?.text(ofLength: 1)?.first ?? "k"
        return Draft(
          place.target, "\(place.label) has \(count) letters.",
          parts: place.slot.filledWithString(.repeated(String(letter), times: count)),
          .value(place.document(.string(String(repeating: String(letter), count: count)))),
          tags: ["size"])
      }
    }
    func draft(_ why: String, _ parts: [RecipePart], _ value: JSONValue) -> Draft {
      Draft(body.name, "\(why).", parts: parts, .value(value), tags: ["size"])
    }
    let text = body.example.text
    let digits = "1" + String(repeating: "0", count: 19_999)
    let decimals = "0." + String(repeating: "1", count: 20_000)
    let elements = [JSONValue](repeating: .number("0"), count: 10_000)
    let plain = body.plainPlace.map { plain in
      [
        draft(
          "\(plain.label) has 2,000 backslashes",
          plain.slot.filledWithString(.repeated("\\\\", times: 2_000)),
          plain.document(.string(String(repeating: "\\", count: 2_000))))
      ]
    }
    return texts + (plain ?? []) + [
      draft(
        "\(place.label) is a number of 20,000 digits",
        place.slot.filled([.text("1"), .repeated("0", times: 19_999)]),
        place.document(.number(digits))),
      draft(
        "\(place.label) is a number of 20,000 decimal places",
        place.slot.filled([.text("0."), .repeated("1", times: 20_000)]),
        place.document(.number(decimals))),
      draft(
        "\(place.label) is an array of 10,000 elements",
        place.slot.filled([.text("[0"), .repeated(",0", times: 9_999), .text("]")]),
        place.document(.array(elements))),
      draft(
        "There are 50,000 spaces before the document",
        [.repeated(" ", times: 50_000), .text(text)],
        body.example),
      draft(
        "There are 50,000 spaces behind the document",
        [.text(text), .repeated(" ", times: 50_000)],
        body.example),
    ]
  }
}
