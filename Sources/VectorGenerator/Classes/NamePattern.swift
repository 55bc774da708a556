import JSONText
import Vectors

/// The pattern of the name: every ASCII character at every kind of place, and characters that other
/// classes would let in.
enum NamePattern {
  static var files: [DraftFile] {
    Target.allCases.flatMap { target in
      [
        DraftFile(
          path: "patterns/name/ascii-\(target).json", title: "ASCII in names of the \(target)",
          about: "Letters and digits anywhere; a hyphen or white space between two of them.",
          drafts: ascii(target)),
        DraftFile(
          path: "patterns/name/separators-\(target).json",
          title: "Separators in names of the \(target)",
          about: "A separator stands alone, and neither first nor last.", drafts: separators(target)
        ),
        DraftFile(
          path: "patterns/name/beyond-ascii-\(target).json",
          title: "Characters beyond ASCII in names of the \(target)",
          about: "Letters and digits are ASCII's only, whatever case folding or Unicode says.",
          drafts: traps(target)),
      ].filter { !$0.drafts.isEmpty }
    }
  }

  static let letters = "abcdefghijklmnopqrstuvwxyz"
  static let alphabet = letters + letters.uppercased() + "0123456789"

  /// Where a character can stand.
  private static func places(_ scalar: Unicode.Scalar) -> [(String, String)] {
    [
      ("first", "\(scalar)bc"), ("after a separator", "ab-\(scalar)"), ("last", "ab\(scalar)"),
      ("in the middle", "a\(scalar)c"), ("between a separator and a letter", "a-\(scalar)b"),
      ("between two parts", "ab\(scalar)cd"), ("alone", "\(scalar)\(scalar)\(scalar)"),
    ]
  }

  private static func ascii(_ target: Target) -> [Draft] {
    let each = (UInt8(0)..<128).map { Unicode.Scalar($0) }.flatMap { scalar -> [Draft] in
      let isAlphanumeric = TextRules.isAlphanumeric(scalar.value)
      // In the response, other characters stand in combinations.
      let count = isAlphanumeric ? 3 : target == .request ? 7 : 0
      return places(scalar).prefix(count).map { place, name in
        .field(
          "name/\(target)/\(scalar.keyPart)/\(place)", target, "/name", .string(name),
          "\(scalar.label) \(place) in the name.", about: ["pattern"], tags: ["ascii"])
      }
    }
    let all = [
      ("every letter and digit", alphabet),
      ("every letter and digit after a separator", "a-" + alphabet),
      ("digits first", "0123456789"), ("capitals", "ABC"), ("digits", "123"),
      ("one of each", "aB3"),
      ("every letter as a part of its own", letters.map { String($0) }.joined(separator: "-")),
      (
        "every capital and digit as a part of its own",
        (letters.uppercased() + "0123456789").map { String($0) }.joined(separator: " ")
      ),
    ]
    return each
      + all.map { why, name in
        .field(
          "name/\(target)/\(why)", target, "/name", .string(name), "The name has \(why).",
          about: ["pattern"])
      }
  }

  private static func separators(_ target: Target) -> [Draft] {
    let names = [
      "a-b", "a b", "a\tb", "a\nb", "a-b-c", "a b c", "a-b c", "a b-c", "a\tb-c\nd", "abc-def ghi",
      "1-2", "A-1 b",
      "a--b", "a  b", "a- b", "a -b", "a - b", "a---b", "a\t\tb", "a\n\nb", "a\r\nb", "-ab", " ab",
      "\tab", "ab-",
      "ab ", "ab\t", "-ab-", " ab ", "---", "   ", "- -", "-", " ", "a-", "-a", "a-b-", "a b ",
      "-a-b", " a b",
      "a-b--c", "a--b-c", "a b  c", "a_b", "a.b", "a/b", "a+b", "a,b", "a:b", "a b!", "a-b!",
      "!a-b", "abc!",
      "ab--", "--ab", "ab  ", "  ab", "a-b-c-d-e-f-g-h", "a b c d e f g h", "ab -", "ab- ", "a\\sb",
      "a\\-b", "[abc]",
      "^abc$", "abc$", "^abc", "a-b\u{0}c", "abc\u{0}", "\u{0}abc", "abc def\u{0}", "a|b", "(abc)",
    ]
    let long = [
      ("50 parts with 49 hyphens", Array(repeating: "a", count: 50).joined(separator: "-")),
      ("a hyphen at 100", String(repeating: "a", count: 99) + "-"),
      ("a hyphen before 100", String(repeating: "a", count: 98) + "-a"),
      ("100 hyphens", String(repeating: "-", count: 100)),
      ("a wrong character at 100", String(repeating: "a", count: 99) + "!"),
      ("a wrong character first of 100", "!" + String(repeating: "a", count: 99)),
      ("a wrong character at 101", String(repeating: "a", count: 100) + "!"),
      ("two characters, one of them wrong", "a!"), ("a wrong character alone", "!"),
      ("two separators", "--"),
    ]
    return names.enumerated().map { index, name in
      .field(
        "name/\(target)/separators/\(index)", target, "/name", .string(name),
        "Separators: the name \(JSONValue.string(name).text).", about: ["pattern"])
    }
      + long.map { why, name in
        .field(
          "name/\(target)/separators/\(why)", target, "/name", .string(name),
          "The name has \(why).",
          about: ["pattern", "maxLength"])
      }
  }

