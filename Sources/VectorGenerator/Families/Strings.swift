import JSONText
import SchemaRules
import Vectors

/// Strings against lists of values, and strings without rules.
enum Strings {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      DraftFile(
        "enum/\(body.name).json", "Listed values in the \(body.name)",
        "The comparison is exact: no case folding, trimming, prefix or normalization.",
        body.places.flatMap { listed($0, body) }),
      DraftFile(
        "strings/\(body.name).json", "Strings without rules in the \(body.name)",
        "Any string is allowed: no pattern, no length and no list of values is documented.",
        free(body)),
      DraftFile(
        "formats/\(body.name).json", "Formats in the \(body.name)",
        "Strings that have a format or almost have it.",
        body.strings.flatMap(formats)),
    ]
  }

  // MARK: Listed values

  private static func listed(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    guard let values = place.listed else { return [] }
    let some = values.prefix(12)
    let texts = some.compactMap(\.stringValue)
    let right = values.prefix(100).map {
      place.draft($0, "\(place.label) is \($0.text), a listed value.", about: [.enum, .const])
    }
    var near: [String] = []
    for text in texts.prefix(4) { near += nearMisses(text) }
    near += texts.count > 1 ? [texts.joined(separator: ","), texts.joined()] : []
    near += common
    let long = [17, 33, 64, 120, 256, 1010, 5000].map { String(repeating: "s", count: $0) }
    let others = (near + long).map { text in
      place.draft(
        .string(text), "\(place.label) is \(text.quoted), which is not listed.",
        about: [.enum, .const])
    }
    let typed = some.flatMap { value -> [JSONValue] in
      switch value {
      case .number(let text):
        [.number(text + (Int(text) == nil ? "0" : ".0")), .number("-" + text), .string(text)]
      case .boolean(let flag): [.boolean(!flag), .string(flag ? "true" : "false")]
      case .null: [.string("null"), .string(""), .boolean(false)]
      case .object: [value.adding("other", .null, to: []), .object([])]
      case .array(let list): [.array(list + [.null]), .array(list.reversed())]
      case .string: []
      }
    }.map { value in
      place.draft(
        value, "\(place.label) is \(value.text.quoted), near a listed value.",
        about: [.enum, .const])
    }
    // The same beside other faults: readers that stop at the first one differ.
    let beside = body.isFirst ? near.prefix(60).compactMap { besideFaults(place, $0, body) } : []
    let spelled = texts.prefix(2).flatMap { text -> [Draft] in
      let escaped = text.unicodeScalars.filter { $0.value < 0x80 }.map { scalar in
        "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      }.joined()
      return [
        Draft(
          place.target, "\(place.label) is the listed value \(text.quoted), spelled in escapes.",
          parts: place.slot.filledWithString(.text(escaped)), .value(place.document(.string(text))),
          tags: ["escapes"])
      ]
    }
    return right + others + typed + beside + spelled
  }

  private static func besideFaults(_ place: Place, _ text: String, _ body: BodyPlaces) -> Draft? {
    let others = body.places.filter {
      $0.isRequired == true && $0.pointer != place.pointer && !place.path.starts(with: $0.path)
    }
    guard let missing = others.first, let wrong = others.dropFirst().first else { return nil }
    return Draft(
      place.target,
      "\(place.label) is \(text.quoted), \(wrong.label) is null and \(missing.label) is missing.",
      place.document(.string(text)).setting(wrong.path[...], .null)
        .setting(missing.path[...], nil))
  }

  /// A text changed in small ways that careless comparisons do not see.
  static func nearMisses(_ text: String) -> [String] {
    let first = String(text.unicodeScalars.prefix(1))
    let rest = String(text.unicodeScalars.dropFirst())
    return [
      text.uppercased(), text.lowercased(), first.uppercased() + rest, text + " ", " " + text,
      "\t" + text, text + "\t", text + "\n", "\n" + text, text + "\r\n", text + "\u{0}",
      "\u{0}" + text, text + "\u{A0}", "\u{FEFF}" + text, text + "\u{FEFF}", text + "\u{200B}",
      text + "\u{301}", first + "\u{301}" + rest, text + text, text + "x", "x" + text, text + "s",
      text + "-", "-" + text, text + "_", text + ".", text + "/", text + ":", text + ",",
      text + "|x", text + "\u{1F600}", "\u{7F}" + text, String(text.unicodeScalars.dropLast()),
      rest, first, first + " " + rest, first + "-" + rest, first + "_" + rest,
      String(String.UnicodeScalarView(text.unicodeScalars.reversed())), "\"\(text)\"", "'\(text)'",
      "[\"\(text)\"]", "^\(text)$", "<\(text)>", "\\" + text, text + "\\", "https://\(text)",
      text + "-compatible", text + "compatible", text.fullwidth, text.shifted(by: 1),
      text.shifted(by: -1), text.replacingLookAlikes,
    ]
  }

  /// Values that some default, template or neighbour would have.
  private static let common = [
    "", " ", "null", "undefined", "true", "0", "1", "none", "default", "other", "unknown", "custom",
    "string", "object", "a", "x", "foo", "*", "any", "all", "auto", "\u{10400}",
  ]

  // MARK: Free strings

  /// Texts that some implementation or other takes exception to.
  private static let values: [(String, String)] = [
    ("an empty string", ""), ("a space", " "), ("a URL", "https://example.com/a?b=c#d"),
    ("white space alone", " \t\n"), ("white space around", " abc "), ("one letter", "x"),
    ("a digit", "0"), ("the text null", "null"), ("the text undefined", "undefined"),
    ("letters beyond ASCII", "cl\u{E9}\u{4E2D}"), ("an emoji", "\u{1F511}"),
    ("a null character", "a\u{0}b"), ("a line feed", "a\nb"), ("quotation marks", "\"a\" 'b'"),
    ("a backslash", "a\\b"), ("markup", "<b>&amp;</b>"), ("a pattern", "^(a|b)*$"),
    ("the last code point", "\u{10FFFF}"), ("noncharacters", "\u{FFFF}\u{FFFE}"),
    ("capitals", "ABC-DEF"), ("an underscore and a dot", "a_b.c"), ("slashes and signs", "a/b+c="),
    ("a hash sign and braces", "#{a}$"), ("two letters", "ab"),
    ("300 letters", String(repeating: "k", count: 300)), ("a host with a port", "localhost:9000"),
    ("an IPv4 address", "192.168.0.1"), ("an IPv6 address", "[::1]:9000"),
    ("a template", "${SECRET}"), ("hyphens alone", "---"), ("a zero-width space", "\u{200B}"),
    ("a byte order mark", "\u{FEFF}"), ("a combining mark", "\u{301}"), ("DEL", "\u{7F}"),
    ("control characters", "\u{1}\u{1B}[31m"), ("right-to-left text", "\u{202E}abc"),
    ("the replacement character", "\u{FFFD}"), ("U+2028", "\u{2028}"), ("the text true", "true"),
    ("the text of an object", "{}"), ("20 capitals and digits", "AKIAIOSFODNN7EXAMPLE"),
    ("a date and time", "2021-01-20T11:19:53.175Z"), ("a date", "2021-01-20"),
    ("a date that does not exist", "2021-13-45T99:99:99Z"), ("a word", "yesterday"),
    ("ten digits", "1611141593"), ("a UUID", "00000000-0000-0000-0000-000000000000"),
    ("an email address", "a@example.com"), ("words", "Some Words"), ("a path", "../a/b"),
  ]

  private static func free(_ body: BodyPlaces) -> [Draft] {
    let places = body.strings.filter(\.isFree)
    let together = values.map { name, text in
      Draft(
        body.name, "Every string without rules is \(name).",
        places.reduce(body.example) { document, place in
          document[place.path.dropLast()] == nil
            ? document : document.setting(place.path[...], .string(text))
        })
    }
    let single = places.prefix(body.isFirst ? 40 : 8).enumerated().flatMap { ordinal, place in
      // All texts at the first places, some of them in turn at the others.
      values.enumerated().filter { ordinal < 2 || $0.offset % 4 == ordinal % 4 }.map {
        index, value in
        place.draft(
          .string(value.1), "\(place.label) is \(value.0), a string like any other.",
          about: [.type], isRaw: index % 2 == 1 && value.1.utf8.contains { $0 >= 0x80 })
      }
    }
    return places.isEmpty ? [] : single + together
  }

  // MARK: Formats

  private static func formats(_ place: Place) -> [Draft] {
    guard place.keywords.contains(where: { $0.keyword == .format && $0.canBeBroken }),
      let text = place.value.stringValue
    else { return [] }
    let cuts = (0..<min(text.unicodeScalars.count, 40)).flatMap { index -> [String] in
      let scalars = Array(text.unicodeScalars)
      func changed(_ change: (inout [Unicode.Scalar]) -> Void) -> String {
        var copy = scalars
        change(&copy)
        return String(String.UnicodeScalarView(copy))
      }
      return [
        changed { $0.remove(at: index) }, changed { $0[index] = "9" }, changed { $0[index] = "z" },
      ]
    }
    return (nearMisses(text) + cuts + values.map(\.1)).map { text in
      place.draft(.string(text), "\(place.label) is \(text.quoted).", about: [.format])
    }
  }
}

extension String {
  /// The text in fullwidth letters.
  var fullwidth: String {
    mapped { $0.value > 0x20 && $0.value < 0x7F ? Unicode.Scalar($0.value - 0x20 + 0xFF00) : nil }
  }

  /// The text with letters of other scripts in the place of some.
  var replacingLookAlikes: String {
    let others: [Unicode.Scalar: Unicode.Scalar] = [
      "a": "\u{430}", "e": "\u{435}", "o": "\u{43E}", "p": "\u{440}", "c": "\u{441}",
      "x": "\u{445}",
      "i": "\u{456}", "s": "\u{17F}", "k": "\u{212A}", "3": "\u{B3}", "2": "\u{B2}", "1": "\u{B9}",
    ]
    return mapped { others[$0] }
  }

  /// The text with its last character some code points further on.
  fileprivate func shifted(by distance: Int) -> String {
    guard let last = unicodeScalars.last,
      let other = Unicode.Scalar(UInt32(max(0, Int(last.value) + distance)))
    else { return self }
    return String(unicodeScalars.dropLast()) + String(other)
  }

  private func mapped(_ change: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
    String(String.UnicodeScalarView(unicodeScalars.map { change($0) ?? $0 }))
  }
}
