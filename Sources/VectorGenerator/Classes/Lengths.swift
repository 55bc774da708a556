import JSONText
import Vectors

/// Texts around the bounds on length, made of characters of every width.
enum Lengths {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "lengths/\(target).json", title: "Lengths of name and description in the \(target)",
        about:
          "Lengths count code points: not bytes, not UTF-16 code units, not grapheme clusters.",
        drafts: name(target) + description(target) + escaped(target) + unbounded(target))
    }
  }

  /// Units that are one code point, or few, and different numbers of everything else.
  private static let units: [(String, String)] = [
    ("letters", "a"), ("e with acute", "\u{E9}"), ("CJK", "\u{4E2D}"), ("emoji", "\u{1F600}"),
    ("letter with combining mark", "e\u{301}"), ("CRLF", "\r\n"),
    ("family", "\u{1F468}\u{200D}\u{1F469}"),
    ("flag", "\u{1F1E9}\u{1F1EA}"), ("combining marks", "\u{301}"), ("private use", "\u{10FFFD}"),
  ]

  private static func text(_ unit: String, codePoints: Int) -> String {
    var text = String.UnicodeScalarView()
    let scalars = Array(unit.unicodeScalars)
    for index in 0..<codePoints { text.append(scalars[index % scalars.count]) }
    return String(text)
  }

  private static func name(_ target: Target) -> [Draft] {
    let plain = [
      0, 1, 2, 3, 4, 5, 10, 50, 98, 99, 100, 101, 102, 127, 128, 199, 200, 201, 255, 256,
    ]
    return plain.map { count in
      .field(
        "lengths/\(target)/name/letters/\(count)", target, "/name",
        .string(text("a", codePoints: count)),
        "A name of \(count) letters; 3 to 100 are allowed.",
        about: ["minLength", "maxLength", "pattern"])
    }
      + units.dropFirst().flatMap { name, unit in
        (target == .request ? [1, 2, 3, 25, 26, 34, 50, 51, 99, 100, 101] : [2, 3, 51, 100, 101])
          .map { count in
            .field(
              "lengths/\(target)/name/\(name)/\(count)", target, "/name",
              .string(text(unit, codePoints: count)),
              "\(count) code points of a name made of: \(name).",
              about: ["minLength", "maxLength"], raw: count % 2 == 1, tags: ["length-unit"],
              axis: Choices.lengthUnit)
          }
      }
  }

  private static func description(_ target: Target) -> [Draft] {
    let plain = [0, 1, 2, 3, 99, 100, 101, 198, 199, 200, 201, 202, 255, 256, 257, 1000]
    let letters = plain.map { count in
      Draft.field(
        "lengths/\(target)/description/letters/\(count)", target, "/description",
        .string(text("a", codePoints: count)),
        "A description of \(count) letters; up to 200 are allowed.",
        about: ["maxLength", "pattern"])
    }
    let others = units.dropFirst().flatMap { name, unit in
      (target == .request ? [50, 51, 67, 100, 101, 199, 200, 201, 400] : [100, 200, 201]).map {
        count in
        Draft.field(
          "lengths/\(target)/description/\(name)/\(count)", target, "/description",
          .string(text(unit, codePoints: count)),
          "\(count) code points of a description made of: \(name).",
          about: ["maxLength"], raw: count % 2 == 0, tags: ["length-unit"], axis: Choices.lengthUnit
        )
      }
    }
    // Verdicts that hang on the unit alone: everything here satisfies the pattern.
    let verdicts = [
      ("no-break space at 200", String(repeating: "a", count: 199) + "\u{A0}"),
      ("no-break space at 201", String(repeating: "a", count: 200) + "\u{A0}"),
      ("ideographic space at 200", "\u{3000}" + String(repeating: "a", count: 199)),
      ("CRLF at 200", String(repeating: "a", count: 198) + "\r\n"),
      ("CRLF at 201", String(repeating: "a", count: 199) + "\r\n"),
      ("CRLF and letters, 202", "\r\n" + String(repeating: "a", count: 200)),
      (
        "a null character at 150 of 210",
        String(repeating: "a", count: 149) + "\u{0}" + String(repeating: "a", count: 60)
      ),
      ("a null character at 2 of 201", "a\u{0}" + String(repeating: "a", count: 199)),
    ].map { name, text in
      Draft.field(
        "lengths/\(target)/description/\(name)", target, "/description", .string(text),
        "Valid or not by the unit alone: \(name).", about: ["maxLength"], tags: ["length-unit"],
        axis: Choices.lengthUnit)
    }
    return letters + others + verdicts
  }

  /// Escapes that are longer than what they stand for.
  private static func escaped(_ target: Target) -> [Draft] {
    [
      ("/name", 2, ""), ("/name", 3, ""), ("/name", 100, ""), ("/name", 101, ""),
      ("/description", 200, ""),
      ("/description", 201, ""), ("/name", 17, ""), ("/description", 34, ""),
    ].map { field, count, _ in
      let body = Body(target).setting(field, .string(String(repeating: "a", count: count)))
      let parts = Body(target).setting(field, .string("@")).text.utf8
        .split(separator: UInt8(ascii: "@")).map { String(Substring($0)) }
      return .spelt(
        "lengths/\(target)\(field)/escaped/\(count)", target,
        "\(count) letters of \(field), each spelt as an escape of six bytes.",
        [
          .text(parts.first ?? ""), .repeated("\\u0061", times: count), .text(parts.last ?? ""),
        ], readsAs: body.value,
        rules: [Finding(Body.pointer(field, in: target), "maxLength")], tags: ["escapes"])
    }
  }

  /// Fields for which the page states no bound.
  private static func unbounded(_ target: Target) -> [Draft] {
    let fields = Fields.secrets + (target == .response ? Fields.assigned : []) + ["/prefix"]
    return fields.flatMap { field in
      (target == .request
        ? [1, 2, 64, 65, 101, 129, 257, 1025, 4200, 5000] : [1, 70, 101, 257, 1025, 4200, 5000]).map
      {
        count in
        let text =
          field == "/prefix" ? text("p", codePoints: count) + "/" : text("k", codePoints: count)
        return .field(
          "lengths/\(target)\(field)/\(count)", target, field, .string(text),
          "The page bounds the length of \(field) nowhere.", about: ["type"])
      }
    }
  }
}