  /// Characters that Unicode, case folding or carelessness would take for letters, digits, hyphens.
  static let traps: [(String, Unicode.Scalar)] = [
    ("Latin-1 letter", "\u{E9}"), ("Latin-1 capital", "\u{C0}"), ("sharp s", "\u{DF}"),
    ("micro sign", "\u{B5}"), ("feminine ordinal", "\u{AA}"), ("superscript two", "\u{B2}"),
    ("fraction one quarter", "\u{BC}"), ("multiplication sign", "\u{D7}"),
    ("Kelvin sign, which folds to k", "\u{212A}"), ("long s, which folds to s", "\u{17F}"),
    ("dotless i", "\u{131}"), ("dotted capital I", "\u{130}"), ("Greek alpha", "\u{3B1}"),
    ("Cyrillic a", "\u{430}"), ("Hebrew alef", "\u{5D0}"), ("fullwidth a", "\u{FF41}"),
    ("fullwidth digit", "\u{FF11}"), ("Arabic-Indic digit", "\u{661}"),
    ("Devanagari digit", "\u{967}"),
    ("mathematical bold a", "\u{1D41A}"), ("mathematical digit", "\u{1D7CF}"),
    ("Roman numeral", "\u{2160}"),
    ("circled one", "\u{2460}"), ("CJK ideograph", "\u{4E2D}"), ("hiragana", "\u{3042}"),
    ("Hangul", "\u{AC00}"),
    ("emoji", "\u{1F600}"), ("combining acute", "\u{301}"), ("hyphen", "\u{2010}"),
    ("non-breaking hyphen", "\u{2011}"), ("figure dash", "\u{2012}"), ("en dash", "\u{2013}"),
    ("em dash", "\u{2014}"), ("minus sign", "\u{2212}"), ("soft hyphen", "\u{AD}"),
    ("fullwidth hyphen", "\u{FF0D}"), ("small hyphen", "\u{FE63}"),
    ("underline connector", "\u{203F}"),
    ("zero width joiner", "\u{200D}"), ("zero width non-joiner", "\u{200C}"),
    ("right-to-left mark", "\u{200F}"), ("variation selector", "\u{FE0F}"),
    ("replacement character", "\u{FFFD}"),
    ("noncharacter", "\u{FFFF}"), ("private use", "\u{E000}"), ("last code point", "\u{10FFFF}"),
    ("U+0080", "\u{80}"), ("U+009F", "\u{9F}"), ("U+00FF", "\u{FF}"), ("Latin extended", "\u{100}"),
    ("middle dot", "\u{B7}"), ("Deseret letter", "\u{10400}"),
  ]

  private static func traps(_ target: Target) -> [Draft] {
    traps.flatMap { name, scalar in
      places(scalar).prefix(target == .request ? 6 : 0).enumerated().map { index, place in
        .field(
          "name/\(target)/\(scalar.keyPart)/\(place.0)", target, "/name", .string(place.1),
          "\(scalar.label), \(name), \(place.0) in the name.", about: ["pattern"],
          raw: index % 2 == 1, tags: ["unicode"])
      }
    }
  }
}
