import JSONText
import Vectors

/// Bytes that are UTF-8 or not.
///
/// https://www.rfc-editor.org/rfc/rfc3629#section-4
enum Encodings {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "encodings/utf-8.json", title: "UTF-8, right and wrong",
        about:
          "RFC 8259 section 8.1 wants UTF-8; a reader that replaces what is not hides a fault.",
        drafts: right + wrong),
      DraftFile(
        path: "encodings/others.json", title: "Other encodings and the byte order mark",
        about: "Other encodings are not detected; a mark at the start is a choice.",
        drafts: encodings + marks),
    ]
  }

  private static let places = ["/credentials/accessKey", "/description", "/name"]

  private static var right: [Draft] {
    let scalars: [Unicode.Scalar] = [
      "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{FFF}", "\u{1000}", "\u{CFFF}", "\u{D000}",
      "\u{D7FF}", "\u{E000}", "\u{1FFFE}", "\u{FFFD}",
      "\u{FFFE}", "\u{FFFF}", "\u{10000}", "\u{1FFFF}", "\u{3FFFF}", "\u{40000}", "\u{FFFFF}",
      "\u{100000}", "\u{10FFFE}", "\u{10FFFF}",
    ]
    return scalars.flatMap { scalar in
      ["/credentials/accessKey", "/name"].map { field in
        .field(
          "utf-8/right/\(scalar.keyPart)\(field)", .request, field, .string("ab\(scalar)"),
          "\(scalar.label), raw, at an edge of UTF-8's ranges, in \(field).", raw: true,
          tags: ["encoding"])
      }
    }
  }

  static let wrongSequences: [(String, [UInt8])] = [
    ("a continuation byte alone", [0x80]), ("the last continuation byte alone", [0xBF]),
    ("two continuation bytes", [0x80, 0xBF]), ("a lead byte of two alone", [0xC3]),
    ("a lead byte of three alone", [0xE2]), ("a lead byte of three and one more", [0xE2, 0x82]),
    ("a lead byte of four alone", [0xF0]), ("a lead byte of four and one more", [0xF0, 0x9F]),
    ("a lead byte of four and two more", [0xF0, 0x9F, 0x98]),
    ("an ASCII letter in two bytes", [0xC1, 0xA1]),
    ("a null character in two bytes", [0xC0, 0x80]), ("a slash in two bytes", [0xC0, 0xAF]),
    ("a quote in two bytes", [0xC0, 0xA2]),
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
    ("0xF7", [0xF7, 0xBF, 0xBF, 0xBF]),
    ("a sequence of five", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    ("a sequence of six", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]),
    ("0xFE", [0xFE]), ("0xFF", [0xFF]), ("0xFE 0xFF", [0xFE, 0xFF]), ("0xC0 alone", [0xC0]),
    ("0xC1 alone", [0xC1]), ("0xF5 alone", [0xF5]),
    ("Latin-1's e with acute", [0xE9]), ("Latin-1's no-break space", [0xA0]),
    ("Windows's euro sign", [0x80, 0x31]),
    ("a lead byte before a letter", [0xC3, 0x28]),
    ("a lead of three before letters", [0xE2, 0x28, 0xA1]),
    ("a lead of three, one more, a letter", [0xE2, 0x82, 0x28]),
    ("a lead of four before a letter", [0xF0, 0x28, 0x8C, 0xBC]),
    ("a right sequence and one byte more", [0xC3, 0xA9, 0xA9]),
    ("Shift JIS", [0x93, 0xFA, 0x96, 0x7B]), ("GBK", [0xD6, 0xD0]),
    ("two lead bytes", [0xC3, 0xC3, 0xA9]),
  ]

  private static var wrong: [Draft] {
    let inTexts = wrongSequences.flatMap { why, bytes in
      places.enumerated().compactMap { index, field -> Draft? in
        // Which places a sequence stands in goes round, but the first one is everywhere.
        guard index == 0 || (bytes.count + Int(bytes[0]) + index) % 2 == 0 else { return nil }
        return Draft(
          "utf-8/wrong\(field)/\(why)", .request, "\(why), which is no UTF-8, in \(field).",
          .recipe(
            Template(.request, field).filledWithString(.text("abc"), .hex(bytes), .text("abc"))),
          tags: ["encoding"]
        ) { _ in .malformed }
      }
    }
    let body = Body(.request).text
    let elsewhere: [(String, [RecipePart])] = [
      ("in a member name", [.text("{\""), .hex([0xFF]), .text("\":1," + body.dropFirst())]),
      (
        "in place of a member name's letter",
        [.text("{\"nam"), .hex([0xC1, 0xA5]), .text("\":" + body.dropFirst(8))]
      ),
      ("between tokens", [.text("{"), .hex([0xFF]), .text(String(body.dropFirst()))]),
      (
        "between tokens, a no-break space of Latin-1",
        [.text("{"), .hex([0xA0]), .text(String(body.dropFirst()))]
      ),
      ("before the document", [.hex([0xFF]), .text(body)]),
      ("behind the document", [.text(body), .hex([0xFF])]),
      ("behind the document, a cut sequence", [.text(body), .hex([0xE2, 0x82])]),
      (
        "in an unknown member",
        [.text("{\"foo\":\""), .hex([0x80]), .text("\"," + body.dropFirst())]
      ),
      (
        "in a field of the wrong type",
        [
          .text(Template(.request, "/name").before + "[\""), .hex([0xC0, 0x80]),
          .text("\"]" + Template(.request, "/name").after),
        ]
      ),
      ("at the end of a cut document", [.text(String(body.prefix(10))), .hex([0xC3])]),
      (
        "after an escape",
        Template(.request, "/name").filledWithString(.text(#"\u0061bc"#), .hex([0xFF]))
      ),
      (
        "before a quote",
        Template(.request, "/description").filledWithString(.text("abc"), .hex([0xE2, 0x80]))
      ),
      (
        "as half a digit of an escape",
        Template(.request, "/name").filledWithString(.text(#"abc\u006"#), .hex([0xFF]))
      ),
    ]
    return inTexts
      + elsewhere.map { why, parts in
        Draft(
          "utf-8/wrong/\(why)", .request, "Bytes that are no UTF-8 stand \(why).", .recipe(parts),
          tags: ["encoding"]
        ) { _ in .malformed }
      }
  }

  // MARK: Others

  private static var encodings: [Draft] {
    let text = Body(.request).setting("/credentials/accessKey", .string("\u{E9}")).text
    let units = Array(text.utf16)
    let big16 = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let little16 = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let values = text.unicodeScalars.map(\.value)
    let big32 = values.flatMap { [0, 0, UInt8($0 >> 8), UInt8($0 & 255)] }
    let little32 = values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8), 0, 0] }
    let latin = values.map { UInt8($0) }
    let seven = text.unicodeScalars.map { $0 == "\u{E9}" ? "+AOk-" : String($0) }.joined()
    let list: [(String, [UInt8])] = [
      ("UTF-16 big-endian", big16), ("UTF-16 little-endian", little16),
      ("UTF-16 big-endian with mark", [0xFE, 0xFF] + big16),
      ("UTF-16 little-endian with mark", [0xFF, 0xFE] + little16), ("UTF-32 big-endian", big32),
      ("UTF-32 little-endian", little32),
      ("UTF-32 big-endian with mark", [0, 0, 0xFE, 0xFF] + big32),
      ("UTF-32 little-endian with mark", [0xFF, 0xFE, 0, 0] + little32),
      ("Latin-1", latin), ("a mark of UTF-16 before UTF-8", [0xFE, 0xFF] + Array(text.utf8)),
      ("the other mark of UTF-16 before UTF-8", [0xFF, 0xFE] + Array(text.utf8)),
      ("gzip", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0]),
      ("UTF-7 with mark", Array("+/v8-".utf8) + Array(seven.utf8)),
      ("an empty UTF-16 text", [0xFE, 0xFF]), ("CBOR", [0xA1, 0x61, 0x61, 0x01]),
    ]
    return list.map { why, bytes in
      Draft(
        "encodings/\(why)", .request, "The document is in \(why).", .base64(bytes),
        tags: ["encoding"]
      ) { _ in .malformed }
    }
  }

  private static var marks: [Draft] {
    let valid = Body(.request)
    let wrong = Body(.request).setting("/name", .string("!")).setting("/type", nil)
    let response = Body(.response)
    let bodies: [(String, Target, Body)] = [
      ("a right document", .request, valid), ("a wrong document", .request, wrong),
      ("a response", .response, response),
    ]
    let once = bodies.map { why, target, body in
      Draft(
        "marks/\(why)", target, "A byte order mark before \(why).",
        .recipe([.text("\u{FEFF}" + body.text)]), tags: ["byte-order-mark"],
        axis: Choices.byteOrderMark
      ) { stance in
        stance[Choices.byteOrderMark] == "reject"
          ? .malformed : PageModel.judge(body.value, as: target, stance)
      }
    }
    return once + [
      .malformed("marks/twice", "Two byte order marks.", .text("\u{FEFF}\u{FEFF}" + valid.text)),
      .malformed("marks/alone", "A byte order mark alone.", .text("\u{FEFF}")),
      .malformed(
        "marks/behind white space", "A byte order mark behind white space.",
        .text(" \u{FEFF}" + valid.text)),
      .malformed(
        "marks/half", "Two of the three bytes of a byte order mark.", .hex([0xEF, 0xBB]),
        .text(valid.text)),
      .malformed(
        "marks/before nothing but white space", "A byte order mark and white space.",
        .text("\u{FEFF} \n")),
      .malformed(
        "marks/before a fault", "A byte order mark before a document that is cut.",
        .text("\u{FEFF}{")),
    ]
  }
}
