import ECMARegex
import Testing

/// An ECMA-262 pattern, its PCRE2 translation, and the reason for the difference.
struct TranslationRow: Sendable, Identifiable, CustomTestStringConvertible {
  let source: String
  let translation: String
  let reason: String

  init(_ source: String, _ translation: String, _ reason: String) {
    self.source = source
    self.translation = translation
    self.reason = reason
  }

  var id: String { source }
  var testDescription: String { "/\(source)/u: \(reason)" }
}

@Suite("Translation")
struct TranslationTests {
  @Test("ECMA-262 patterns and their PCRE2 translations", arguments: rows)
  func translates(_ row: TranslationRow) throws {
    #expect(try Pattern(row.source).translation == row.translation)
  }

  @Test("No source has two rows")
  func rowsAreDistinct() {
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
  }

  static let whiteSpace =
    #"\x{9}-\x{d}\x{20}\x{a0}\x{1680}\x{2000}-\x{200a}"#
    + #"\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}"#

  static let rows: [TranslationRow] = [
    // The documented patterns.
    .init(
      #"^[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*$"#,
      #"^[0-9A-Za-z]+(?:(?:\x{2d}|[\#(whiteSpace)])[0-9A-Za-z]+)*\z"#,
      "`name`: whitespace is spelled out, and groups capture nothing"),
    .init(
      #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#,
      #"^[\x{9}-\x{d}\x{20}-\x{22}\x{25}-\x{2a}\x{2c}-\x{3b}\x{3f}A-z"#
        + #"\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]+\z"#,
      "`description`: one class"),
    .init(
      #"^([a-zA-Z0-9-_]+)\/$"#, #"^(?:[\x{2d}0-9A-Z\x{5f}a-z]+)\x{2f}\z"#,
      "`prefix`: `-` next to a range is a literal"),
    // Classes that PCRE2 interprets differently.
    .init(#"\s"#, "[\(whiteSpace)]", "25 scalars, including U+FEFF"),
    .init(#"\S"#, "[^\(whiteSpace)]", "all except these"),
    .init(#"\d"#, "[0-9]", "ASCII digits, regardless of PCRE2's options"),
    .init(#"\D"#, "[^0-9]", "all except ASCII digits"),
    .init(#"\w"#, #"[0-9A-Z\x{5f}a-z]"#, "ASCII word characters"),
    .init(#"\W"#, #"[^0-9A-Z\x{5f}a-z]"#, "all except these"),
    .init(".", #"[^\x{a}\x{d}\x{2028}\x{2029}]"#, "four line terminators"),
    .init("[^]", ".", "any scalar, under DOTALL"),
    .init("[]", "(?!)", "no scalar"),
    .init("[]*", "", "no scalar, any number of times: the empty string"),
    .init("[]+", "(?!)", "no scalar, once or more: nothing"),
    .init(#"[\s\S]"#, ".", "resolved to all scalars"),
    .init(#"[^\s\S]"#, "(?!)", "resolved to none"),
    .init("[^a]", "[^a]", "the complement has fewer ranges"),
    .init("[[:alpha:]", #"[\x{3a}\x{5b}ahlp]"#, "no POSIX classes"),
    .init("[[.a.]", #"[\x{2e}\x{5b}a]"#, "no collating elements"),
    .init(#"\v"#, #"\x{b}"#, "one scalar; in PCRE2 a class"),
    .init(#"[\v]"#, #"\x{b}"#, "one scalar inside brackets too"),
    .init(#"[\b]"#, #"\x{8}"#, "backspace"),
    // Anchors.
    .init("^a$", #"^a\z"#, "`$` is the end, not the place before a last line feed"),
    .init(#"\ba\B"#, #"\ba\B"#, "ASCII word boundaries without UCP"),
    // Escapes.
    .init(#"\/-"#, #"\x{2f}\x{2d}"#, "identity escape of `/`"),
    .init(#"\cJ\cj"#, #"\x{a}\x{a}"#, "control letters, either case"),
    .init(#"\0"#, #"\x{0}"#, "NUL"),
    .init(#"\x41\u0042\u{43}"#, "ABC", "three spellings of a letter"),
    .init(#"\u{1F600}"#, #"\x{1f600}"#, "code point escape"),
    .init(#"\ud83d\ude00"#, #"\x{1f600}"#, "a surrogate pair is one code point"),
    .init(#"\ud83d"#, "(?!)", "no well-formed subject contains a lone surrogate"),
    .init(#"[\ud800-\udfff]"#, "(?!)", "no well-formed subject contains any of them"),
    .init(#"[^\ud800]"#, ".", "the complement of a lone surrogate is everything"),
    .init(#"[\ud000-\ue000]"#, #"[\x{d000}-\x{e000}]"#, "a range across the surrogates"),
    // PCRE2's own extensions, or their parts, are literals.
    .init("a#b c", #"a\x{23}b\x{20}c"#, "no comments"),
    .init(
      #"\^\$\.\*\+\?\(\)\[\]\{\}\|\\"#,
      #"\x{5e}\x{24}\x{2e}\x{2a}\x{2b}\x{3f}\x{28}\x{29}\x{5b}\x{5d}\x{7b}\x{7d}\x{7c}\x{5c}"#,
      "syntax characters by number"),
    // Quantifiers.
    .init("a{0}b", "b", "`{0}` is never written: PCRE2 compiles it wrongly in places"),
    .init("a{0,0}?b", "b", "a lone surrogate in another spelling"),
    .init("a{1}b{0,1}c{0,}d{1,}", "ab?c*d+", "the short forms"),
    .init("a*?b+?c??d{2,3}?", "a*?b+?c??d{2,3}?", "laziness is kept"),
    .init("a{2}?", "a{2}", "a fixed count cannot be lazy"),
    .init("a{70000}", "a{65535}a{4465}", "PCRE2 counts to 65,535"),
    .init("a{65535,70000}?", "a{65535}a{0,4465}?", "a number above PCRE2's maximum is split"),
    .init("a{3,4294967296}", "a{3,}", "no subject is that long"),
    .init("a{00002,003}", "a{2,3}", "leading zeros"),
    // Groups and references.
    .init("(a)(?<n>b)(?:c)", "(?:a)(?:b)(?:c)", "nothing refers to a capture"),
    .init(#"(a)(b)\2"#, #"(?:a)(b)\g{1}"#, "only the capture that is referred to is kept"),
    .init(#"(?<äö>a)\k<äö>"#, #"(a)\g{1}"#, "names become numbers"),
    .init(#"\k<a>(?<a>x)"#, "(?:x)", "a reference before its capture is empty"),
    .init(#"(a\1)"#, "(?:a)", "a reference inside its capture is empty"),
    .init(#"(?:(a)|\1b)*"#, "(?:(?:a)|b)*", "a reference in another alternative is empty"),
    .init(#"(?!(a))\1b"#, "(?!(?:a))b", "a negative lookaround leaves no capture"),
    .init(#"\1{2}(a)"#, "(?:a)", "an empty atom needs no quantifier"),
    .init(#"(?:(?<n>a)|(?<n>b))\k<n>"#, #"(?:(a)|(b))\g{1}\g{2}"#, "one of two of a name"),
    .init(#"(?:(?<n>a)|(?<n>b))\k<n>+"#, #"(?:(a)|(b))(?:\g{1}\g{2})+"#, "repeated as one"),
    .init(
      #"(?:(a)\1){0}(b)(c)\2(?:\3){0}"#, #"(b)(?:c)\g{1}"#,
      "a part that is repeated zero times keeps no capture"),
    // Lookbehinds.
    .init("(?<=a)b", "(?<=a)b", "fixed length"),
    .init("(?<=a|bc)d", "(?<=a|bc)d", "alternatives of fixed length"),
    .init("(?<=(?:a|bc)d)", "(?<=ad|bcd)", "inner alternatives are moved out"),
    .init("(?<=a*b)", "(?<=b)", "only the existence of a match matters"),
    .init("(?<!a+b)", "(?<!ab)", "the leftmost repetition is cut to its minimum"),
    .init("(?<=xa?b)", "(?<=xb|x(?:a)b)", "one alternative per count"),
    .init("(?<=^a{1,2})", "(?<=^(?:a)|^(?:a){2})", "after an anchor, the count matters"),
    .init(#"(?<=(a))\1"#, #"(?<=(a))\g{1}"#, "a capture with one way to match"),
    // Properties.
    .init(#"\p{Lu}\P{Lu}"#, #"\p{Lu}\P{Lu}"#, "short category"),
    .init(#"\p{General_Category=Uppercase_Letter}"#, #"\p{Lu}"#, "long names become short"),
    .init(#"\p{LC}"#, #"\p{L&}"#, "PCRE2 10.42 has another name"),
    .init(#"\p{Script=Greek}\p{scx=Grek}"#, #"\p{sc:Grek}\p{scx:Grek}"#, "both script properties"),
    .init(#"\p{Alphabetic}"#, #"\p{Alpha}"#, "binary property"),
    .init(#"\p{Assigned}\P{Assigned}"#, #"\P{Cn}\p{Cn}"#, "the opposite of a category"),
    .init(#"\p{Any}\p{ASCII}"#, #".[\x{0}-\x{7f}]"#, "no Unicode version changes these"),
    .init(#"[^\P{Lu}]"#, #"\p{Lu}"#, "two negations"),
    .init(#"[^\p{Lu}a]"#, #"[^a\p{Lu}]"#, "a property among other members"),
  ]
}
