import JSONText
import SchemaRules
import Vectors

/// Bytes that are UTF-8 or not, other encodings, and byte order marks.
///
/// https://www.rfc-editor.org/rfc/rfc3629#section-4
enum Encodings {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    guard body.isFirst else { return markFiles(body) }
    return [
      DraftFile(
        "encodings/utf-8.json", "UTF-8, right and wrong",
        "A reader that replaces what is not UTF-8 hides a fault, and changes what is validated.",
        right(body) + wrong(body) + elsewhere(body)),
      DraftFile(
        "encodings/others.json", "Other encodings",
        "RFC 8259 requires UTF-8; other encodings are not detected.", others(body)),
    ] + markFiles(body)
  }

  private static func right(_ body: BodyPlaces) -> [Draft] {
    let values: [UInt32] = [
      0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xCFFF, 0xD000, 0xD7FF, 0xE000, 0x1FFFE, 0xFFFD,
      0xFFFE,
      0xFFFF, 0x10000, 0x1FFFF, 0x3FFFF, 0x40000, 0xFFFFF, 0x100000, 0x10FFFE, 0x10FFFF,
    ]
    let places = body.readerPlaces.filter { $0.isRequired != false }.prefix(2)
    return values.compactMap { Unicode.Scalar($0) }.flatMap { scalar in
      places.map { place in
        place.draft(
          .string("ab\(scalar)"),
          "\(place.label) has \(scalar.label), at an end of a range of UTF-8, in bytes.",
          about: [.type], isRaw: true, tags: ["encoding"])
      }
    }
  }

  private static let wrongSequences: [(String, [UInt8])] = [
    ("a continuation byte alone", [0x80]), ("the last continuation byte alone", [0xBF]),
    ("two continuation bytes", [0x80, 0xBF]), ("a lead byte of two alone", [0xC3]),
    ("a lead byte of three alone", [0xE2]),
    ("a lead byte of three and one more byte", [0xE2, 0x82]),
    ("a lead byte of four alone", [0xF0]), ("a lead byte of four and one more byte", [0xF0, 0x9F]),
    ("a lead byte of four and two more bytes", [0xF0, 0x9F, 0x98]),
    ("an ASCII letter in two bytes", [0xC1, 0xA1]),
    ("a null character in two bytes", [0xC0, 0x80]),
    ("a slash in two bytes", [0xC0, 0xAF]), ("a quotation mark in two bytes", [0xC0, 0xA2]),
    ("a null character in three bytes", [0xE0, 0x80, 0x80]),
    ("U+07FF in three bytes", [0xE0, 0x9F, 0xBF]), ("a letter in three bytes", [0xE0, 0x81, 0xA1]),
    ("U+FFFF in four bytes", [0xF0, 0x8F, 0xBF, 0xBF]),
    ("a letter in four bytes", [0xF0, 0x80, 0x81, 0xA1]),
    ("the first high surrogate", [0xED, 0xA0, 0x80]),
    ("the last high surrogate", [0xED, 0xAF, 0xBF]),
    ("the first low surrogate", [0xED, 0xB0, 0x80]),
    ("the last low surrogate", [0xED, 0xBF, 0xBF]),
    ("a pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ("U+110000", [0xF4, 0x90, 0x80, 0x80]),
    ("U+13FFFF", [0xF4, 0xBF, 0xBF, 0xBF]), ("U+140000", [0xF5, 0x80, 0x80, 0x80]),
    ("the lead byte F7", [0xF7, 0xBF, 0xBF, 0xBF]),
    ("a sequence of five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    ("a sequence of six bytes", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]), ("the byte FE", [0xFE]),
    ("the byte FF", [0xFF]), ("the bytes FE and FF", [0xFE, 0xFF]), ("the byte C0", [0xC0]),
    ("the byte C1", [0xC1]), ("the byte F5", [0xF5]), ("é in Latin-1", [0xE9]),
    ("a no-break space in Latin-1", [0xA0]), ("the euro sign of Windows", [0x80, 0x31]),
    ("a lead byte before a letter", [0xC3, 0x28]),
    ("a lead byte of three before letters", [0xE2, 0x28, 0xA1]),
    ("a lead byte of three, one more byte and a letter", [0xE2, 0x82, 0x28]),
    ("a lead byte of four before a letter", [0xF0, 0x28, 0x8C, 0xBC]),
    ("a right sequence and one byte more", [0xC3, 0xA9, 0xA9]),
    ("Shift JIS", [0x93, 0xFA, 0x96, 0x7B]),
    ("GBK", [0xD6, 0xD0]), ("two lead bytes", [0xC3, 0xC3, 0xA9]),
  ]

  private static func wrong(_ body: BodyPlaces) -> [Draft] {
    wrongSequences.enumerated().flatMap { ordinal, sequence in
      body.readerPlaces.enumerated().compactMap { index, place -> Draft? in
        // Every sequence at the first place, every second one at each of the others.
        guard index == 0 || (ordinal + index) % 2 == 0 else { return nil }
        return Draft(
          place.target, "\(place.label) has \(sequence.0), which is not UTF-8.",
          parts: place.slot.filledWithString(.text("abc"), .hex(sequence.1), .text("abc")),
          .malformed,
          tags: ["encoding"])
      }
    }
  }

  private static func elsewhere(_ body: BodyPlaces) -> [Draft] {
    let text = body.example.text
    let (first, rest) = (String(text.prefix(1)), String(text.dropFirst()))
    var documents: [(String, [RecipePart])] = [
      ("behind its first character, FF", [.text(first), .hex([0xFF]), .text(rest)]),
      (
        "behind its first character, a no-break space of Latin-1",
        [.text(first), .hex([0xA0]), .text(rest)]
      ),
      ("before it", [.hex([0xFF]), .text(text)]), ("behind it", [.text(text), .hex([0xFF])]),
      ("behind it, a sequence that is cut", [.text(text), .hex([0xE2, 0x82])]),
      ("at the end of a part of it", [.text(String(text.prefix(10))), .hex([0xC3])]),
    ]
    if case .object(let members) = body.example, let name = members.first?.name {
      let head = Array(name.utf8.dropLast())
      documents += [
        ("in a member name", [.text("{\""), .hex([0xFF]), .text("\":1," + rest)]),
        (
          "in the last letter of a declared name, in two bytes",
          [
            .text("{\"" + String(decoding: head, as: UTF8.self)),
            .hex([0xC1, 0x80 | (name.utf8.last ?? 0x61) & 0x3F]),
            .text("\":" + text.components(around: "\"\(name)\":").1),
          ]
        ),
        ("in an undeclared member", [.text("{\"foo\":\""), .hex([0x80]), .text("\"," + rest)]),
      ]
    }
    for place in [body.wrongTypePlace].compactMap(\.self) {
      documents += [
        (
          "in a member of the wrong type",
          place.slot.filled([.text("[\""), .hex([0xC0, 0x80]), .text("\"]")])
        ),
        ("behind an escape", place.slot.filledWithString(.text(#"\u0061bc"#), .hex([0xFF]))),
        (
          "before a closing quotation mark",
          place.slot.filledWithString(.text("abc"), .hex([0xE2, 0x80]))
        ),
        (
          "for a digit of an escape", place.slot.filledWithString(.text(#"abc\u006"#), .hex([0xFF]))
        ),
      ]
    }
    return documents.map { why, parts in
      Draft(
        body.name, "The document has bytes that are not UTF-8 \(why).", parts: parts, .malformed,
        tags: ["encoding"])
    }
  }

  // MARK: Other encodings

  private static func others(_ body: BodyPlaces) -> [Draft] {
    guard let place = body.plainPlace else { return [] }
    let text = place.document(place.isString ? .string("\u{E9}") : place.value).text
    let units = Array(text.utf16)
    let values = text.unicodeScalars.map(\.value)
    func bytes(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let big16 = units.flatMap { bytes(UInt32($0), 2) }
    let little16 = units.flatMap { bytes(UInt32($0), 2).reversed() }
    let big32 = values.flatMap { bytes($0, 4) }
    let little32 = values.flatMap { bytes($0, 4).reversed() }
    var list: [(String, [UInt8])] = [
      ("UTF-16, big-endian", big16), ("UTF-16, little-endian", little16),
      ("UTF-16, big-endian with a mark", [0xFE, 0xFF] + big16),
      ("UTF-16, little-endian with a mark", [0xFF, 0xFE] + little16), ("UTF-32, big-endian", big32),
      ("UTF-32, little-endian", little32),
      ("UTF-32, big-endian with a mark", [0, 0, 0xFE, 0xFF] + big32),
      ("UTF-32, little-endian with a mark", [0xFF, 0xFE, 0, 0] + little32),
      ("UTF-8 behind a mark of UTF-16", [0xFE, 0xFF] + Array(text.utf8)),
      ("UTF-8 behind the other mark of UTF-16", [0xFF, 0xFE] + Array(text.utf8)),
      ("gzip", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0]), ("UTF-16, without a character", [0xFE, 0xFF]),
      ("CBOR", [0xA1, 0x61, 0x61, 0x01]), ("UTF-7", Array(("+/v8-" + text).utf8)),
    ]
    if text.utf8.count > values.count, values.allSatisfy({ $0 < 256 }) {
      list.append(("Latin-1", values.map { UInt8($0) }))
    }
    return list.map { why, bytes in
      Draft(body.name, "The document is in \(why).", .base64(bytes), .malformed, tags: ["encoding"])
    }
  }

  // MARK: Byte order marks

  private static func markFiles(_ body: BodyPlaces) -> [DraftFile] {
    let wrong = body.places.first { $0.isRequired == true }?.document(nil)
    let documents =
      [("a right document", body.example)]
      + (wrong.map { [("a document with a missing member", $0)] } ?? [])
    let once = documents.map { why, value in
      Draft(
        body.name, "There is a byte order mark before \(why).",
        parts: [.text("\u{FEFF}" + value.text)], .marked(value), tags: ["byte-order-mark"],
        axis: "byte-order-mark")
    }
    let text = body.example.text
    let others: [(String, [RecipePart])] = [
      ("There are two byte order marks", [.text("\u{FEFF}\u{FEFF}" + text)]),
      ("The document is a byte order mark", [.text("\u{FEFF}")]),
      ("There is a byte order mark behind a space", [.text(" \u{FEFF}" + text)]),
      (
        "There are two of the three bytes of a byte order mark", [.hex([0xEF, 0xBB]), .text(text)]
      ),
      ("The document is a byte order mark and white space", [.text("\u{FEFF} \n")]),
      ("There is a byte order mark before a document that is cut", [.text("\u{FEFF}{")]),
    ]
    return [
      DraftFile(
        "encodings/marks-\(body.name).json", "Byte order marks in the \(body.name)",
        "A mark at the start is a choice; anywhere else it is not JSON.",
        once
          + (body.isFirst
            ? others.map {
              Draft(body.name, "\($0).", parts: $1, .malformed, tags: ["byte-order-mark"])
            } : []))
    ]
  }
}
