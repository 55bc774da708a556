import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Documents about JSON itself: its grammar, escapes, encodings, depth and size. They are made of the first body only.
///
/// https://www.rfc-editor.org/rfc/rfc8259
enum Reader {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    guard body.isFirst, let place = body.valuePlace else { return [marks(body)] }
    let strings = body.strings.isEmpty ? [] : body.readerPlaces
    return [
      body.file("numbers-and-literals", numbers(place)),
      body.file("structure", structure(place, body)),
      body.file("white-space", whiteSpace(body)),
      body.file("escapes", escapes(strings) + wrongDigits(strings, body) + controls(strings, body)),
      body.file("surrogates", surrogates(strings, body)),
      body.file("utf-8", utf8(body)),
      body.file("other-encodings", encodings(body)),
      marks(body),
    ] + limits(body)
  }

  // MARK: Grammar

  private static func numbers(_ place: Place) -> [Draft] {
    // A reader that compares some of the letters only.
    let misspelled = ["true", "false", "null"].flatMap { word in
      (1..<word.count).map { "\(word.prefix($0))x\(word.dropFirst($0 + 1))" }
    }
    func wrong(_ texts: [String], _ note: String, _ tag: String) -> [Draft] {
      texts.map {
        Draft(
          "The value of \(place.label) is \($0.quoted), which is not a JSON \(note).",
          parts: place.spelled($0), tags: [tag])
      }
    }
    return Table.grammar.texts("numbers").map {
      Draft(
        "The value of \(place.label) is \($0), which is a number.", parts: place.spelled($0),
        .value(place.document(.number($0))), tags: ["number"])
    } + wrong(Table.grammar.texts("not numbers"), "number", "number")
      + wrong(Table.grammar.texts("not values") + misspelled, "value", "literal")
  }

  private static func structure(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    let text = body.example.compactText
    let values = Table.grammar.rows("values").map {
      Draft(
        "The value of \(place.label) is \($0.why).", parts: place.spelled($0.text),
        tags: ["structure"])
    }
    let replaced = Table.grammar.pairs("replacements").map { why, one, other in
      (why, text.replacing(one.stringValue ?? "", with: other.stringValue ?? ""))
    }.filter { $0.1 != text }
    return values
      + documents("documents", of: body) {
        Draft("The document \($0).", parts: $1, tags: ["structure"])
      }
      + replaced.map {
        Draft("The document \($0).", parts: [.text($1)], tags: ["structure"])
      }
  }

  /// Drafts of a table's templates, filled with the example.
  private static func documents(
    _ list: String, in table: Table = .grammar, of body: BodyPlaces, it: String = "",
    draft: (String, [RecipePart]) -> Draft
  ) -> [Draft] {
    let template = DocumentTemplate(body.example)
    return table.rows(list).compactMap { why, text in
      template.parts(text, it: it).map { draft(why, $0) }
    }
  }

  private static func whiteSpace(_ body: BodyPlaces) -> [Draft] {
    // An empty object has neither colon nor comma.
    let example = body.example.children.isEmpty ? body.fullExample : body.example
    let template = DocumentTemplate(example)
    let right = Table.grammar.rows("spaces").map { why, space in
      Draft(
        "There are \(why) between all tokens.",
        parts: template.parts("${spread}", it: space) ?? [], .value(example),
        tags: ["white-space"])
    }
    let much = Draft(
      "There is much white space around the document and between its tokens.",
      parts: [.repeated(" \n", times: 500)] + (template.parts("${spread}", it: " ") ?? [])
        + [.repeated("\r\n\t", times: 500)], .value(example))
    let wrong = Table.grammar.texts("not spaces").compactMap { UInt32($0, radix: 16) }
      .compactMap(Unicode.Scalar.init).flatMap { scalar in
        documents("between", of: body, it: String(scalar)) { place, parts in
          let isMark = scalar == "\u{FEFF}" && place == "before the document"
          return Draft(
            "\(scalar.label), which JSON does not allow as white space, is \(place).", parts: parts,
            isMark ? .marked(body.example) : nil, tags: ["white-space"], axis: "byte-order-mark")
        }
      }
    let comments = Table.grammar.rows("comments").flatMap { why, comment in
      documents("around", of: body, it: comment) {
        Draft("There is \(why) \($0). JSON has no comments.", parts: $1, tags: ["comment"])
      }
    }
    return right + [much] + wrong + comments
  }

  // MARK: Escapes

  /// A draft whose string at a place is spelled some way, malformed unless a text is given.
  private static func draft(
    _ place: Place, _ why: String, _ spelling: String, readsAs text: String? = nil, _ tag: String
  ) -> Draft {
    Draft(
      "\(place.label) has \(why).", parts: place.spelledString(.text(spelling)),
      text.map { .value(place.document(.string($0))) } ?? .malformed, tags: [tag])
  }

  private static func escapes(_ places: [Place]) -> [Draft] {
    let right = Table.escapes.rows("escapes").flatMap { spelling, text in
      places.enumerated().map { index, place in
        let (before, after) = [("", ""), ("a", "b"), ("ab", "c")][index % 3]
        return draft(
          place, "the escape \(spelling)", before + spelling + after,
          readsAs: before + text + after, "escapes")
      }
    }
    // A right value, its characters escaped one by one.
    let values = places.flatMap { place -> [Draft] in
      let text = place.value.stringValue ?? ""
      let scalars = Array(text.unicodeScalars)
      return scalars.indices.prefix(6).filter { scalars[$0].isASCII }.map { index in
        let parts = [scalars[..<index], scalars[(index + 1)...]].map {
          JSONValue.string(String(scalars: $0)).compactText.dropFirst().dropLast()
        }
        return draft(
          place, "its valid value, with character \(index + 1) escaped",
          parts[0] + scalars[index].escape + parts[1], readsAs: text, "escapes")
      }
    }
    let wrong = Table.escapes.texts("not escapes").flatMap { spelling in
      places.enumerated().filter { $0.offset != 1 }.map { _, place in
        draft(place, "\(spelling.quoted), which is not an escape", "a\(spelling)z", "escapes")
      }
    }
    return right + values + wrong
  }

  /// Spellings of a `\u` escape with a neighbour of the hexadecimal digits for one of its digits.
  ///
  /// A reader whose ranges of digits are off by one takes exactly one of the six neighbours, and one that
  /// looks at some of the digits only takes them there.
  private static func spellings(besides digits: String) -> [(spelling: String, why: String)] {
    (0..<4).flatMap { position in
      "/:@G`g".unicodeScalars.map { neighbour in
        var scalars = Array(digits.unicodeScalars)
        scalars[position] = neighbour
        return (
          "\\u" + String(scalars: scalars),
          "\(neighbour.label), a neighbour of the hexadecimal digits, as digit \(position + 1) of \\u\(digits)"
        )
      }
    }
  }

  private static func wrongDigits(_ places: [Place], _ body: BodyPlaces) -> [Draft] {
    places.prefix(1).flatMap { place in
      spellings(besides: "0041").flatMap { spelling, why in
        [draft(place, why, "a\(spelling)z", "escapes")]
          + named("a\(spelling)z", body).map {
            Draft("A member name has \(why).", parts: $0, .malformed, tags: ["escapes"])
          }
      }
    }
  }

  /// The example with a member before the others whose name is spelled some way; none if it is not an object.
  private static func named(_ spelling: String, _ body: BodyPlaces) -> [[RecipePart]] {
    [DocumentTemplate(body.example).parts("{\"\(spelling)\":1,${members}}")].compactMap(\.self)
  }

  private static func controls(_ places: [Place], _ body: BodyPlaces) -> [Draft] {
    let bare = (0..<32).map { Unicode.Scalar($0) }.flatMap { scalar in
      places.prefix(2).enumerated().map { index, place in
        draft(
          place, "\(scalar.label), a control character, without an escape",
          index == 0 ? "a\(scalar)b" : "\(scalar)", "control-character")
      }
    }
    let names = ["\t", "\n"].flatMap { text in
      named("a\(text)b", body).map {
        Draft(
          "A member name has \(text.quoted) without an escape.", parts: $0, .malformed,
          tags: ["control-character"])
      }
    }
    return bare + names
      + places.map {
        draft(
          $0, "DEL, which needs no escape", "a\u{7F}b", readsAs: "a\u{7F}b", "control-character")
      }
  }

  private static func surrogates(_ places: [Place], _ body: BodyPlaces) -> [Draft] {
    func unpaired(_ why: String, _ parts: [RecipePart], _ value: JSONValue) -> Draft {
      Draft(
        why, parts: parts, .unpairedSurrogate(value), tags: ["surrogates"], axis: "lone-surrogates")
    }
    // Each unpaired surrogate reads as one character that no pattern allows.
    let inside = Table.escapes.rows("unpaired surrogates").flatMap { spelling, text in
      places.map { place in
        unpaired(
          "\(place.label) has an unpaired surrogate: \(spelling).",
          place.spelledString(.text("abc" + spelling)), place.document(.string("abc" + text)))
      }
    }
    let names = [body.wrongTypePlace].compactMap(\.self).map { place in
      unpaired(
        "A name inside \(place.label), an object where none is allowed, has an unpaired surrogate.",
        place.spelled(#"{"\ud800":1}"#), place.document(.members([("\u{FFFD}", .number("1"))])))
    }
    let wrong = places.prefix(1).flatMap { place in
      [
        Draft(
          "The document ends after an unpaired surrogate.",
          parts: Array(place.spelledString(.text(#"\ud83d"#)).dropLast()) + [.text("\"")],
          .malformed, tags: ["surrogates"]),
        Draft(
          "\(place.label) has the first half of a pair as an escape and the other half as bytes.",
          parts: place.spelledString(.text(#"abc\ud83d"#), .hex([0xED, 0xB8, 0x80])),
          .malformed, tags: ["surrogates"]),
      ]
        // The second half of a pair is often read by code of its own.
        + spellings(besides: "de00").map { spelling, why in
          draft(place, "\(why) after \\ud83d", "\\ud83d\(spelling)", "surrogates")
        }
    }
    return inside + names + wrong
  }
}
