import JSONText
import Vectors

/// Escapes in strings, surrogates, and control characters.
///
/// https://www.rfc-editor.org/rfc/rfc8259#section-7
enum Escapes {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    guard body.isFirst, !body.strings.isEmpty else { return [] }
    let places = body.readerPlaces
    return [
      DraftFile(
        "json/escapes.json", "Escapes and control characters",
        "The eight short escapes and \\u with four digits; control characters are escaped.",
        right(places) + wrong(places) + wrongDigits(body, places) + controls(body, places)),
      DraftFile(
        "json/surrogates.json", "Surrogate escapes",
        "Two surrogates in the right order are one character; an unpaired one is a choice.",
        surrogates(body, places) + wrongLowHalves(places)),
    ]
  }

  /// A draft whose string at a place is spelled some way.
  private static func draft(
    _ place: Place, _ why: String, _ spelling: String, readsAs text: String?, tags: [String]
  ) -> Draft {
    Draft(
      place.target, why, parts: place.slot.filledWithString(.text(spelling)),
      text.map { .value(place.document(.string($0))) } ?? .malformed, tags: tags)
  }

  private static func right(_ places: [Place]) -> [Draft] {
    let spellings: [(String, String)] = [
      (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"),
      (#"\n"#, "\n"), (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\u0041"#, "A"), (#"\u004a"#, "J"),
      (#"\u004A"#, "J"), (#"\u0000"#, "\u{0}"), (#"\u007f"#, "\u{7F}"), (#"\u00a0"#, "\u{A0}"),
      (#"\u20AC"#, "\u{20AC}"), (#"\uFfFd"#, "\u{FFFD}"), (#"\uffff"#, "\u{FFFF}"),
      (#"\ud7ff"#, "\u{D7FF}"), (#"\ue000"#, "\u{E000}"), (#"\ud83d\ude00"#, "\u{1F600}"),
      (#"\uD83D\uDE00"#, "\u{1F600}"), (#"\ud800\udc00"#, "\u{10000}"),
      (#"\udbff\udfff"#, "\u{10FFFF}"), (#"\\u0041"#, "\\u0041"), (#"\\n"#, "\\n"),
      (#"\\\\"#, "\\\\"),
      (#"\\\""#, "\\\""), (#"\u005c"#, "\\"), (#"\u005cn"#, "\\n"), (#"\u0022"#, "\""),
      (#"\u002f"#, "/"), (#"\u0061\u0062\u0063"#, "abc"), (#"\u00e9\u0301"#, "\u{E9}\u{301}"),
      (#"\u0009"#, "\t"), (#"\u000a"#, "\n"), (#"\u2028"#, "\u{2028}"), (#"\ufeff"#, "\u{FEFF}"),
    ]
    let inside = spellings.flatMap { spelling, text in
      places.enumerated().map { index, place in
        let (before, after) = [("", ""), ("a", "b"), ("ab", "c")][index % 3]
        return draft(
          place, "\(place.label) has the escape \(spelling).", before + spelling + after,
          readsAs: before + text + after, tags: ["escapes"])
      }
    }
    // A right value, its characters escaped one by one.
    let values = places.filter { $0.value.stringValue?.isEmpty == false }.flatMap {
      place -> [Draft] in
      let text = place.value.stringValue ?? ""
      let scalars = Array(text.unicodeScalars).prefix(6)
      return scalars.indices.filter { scalars[$0].value < 0x80 }.map { index in
        let digits = String(scalars[index].value, radix: 16)
        let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(index + 1)))
        let before = String(String.UnicodeScalarView(scalars[..<index]))
        let padding = String(repeating: "0", count: 4 - digits.utf8.count)
        return draft(
          place, "\(place.label) has its right value, with character \(index + 1) escaped.",
          before.escapedText + "\\u\(padding)\(digits)" + rest.escapedText, readsAs: text,
          tags: ["escapes"])
      }
    }
    return inside + values
  }

  private static func wrong(_ places: [Place]) -> [Draft] {
    let words = ##"""
      \a \v \e \0 \' \x41 \u{41} \U00000041 \1 \101 \. \- \s \d \N \T \B \u \u4 \u41 \u041 \u004G \u+041 \
      \u-041 \u0x41 \U0041 \u004 \uD83D\u \uD83D\uDE0 \uD83D\x \` \$ \? \( \c \p \q \8 \%41 \# \, \: \[ \{ \~ \
      \@ \z \R \F \* \< \& \! \w \uu0041 \u0041g\u
      """##
    let more = [
      "\\ ", "\\u00 41", "\\\n", "\\\r\n", "\\\t", "\\\u{E9}", "\\\u{0}",
      "\\u\u{660}\u{660}\u{664}\u{661}",
    ]
    let spellings = words.split { $0 == " " || $0 == "\n" }.map(String.init).filter { $0 != "\\" }
    let some = places.enumerated().filter { $0.offset != 1 }.map(\.element)
    return (spellings + more).flatMap { spelling in
      some.map { place in
        draft(
          place, "\(place.label) has \(spelling.quoted), which is not an escape.", "a\(spelling)z",
          readsAs: nil, tags: ["escapes"])
      }
    }
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
          "\\u" + String(String.UnicodeScalarView(scalars)),
          "\(neighbour.label), a neighbour of the hexadecimal digits, for digit \(position + 1) of \\u\(digits)"
        )
      }
    }
  }

  private static func wrongDigits(_ body: BodyPlaces, _ places: [Place]) -> [Draft] {
    guard let place = places.first else { return [] }
    return spellings(besides: "0041").flatMap { spelling, why in
      [
        draft(
          place, "\(place.label) has \(why).", "a\(spelling)z", readsAs: nil, tags: ["escapes"])
      ]
        + body.withFirstMember("\"a\(spelling)z\":1").map {
          Draft(
            body.name, "A member name has \(why).", parts: [.text($0)], .malformed,
            tags: ["escapes"])
        }
    }
  }

  /// The second half of a pair is often read by code of its own.
  private static func wrongLowHalves(_ places: [Place]) -> [Draft] {
    places.prefix(1).flatMap { place in
      spellings(besides: "de00").map { spelling, why in
        draft(
          place, "\(place.label) has \(why) behind \\ud83d.", "\\ud83d\(spelling)", readsAs: nil,
          tags: ["surrogates"])
      }
    }
  }

  private static func controls(_ body: BodyPlaces, _ places: [Place]) -> [Draft] {
    let bare = (0..<32).compactMap { Unicode.Scalar($0 as UInt32) }.flatMap { scalar in
      places.prefix(2).enumerated().map { index, place in
        draft(
          place, "\(place.label) has \(scalar.label), a control character, without an escape.",
          index == 0 ? "a\(scalar)b" : "\(scalar)", readsAs: nil, tags: ["control-character"])
      }
    }
    let names = ["\t", "\n"].flatMap { text in
      body.withFirstMember("\"a\(text)b\":1").map {
        Draft(
          body.name, "A member name has \(text.quoted) without an escape.", parts: [.text($0)],
          .malformed, tags: ["control-character"])
      }
    }
    let del = places.map { place in
      draft(
        place, "\(place.label) has DEL, which may be there without an escape.", "a\u{7F}b",
        readsAs: "a\u{7F}b", tags: ["control-character"])
    }
    return bare + names + del
  }

  private static func surrogates(_ body: BodyPlaces, _ places: [Place]) -> [Draft] {
    // Each half pair reads as one character that no pattern allows.
    let halves: [(String, String)] = [
      (#"\ud800"#, "\u{FFFD}"), (#"\udbff"#, "\u{FFFD}"), (#"\udc00"#, "\u{FFFD}"),
      (#"\udfff"#, "\u{FFFD}"), (#"\uD83D"#, "\u{FFFD}"), (#"\ud83dx"#, "\u{FFFD}x"),
      (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\ud83d"#, "\u{FFFD}\u{FFFD}"),
      (#"\ude00\ude00"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}\u{1F600}"),
      (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\n"#, "\u{FFFD}\n"),
      (#"\ud83d\\ude00"#, "\u{FFFD}\\ude00"), (#"\ud83d \ude00"#, "\u{FFFD} \u{FFFD}"),
      (#"\ud83d\ue000"#, "\u{FFFD}\u{E000}"), (#"\ud83d\ude00\ude00"#, "\u{1F600}\u{FFFD}"),
      (#"\u0041\ud83d"#, "A\u{FFFD}"),
    ]
    let inside = halves.flatMap { spelling, text in
      places.map { place in
        Draft(
          place.target, "\(place.label) has a lone surrogate: \(spelling).",
          parts: place.slot.filledWithString(.text("abc" + spelling)),
          .loneSurrogate(place.document(.string("abc" + text))), tags: ["surrogates"],
          axis: "lone-surrogates")
      }
    }
    let others = [body.wrongTypePlace].compactMap(\.self).map { place in
      Draft(
        place.target,
        "A name inside \(place.label), an object where none is allowed, has an unpaired surrogate.",
        parts: place.slot.filled(#"{"\ud800":1}"#),
        .loneSurrogate(place.document(.members([("\u{FFFD}", .number("1"))]))),
        tags: ["surrogates"], axis: "lone-surrogates")
    }
    let wrong = places.prefix(1).flatMap { place in
      [
        Draft(
          place.target, "The document ends after an unpaired surrogate.",
          parts: [.text(place.slot.before + #""\ud83d"#)], .malformed, tags: ["surrogates"]),
        Draft(
          place.target,
          "\(place.label) has the first half of a pair escaped, the other one in bytes.",
          parts: place.slot.filledWithString(.text(#"abc\ud83d"#), .hex([0xED, 0xB8, 0x80])),
          .malformed, tags: ["surrogates"]),
      ]
    }
    return inside + others + wrong
  }
}

extension BodyPlaces {
  /// The example with a member before its first one, in text; none if it is not an object.
  func withFirstMember(_ text: String) -> [String] {
    guard case .object(let members) = example else { return [] }
    return ["{\(text)\(members.isEmpty ? "" : ",")" + example.text.dropFirst()]
  }
}

extension String {
  /// The inside of the text as a JSON string.
  fileprivate var escapedText: String { String(JSONValue.string(self).text.dropFirst().dropLast()) }
}
