import JSONText
import Vectors

/// Escapes in strings, surrogates, and control characters.
enum Escapes {
  static var files: [DraftFile] {
    [
      DraftFile(
        path: "json/escapes.json", title: "Escapes and control characters",
        about: "The eight short escapes and \\u with four digits; control characters only escaped.",
        drafts: right + wrong + controls + wrongDigits),
      DraftFile(
        path: "json/surrogates.json", title: "Surrogate escapes",
        about: "Two halves in the right order are one character; half a pair is a choice.",
        drafts: surrogates + wrongDigitsOfLowHalf),
    ]
  }

  private static func inside(_ field: String, _ text: String) -> [RecipePart] {
    Template(.request, field).filledWithString(.text(text))
  }

  /// A spelling for a sentence: itself, unless control characters are in it.
  private static func label(_ spelling: String) -> String {
    let shows = spelling.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    return shows
      ? spelling : "A backslash before \(spelling.unicodeScalars.dropFirst().map(\.label))"
  }

  private static var right: [Draft] {
    let spellings: [(String, String)] = [
      (#"\""#, "\""), (#"\\"#, "\\"), (#"\/"#, "/"), (#"\b"#, "\u{8}"), (#"\f"#, "\u{C}"),
      (#"\n"#, "\n"), (#"\r"#, "\r"),
      (#"\t"#, "\t"), (#"\u0041"#, "A"), (#"\u004a"#, "J"), (#"\u004A"#, "J"),
      (#"\u0000"#, "\u{0}"), (#"\u007f"#, "\u{7F}"),
      (#"\u00a0"#, "\u{A0}"), (#"\u20AC"#, "\u{20AC}"), (#"\uFfFd"#, "\u{FFFD}"),
      (#"\uffff"#, "\u{FFFF}"), (#"\ud7ff"#, "\u{D7FF}"),
      (#"\ue000"#, "\u{E000}"), (#"\ud83d\ude00"#, "\u{1F600}"), (#"\uD83D\uDE00"#, "\u{1F600}"),
      (#"\ud800\udc00"#, "\u{10000}"),
      (#"\udbff\udfff"#, "\u{10FFFF}"), (#"\\u0041"#, "\\u0041"), (#"\\n"#, "\\n"),
      (#"\\\\"#, "\\\\"), (#"\\\""#, "\\\""),
      (#"\u005c"#, "\\"), (#"\u005cn"#, "\\n"), (#"\u0022"#, "\""), (#"\u002f"#, "/"),
      (#"\u0061\u0062\u0063"#, "abc"),
      (#"\u00e9\u0301"#, "\u{E9}\u{301}"), (#"\u0009"#, "\t"), (#"\u000a"#, "\n"),
      (#"\u2028"#, "\u{2028}"), (#"\ufeff"#, "\u{FEFF}"),
    ]
    return spellings.flatMap { spelling, text in
      [("/description", "a", "b"), ("/name", "ab", "c"), ("/credentials/secretKey", "", "")].map {
        field, before, after in
        .spelt(
          "escapes/right\(field)/\(spelling)", "The escape \(spelling) in \(field).",
          inside(field, before + spelling + after),
          readsAs: Body(.request).setting(field, .string(before + text + after)).value,
          rules: [Finding(field, "type")], tags: ["escapes"])
      }
    }
      + [
        ("/prefix", #"p\/"#, "p/"), ("/prefix", #"p\u002f"#, "p/"), ("/prefix", #"p\\/"#, "p\\/"),
        ("/type", #"s\u0033"#, "s3"),
      ].map {
        field, spelling, text in
        .spelt(
          "escapes/right\(field)/\(spelling)", "\(field) spelt \(spelling).",
          inside(field, spelling),
          readsAs: Body(.request).setting(field, .string(text)).value, tags: ["escapes"])
      }
  }

  private static var wrong: [Draft] {
    let spellings = [
      #"\a"#, #"\v"#, #"\e"#, #"\0"#, #"\'"#, #"\x41"#, #"\u{41}"#, #"\U00000041"#, #"\1"#,
      #"\101"#, #"\ "#, #"\."#, #"\-"#, #"\s"#, #"\d"#, #"\N"#,
      #"\T"#, #"\B"#, #"\u"#, #"\u4"#, #"\u41"#, #"\u041"#, #"\u004G"#, #"\u00 41"#, #"\u+041"#,
      #"\u-041"#, #"\u0x41"#, #"\U0041"#, #"\u004"#, #"\uD83D\u"#,
      #"\uD83D\uDE0"#, #"\uD83D\x"#, #"\`"#, #"\$"#, #"\?"#, #"\("#, "\\\n", "\\\r\n", "\\\t",
      "\\\u{E9}", "\\\u{0}", #"\c"#, #"\p"#, #"\q"#, #"\8"#, #"\u٠٠٤١"#,
      #"\%41"#, "\\#", #"\,"#, #"\:"#, #"\["#, #"\{"#, #"\~"#, #"\@"#, #"\z"#, #"\R"#, #"\F"#,
      #"\*"#, #"\<"#, #"\&"#, #"\!"#, #"\w"#, #"\uu0041"#, #"\u0041g\u"#,
    ]
    return spellings.enumerated().flatMap { index, spelling in
      ["/credentials/secretKey", "/name"].map { field in
        .malformed(
          "escapes/wrong\(field)/\(index)", "\(Self.label(spelling)) is no escape (\(field)).",
          parts: inside(field, "a\(spelling)z"), tags: ["escapes"])
      }
    }
  }

  /// Spellings of a `\u` escape with a neighbour of the hexadecimal digits for one of its digits.
  ///
  /// A reader whose ranges of digits are off by one takes exactly one of the six neighbours, and
  /// one that looks at some of the digits only takes them there.
  private static func spellingsWithNeighbours(of digits: String) -> [WrongDigit] {
    (0..<4).flatMap { position in
      "/:@G`g".unicodeScalars.map { neighbour in
        var scalars = Array(digits.unicodeScalars)
        scalars[position] = neighbour
        let text = scalars.map { String($0) }.joined()
        return WrongDigit(
          spelling: "\\u\(text)", keyPart: "\(position + 1)/\(neighbour.keyPart)",
          why: "\(neighbour.label) stands for digit \(position + 1) of \\u\(digits)")
      }
    }
  }

  private struct WrongDigit {
    var spelling: String
    var keyPart: String
    var why: String
  }

  private static var wrongDigits: [Draft] {
    let body = Body(.request).text.dropFirst()
    return spellingsWithNeighbours(of: "0041").flatMap { digit in
      [
        .malformed(
          "escapes/digits/value/\(digit.keyPart)", "\(digit.why) in a value.",
          parts: inside("/credentials/secretKey", "a\(digit.spelling)z"), tags: ["escapes"]),
        .malformed(
          "escapes/digits/name/\(digit.keyPart)", "\(digit.why) in a member name.",
          .text("{\"a\(digit.spelling)z\":1,\(body)"), tags: ["escapes"]),
      ]
    }
  }

  /// The second half of a pair is often read by code of its own.
  private static var wrongDigitsOfLowHalf: [Draft] {
    spellingsWithNeighbours(of: "de00").map { digit in
      .malformed(
        "surrogates/digits/\(digit.keyPart)", "\(digit.why) behind \\ud83d.",
        parts: inside("/credentials/secretKey", "\\ud83d\(digit.spelling)"), tags: ["surrogates"])
    }
  }

  /// As one text part.
  private static var controls: [Draft] {
    (UInt8(0)..<32).map { Unicode.Scalar($0) }.flatMap { scalar in
      [("/credentials/secretKey", "a\(scalar)b"), ("/description", "\(scalar)")].map {
        field, text in
        Draft(
          "controls\(field)/\(scalar.keyPart)", .request,
          "\(scalar.label) stands bare in \(field).",
          .recipe(inside(field, text)), tags: ["control-character"]
        ) { _ in .malformed }
      }
    }
      + [
        .malformed(
          "controls/name", "A bare tab in a member name.",
          .text("{\"a\tb\":1," + Body(.request).text.dropFirst())),
        .malformed(
          "controls/line feed in a name", "A bare line feed in a member name.",
          .text("{\"a\nb\":1," + Body(.request).text.dropFirst())),
        .spelt(
          "controls/DEL", "DEL may stand bare: it is no control character of the grammar.",
          inside("/credentials/secretKey", "a\u{7F}b"),
          readsAs: Body(.request).setting("/credentials/secretKey", .string("a\u{7F}b")).value),
        .spelt(
          "controls/DEL in description",
          "DEL may stand bare, and is not of the description's class.",
          inside("/description", "\u{7F}"),
          readsAs: Body(.request).setting("/description", .string("\u{7F}")).value),
      ]
  }

  private static var surrogates: [Draft] {
    // Each half pair reads as one character that no pattern allows.
    let halves: [(String, String)] = [
      (#"\ud800"#, "\u{FFFD}"), (#"\udbff"#, "\u{FFFD}"), (#"\udc00"#, "\u{FFFD}"),
      (#"\udfff"#, "\u{FFFD}"), (#"\uD83D"#, "\u{FFFD}"),
      (#"\ud83dx"#, "\u{FFFD}x"), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
      (#"\ud83d\ud83d"#, "\u{FFFD}\u{FFFD}"),
      (#"\ude00\ude00"#, "\u{FFFD}\u{FFFD}"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}\u{1F600}"),
      (#"\ud83d\u0041"#, "\u{FFFD}A"),
      (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\ud83d\\ude00"#, "\u{FFFD}\\ude00"),
      (#"\ud83d \ude00"#, "\u{FFFD} \u{FFFD}"), (#"\ud83d\ue000"#, "\u{FFFD}\u{E000}"),
      (#"\ud83d\ude00\ude00"#, "\u{1F600}\u{FFFD}"), (#"\u0041\ud83d"#, "A\u{FFFD}"),
    ]
    return halves.flatMap { spelling, text in
      ["/credentials/secretKey", "/name", "/description"].map { field -> Draft in
        let value = Body(.request).setting(field, .string("abc" + text)).value
        return Draft(
          "surrogates\(field)/\(spelling)", .request, "Half a pair: \(spelling) in \(field).",
          .recipe(inside(field, "abc" + spelling)),
          rules: [Finding(field, "type")], tags: ["surrogates"], axis: Choices.loneSurrogates
        ) { stance in
          stance[Choices.loneSurrogates] == "reject"
            ? .malformed : PageModel.judge(value, as: .request, stance)
        }
      }
    }
      + [
        Draft(
          "surrogates/name", .request,
          "Half a pair in the name of a member inside a field of the wrong type.",
          .recipe(Template(.request, "/name").filled(#"{"\ud800":1}"#)),
          axis: Choices.loneSurrogates
        ) { stance in
          stance[Choices.loneSurrogates] == "reject"
            ? .malformed : .invalid([Finding("/name", "type")])
        },
        .malformed(
          "surrogates/cut", "The document ends behind half a pair.", .text(#"{"name":"\ud83d"#)),
        .malformed(
          "surrogates/mixed", "The first half escaped, the other in bytes.",
          .text(Template(.request, "/name").before + #""abc\ud83d"#),
          .hex([0xED, 0xB8, 0x80]), .text("\"" + Template(.request, "/name").after)),
      ]
  }
}
