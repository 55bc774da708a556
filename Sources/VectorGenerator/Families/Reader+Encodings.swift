import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Bytes that are UTF-8 or not, other encodings, byte order marks; depth and size.
///
/// https://www.rfc-editor.org/rfc/rfc3629#section-4
extension Reader {
  static func utf8(_ body: BodyPlaces) -> [Draft] {
    let ends: [UInt32] = [
      0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0xFFFD, 0xFFFE,
      0xFFFF, 0x10000, 0x1FFFE, 0x1FFFF, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFE, 0x10FFFF,
    ]
    let places = body.readerPlaces
    let right = ends.compactMap(Unicode.Scalar.init).flatMap { scalar in
      places.filter { $0.isRequired != false }.prefix(2).map { place in
        place.draft(
          .string("ab\(scalar)"),
          "\(place.label) has \(scalar.label), at an end of a range of UTF-8, as bytes.",
          about: [.type], isRaw: true, tags: ["encoding"])
      }
    }
    func malformed(_ why: String, _ parts: [RecipePart]) -> Draft {
      Draft(why, parts: parts, .malformed, tags: ["encoding"])
    }
    let wrong = Table.encodings.rows("not UTF-8").enumerated().flatMap { ordinal, row in
      // Every sequence at the first place, every second one at each of the others.
      places.enumerated().filter { $0.offset == 0 || (ordinal + $0.offset) % 2 == 0 }.map {
        malformed(
          "\($1.label) has \(row.why), which is not UTF-8.",
          $1.spelledString(
            .text("abc"), .hex(row.text.split(separator: " ").compactMap { UInt8($0, radix: 16) }),
            .text("abc")))
      }
    }
    let template = DocumentTemplate(body.example)
    let elsewhere = Table.encodings.rows("documents").compactMap { why, text in
      template.parts(text).map { malformed("The document has \(why), which is not UTF-8.", $0) }
    }
    let values = [body.wrongTypePlace].compactMap(\.self).flatMap { place in
      Table.encodings.rows("values").compactMap { why, text in
        template.parts(text).map {
          malformed(
            "The value of \(place.label) has \(why), which is not UTF-8.", place.spelled($0))
        }
      }
    }
    return right + wrong + elsewhere + values
  }

