import JSONText
import Vectors

/// Members of one name in one object.
enum DuplicateKeys {
  static var files: [DraftFile] {
    Target.allCases.map { target in
      DraftFile(
        path: "duplicate-keys/\(target).json", title: "Duplicate member names in the \(target)",
        about: "Names are compared after unescaping, code point by code point.",
        drafts: fields(target) + others(target) + spelt(target) + different(target))
    }
  }

  private static func fields(_ target: Target) -> [Draft] {
    let fields = Fields.allTexts(target).filter { $0 != "/description" } + ["/credentials"]
    return fields.flatMap { field -> [Draft] in
      let tokens = field.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      let name = tokens.last ?? ""
      let parent = Body.pointer(tokens.count > 1 ? "/credentials" : "", in: target)
      let whole = Body(target)
      let right =
        (parent.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) } + [name])
        .reduce(whole.value) { $0[$1] ?? .null }
      let base = right == .null ? whole.setting(field, .string("abc")) : whole
      let value: JSONValue = right == .null ? .string("abc") : right
      return [
        ("the same value twice", value, false), ("a wrong value last", .number("1"), false),
        ("a wrong value first", .number("1"), true), ("null last", .null, false),
      ].map { why, other, atStart in
        Draft(
          "duplicates/\(target)\(field)/\(why)", target, "\(name) stands twice: \(why).",
          base.adding(name, other, to: parent, atStart: atStart).value, axis: Choices.duplicateKeys)
      }
    }
  }

  private static func others(_ target: Target) -> [Draft] {
    let twice = JSONValue.members([("a", .null), ("a", .null)])
    let body = Body(target)
    return [
      (
        "three times",
        body.adding("name", .string("abc"), to: Body.pointer("", in: target))
          .adding("name", .string("abc"), to: Body.pointer("", in: target)).value
      ),
      ("inside a field of the wrong type", body.setting("/name", twice).value),
      (
        "inside an array inside a field of the wrong type",
        body.setting("/type", .array([.array([twice])])).value
      ),
      ("in a document that is an array", .array([twice])),
      ("an empty name twice", body.setting("/prefix", .members([("", .null), ("", .null)])).value),
      (
        "far apart",
        body.setting(
          "/name", .object((0..<200).map { .init(name: "k\($0 % 199)", value: .null) })
        ).value
      ),
      (
        "two objects deep", body.setting("/name", .members([("x", .members([("y", twice)]))])).value
      ),
      (
        "unknown members", body.adding("foo", .null, to: "").adding("foo", .null, to: "").value
      ),
      (
        "unknown members of credentials",
        body.adding("foo", .null, to: Body.pointer("/credentials", in: target))
          .adding("foo", .null, to: Body.pointer("/credentials", in: target)).value
      ),
      (
        "optional fields",
        body.setting("/description", .string("a"))
          .adding("description", .string("#"), to: Body.pointer("", in: target)).value
      ),
    ].map { why, value in
      Draft(
        "duplicates/\(target)/\(why)", target, "A member name stands twice: \(why).", value,
        axis: Choices.duplicateKeys)
    }
  }

  /// The same name in two spellings.
  private static func spelt(_ target: Target) -> [Draft] {
    let members: [(String, String, String, String)] = [
      ("one of them escaped", #""name":1,"n\u0061me":2"#, "name", "name"),
      ("both of them escaped", #""\u006eame":1,"n\u0061me":2"#, "name", "name"),
      ("hexadecimal digits in capitals", #""\u006a":1,"\u006A":2"#, "j", "j"),
      (
        "a pair of surrogates and the character", "\"\\ud83d\\ude00\":1,\"\u{1F600}\":2",
        "\u{1F600}", "\u{1F600}"
      ),
      ("an escaped slash", #""a\/b":1,"a/b":2"#, "a/b", "a/b"),
      ("an escaped tab", #""\t":1,"\u0009":2"#, "\t", "\t"),
      ("beyond ASCII", "\"\\u00e9\":1,\"\u{E9}\":2", "\u{E9}", "\u{E9}"),
      ("a null character", #""a\u0000b":1,"a\u0000b":2"#, "a\u{0}b", "a\u{0}b"),
    ]
    return members.map { why, text, one, other in
      let value = Body(target).setting(
        "/name", .members([(one, .number("1")), (other, .number("2"))])
      ).value
      let parts = Body(target).setting("/name", .string("@")).text.utf8
        .split(separator: UInt8(ascii: "@")).map { String(Substring($0)) }
      let whole =
        String((parts.first ?? "").dropLast()) + "{\(text)}" + (parts.last ?? "").dropFirst()
      return Draft(
        "duplicates/\(target)/spelt/\(why)", target, "The same name in two spellings: \(why).",
        .recipe([.text(whole)]), tags: ["escapes"], axis: Choices.duplicateKeys
      ) { PageModel.judge(value, as: target, $0) }
    }
  }

  /// Names that are different, if only just.
  private static func different(_ target: Target) -> [Draft] {
    let pairs = [
      ("precomposed and decomposed", "\u{E9}", "e\u{301}"),
      ("Angstrom sign and letter", "\u{212B}", "\u{C5}"),
      ("small and capital", "name", "Name"), ("with a space", "name", "name "),
      ("with a null character", "a", "a\u{0}"),
      ("with null characters in the middle", "a\u{0}b", "a\u{0}c"), ("fullwidth", "a", "\u{FF41}"),
      ("ligature", "\u{FB01}", "fi"), ("sharp s", "\u{DF}", "ss"), ("empty and a space", "", " "),
      ("digits", "1", "01"), ("with a soft hyphen", "ab", "a\u{AD}b"),
      ("with a variation selector", "a", "a\u{FE0F}"),
      ("Hangul composed and not", "\u{AC00}", "\u{1100}\u{1161}"),
      ("__proto__ and another", "__proto__", "__proto"),
      ("a pair and its replacement", "\u{1F600}", "\u{FFFD}"),
      ("Greek question mark and semicolon", "\u{37E}", ";"),
    ]
    let inWrongField = pairs.map { why, one, other in
      Draft(
        "duplicates/\(target)/different/\(why)", target, "Two different names: \(why).",
        Body(target).setting("/name", .members([(one, .null), (other, .null)])).value)
    }
    let elsewhere = Draft(
      "duplicates/\(target)/different/objects", target,
      "The same name in different objects is none.",
      Body(target).setting(
        "/name",
        .array([
          .members([("name", .null)]),
          .members([("name", .null), ("x", .members([("name", .null)]))]),
        ])
      ).value)
    return inWrongField + [elsewhere]
  }
}
