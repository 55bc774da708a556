import ECMARegex
import JSONText
import SchemaExamples
import SchemaRules
import Vectors

/// Listed values and near misses, strings without rules, and strings with a format.
enum Strings {
  static func files(_ body: BodyPlaces) -> [DraftFile] {
    [
      body.file("enum", body.places.flatMap { listed($0, body) }),
      body.file("strings", free(body)),
      body.file("formats", body.strings.flatMap(formats)),
    ]
  }

  private static func listed(_ place: Place, _ body: BodyPlaces) -> [Draft] {
    guard let values = place.demand.listedValues else { return [] }
    func drafts(_ values: some Sequence<JSONValue>, _ note: String) -> [Draft] {
      values.map {
        let text = $0.stringValue?.quoted ?? $0.compactText.quoted
        return place.draft($0, "\(place.label) is \(text), \(note).", about: [.enum, .const])
      }
    }
    let texts = values.prefix(12).compactMap(\.stringValue)
    var near = texts.prefix(4).flatMap(nearMisses)
    near += texts.count > 1 ? [texts.joined(separator: ","), texts.joined()] : []
    near += Table.strings.texts("common")
    near += [17, 33, 64, 120, 256, 1010, 5000].map { String(repeating: "s", count: $0) }
    let others = near.filter { !texts.contains($0) }.map { JSONValue.string($0) }
    let typed = values.prefix(12).flatMap { value -> [JSONValue] in
      switch value {
      case .number(let text):
        [.number(text + (Int(text) == nil ? "0" : ".0")), .number("-" + text), .string(text)]
      case .boolean(let flag): [.boolean(!flag), .string(flag ? "true" : "false")]
      case .null: [.string("null"), .string(""), .boolean(false)]
      case .object: [value.adding("other", .null, to: []), .object([])]
      case .array(let list): [.array(list + [.null]), .array(list.reversed())]
      case .string: []
      }
    }
    let spelled = texts.prefix(2).map { text in
      Draft(
        "\(place.label) is the listed value \(text.quoted), spelled in escapes.",
        parts: place.spelledString(
          .text(text.unicodeScalars.filter { $0.value < 0x80 }.map(\.escape).joined())),
        tags: ["escapes"])
    }
    return drafts(values.prefix(100), "a listed value")
      + drafts(others, "which is not a listed value") + drafts(typed, "close to a listed value")
      + spelled + besideFaults(place, near, body)
  }

  /// A value that is not listed, beside other faults, to reveal readers that stop at the first fault.
  private static func besideFaults(_ place: Place, _ near: [String], _ body: BodyPlaces) -> [Draft]
  {
    let others = body.required.filter {
      $0.pointer != place.pointer && !place.path.starts(with: $0.path)
    }
    guard body.isFirst, others.count > 1 else { return [] }
    let (missing, wrong) = (others[0], others[1])
    return near.prefix(8).map { text in
      Draft(
        "\(place.label) is \(text.quoted), \(wrong.label) is null and \(missing.label) is missing.",
        place.document(.string(text)).setting(.null, at: wrong.path)
          .setting(nil, at: missing.path))
    }
  }

  /// A text changed in small ways that careless comparisons do not see.
  static func nearMisses(_ text: String) -> [String] {
    let first = String(text.unicodeScalars.prefix(1))
    let rest = String(text.unicodeScalars.dropFirst())
    let ends = [
      " ", "\t", "\n", "\r\n", "\u{0}", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{301}", text, "x", "s",
      "-", "_", ".", "/", ":", ",", "|x", "\u{1F600}", "\\", "-compatible", "compatible",
    ]
    let starts = [" ", "\t", "\n", "\u{0}", "\u{FEFF}", "x", "-", "\u{7F}", "\\", "https://"]
    return [text.uppercased(), text.lowercased(), first.uppercased() + rest]
      + ends.map { text + $0 } + starts.map { $0 + text }
      + ["\u{301}", " ", "-", "_"].map { first + $0 + rest } + [
        String(text.unicodeScalars.dropLast()), rest, first,
        String(scalars: text.unicodeScalars.reversed()), "\"\(text)\"", "'\(text)'",
        "[\"\(text)\"]", "^\(text)$", "<\(text)>", text.fullwidth, text.shifted(by: 1),
        text.shifted(by: -1), text.replacingLookAlikes,
      ]
  }

  private static func free(_ body: BodyPlaces) -> [Draft] {
    let texts = Table.strings.rows("free")
    let places = body.strings.filter(\.isFree)
    guard !places.isEmpty else { return [] }
    let single = places.prefix(body.isFirst ? 40 : 8).enumerated().flatMap { ordinal, place in
      // All texts at the first place, the first two and some others at the rest.
      texts.enumerated().filter {
        ordinal == 0 && body.isFirst || $0.offset < 2 || $0.offset % 6 == ordinal % 6
      }.map { index, row in
        place.draft(
          .string(row.text), "\(place.label) is \(row.why); any string is allowed.",
          about: [.type], isRaw: index % 2 == 1 && row.text.utf8.contains { $0 >= 0x80 })
      }
    }
    let together = texts.map { why, text in
      Draft(
        "Every string without rules is \(why).",
        places.reduce(body.example) { $0.setting(.string(text), at: $1.path) })
    }
    return single + together
  }

  private static func formats(_ place: Place) -> [Draft] {
    guard place.keywords.contains(where: { $0.keyword == .format && $0.canBeBroken }),
      let text = place.value.stringValue
    else { return [] }
    let scalars = Array(text.unicodeScalars)
    let cuts = scalars.indices.prefix(40).flatMap { index in
      ["", "9", "z"].map {
        String(scalars: scalars[..<index]) + $0 + String(scalars: scalars[(index + 1)...])
      }
    }
    return (nearMisses(text) + cuts + Table.strings.rows("free").map(\.text)).map { text in
      place.draft(.string(text), "\(place.label) is \(text.quoted).", about: [.format])
    }
  }
}