  static func encodings(_ body: BodyPlaces) -> [Draft] {
    guard let place = body.plainPlace else { return [] }
    let text = place.document(place.allowsStrings ? .string("\u{E9}") : place.value).compactText
    func bytes(_ units: some Sequence<some FixedWidthInteger>, isBig: Bool) -> [UInt8] {
      units.flatMap { unit in
        let bytes = (0..<unit.bitWidth / 8).map { UInt8(truncatingIfNeeded: unit >> ($0 * 8)) }
        return isBig ? bytes.reversed() : bytes
      }
    }
    let scalars = text.unicodeScalars.map(\.value)
    var list: [(String, [UInt8])] = [
      ("UTF-8 after a byte order mark of UTF-16", [0xFE, 0xFF] + text.utf8),
      ("UTF-8 after the other byte order mark of UTF-16", [0xFF, 0xFE] + text.utf8),
      ("gzip", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0]),
      ("UTF-16: a byte order mark and nothing else", [0xFE, 0xFF]),
      ("CBOR", [0xA1, 0x61, 0x61, 0x01]), ("UTF-7", Array(("+/v8-" + text).utf8)),
    ]
    for (order, isBig) in [("big-endian", true), ("little-endian", false)] {
      let utf16 = bytes(text.utf16, isBig: isBig)
      let utf32 = bytes(scalars, isBig: isBig)
      list += [
        ("UTF-16, \(order)", utf16), ("UTF-32, \(order)", utf32),
        ("UTF-16, \(order) with a mark", bytes([0xFEFF as UInt16], isBig: isBig) + utf16),
        ("UTF-32, \(order) with a mark", bytes([0xFEFF as UInt32], isBig: isBig) + utf32),
      ]
    }
    if scalars.contains(where: { $0 > 0x7F }), scalars.allSatisfy({ $0 < 256 }) {
      list.append(("Latin-1", scalars.map { UInt8(truncatingIfNeeded: $0) }))
    }
    return list.map { why, bytes in
      Draft("The document is in \(why).", .base64(bytes), .malformed, tags: ["encoding"])
    }
  }

  static func marks(_ body: BodyPlaces) -> DraftFile {
    let wrong = body.required.first.map { ("a document with a missing member", $0.document(nil)) }
    let once = ([("a valid document", body.example)] + [wrong].compactMap(\.self)).map {
      why, value in
      Draft(
        "There is a byte order mark before \(why).", parts: [.text("\u{FEFF}" + value.compactText)],
        .marked(value), tags: ["byte-order-mark"], axis: "byte-order-mark")
    }
    let template = DocumentTemplate(body.example)
    let others = Table.encodings.rows("marks").compactMap { why, text in
      template.parts(text).map {
        Draft("The document \(why).", parts: $0, .malformed, tags: ["byte-order-mark"])
      }
    }
    return body.file("marks", once + (body.isFirst ? others : []))
  }

  // MARK: Limits

  static func limits(_ body: BodyPlaces) -> [DraftFile] {
    guard let place = body.wrongTypePlace else { return [] }
    let template = DocumentTemplate(body.example)
    let unclosed = Table.grammar.entries("depth").compactMap { entry -> Draft? in
      guard let row = entry.arrayValue, row.count == 3, let why = row[0].stringValue,
        let parts = row[1].stringValue.flatMap({ template.parts($0) })
      else { return nil }
      return Draft(
        "The document \(why).", parts: parts, .malformedBehind(depth: row[2].integerValue ?? 0),
        tags: ["depth"], axis: "depth")
    }
    return [
      body.file("depth", depth(place, body) + unclosed),
      body.file("size", size(place, body)),
    ]
  }

  private static func depth(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    let depths = [
      2, 3, 5, 8, 15, 17, 33, 50, 65, 90, 101, 129, 200, 257, 400, 512, 513, 1_100, 5_000, 10_100,
      100_000,
    ]
    // The text of one level, how many containers that is, and the value: of what is inside, nil for the innermost.
    let kinds:
      [(
        name: String, open: String, middle: String, close: String, each: Int,
        (JSONValue?) -> JSONValue
      )] =
        [
          ("arrays", "[", "", "]", 1, { .array($0.map { [$0] } ?? []) }),
          ("objects", "{\"a\":", "1", "}", 1, { .members([("a", $0 ?? .number("1"))]) }),
          (
            "alternating arrays and objects", "[{\"a\":", "null", "}]", 2,
            { .array([.members([("a", $0 ?? .null)])]) }
          ),
        ]
    let outer = place.path.count
    let inside = depths.flatMap { depth in
      kinds.compactMap { kind, open, middle, close, each, level -> Draft? in
        let times = (depth - outer) / each
        guard times > 0, each == 1 || depth % 2 == 1, kind == "arrays" || depth < 20_000 else {
          return nil
        }
        let total = times * each + outer
        // What a schema says of nested containers, it says of the first few; readers of 16 levels take them.
        let levels = min(times, max(1, (12 - outer) / each))
        let standIn = (1..<levels).reduce(level(nil)) { value, _ in level(value) }
        return Draft(
          "\(total.counted("container")) are nested; the innermost ones are \(kind) in \(place.label).",
          parts: place.spelled([.nested(open: open, middle: middle, close: close, times: times)]),
          .deep(place.document(standIn), depth: total), tags: ["depth"], axis: "depth")
      }
    }
    guard body.places.first?.demand.kinds.contains(.array) == false else { return inside }
    return inside
      + [17, 65, 129, 513, 10_100, 100_000].map { depth in
        Draft(
          "The document consists of \(depth.counted("nested array")).",
          parts: [.nested(open: "[", middle: "", close: "]", times: depth)],
          .deep(.array([]), depth: depth), tags: ["depth"], axis: "depth")
      }
  }

  private static func size(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    func draft(_ why: String, _ parts: [RecipePart], _ value: JSONValue) -> Draft {
      Draft("\(why).", parts: parts, .value(value), tags: ["size"])
    }
    let sizes = [10_000, 60_000, 80_000, 150_000, 400_000, 1_200_000]
    let texts = body.readerPlaces.enumerated().flatMap { index, place in
      sizes.prefix([6, 4, 3][index % 3]).map { count in
        let letter = place.sampler?.text(ofLength: 1) ?? "k"
        return draft(
          "\(place.label) has \(count.counted("letter"))",
          place.spelledString(.repeated(letter, times: count)),
          place.document(.string(String(repeating: letter, count: count))))
      }
    }
    let backslashes = [body.plainPlace].compactMap(\.self).map { plain in
      draft(
        "\(plain.label) has 2,000 backslashes",
        plain.spelledString(.repeated("\\\\", times: 2_000)),
        plain.document(.string(String(repeating: "\\", count: 2_000))))
    }
    let (text, spaces) = (body.example.compactText, RecipePart.repeated(" ", times: 50_000))
    return texts + backslashes + [
      draft(
        "\(place.label) is a number of 20,000 digits",
        place.spelled([.text("1"), .repeated("0", times: 19_999)]),
        place.document(.number("1" + String(repeating: "0", count: 19_999)))),
      draft(
        "\(place.label) is a number of 20,000 decimal places",
        place.spelled([.text("0."), .repeated("1", times: 20_000)]),
        place.document(.number("0." + String(repeating: "1", count: 20_000)))),
      draft(
        "\(place.label) is an array of 10,000 elements",
        place.spelled([.text("[0"), .repeated(",0", times: 9_999), .text("]")]),
        place.document(.array([JSONValue](repeating: .number("0"), count: 10_000)))),
      draft("There are 50,000 spaces before the document", [spaces, .text(text)], body.example),
      draft("There are 50,000 spaces after the document", [.text(text), spaces], body.example),
    ]
  }
}
