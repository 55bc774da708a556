import ECMARegex
import Testing

/// A rejected pattern, the position of the mistake, and the reason.
struct RejectedRow: Sendable, Identifiable, CustomTestStringConvertible {
  let source: String
  let kind: PatternError.Kind
  let offset: Int
  let reason: String

  init(_ source: String, _ offset: Int, _ reason: String) {
    self.init(source, .syntax, offset, reason)
  }

  init(_ source: String, _ kind: PatternError.Kind, _ offset: Int, _ reason: String) {
    self.source = source
    self.kind = kind
    self.offset = offset
    self.reason = reason
  }

  var id: String { source }
  var testDescription: String { "/\(source)/u: \(reason)" }
}

@Suite("Rejected patterns")
struct RejectedPatternTests {
  @Test("Rejections have a kind and a position", arguments: rows)
  func rejects(_ row: RejectedRow) {
    let error = #expect(throws: PatternError.self) { try Pattern(row.source) }
    #expect(error?.kind == row.kind)
    #expect(error?.offset == row.offset)
    #expect(error?.message.hasSuffix(".") == true)
  }

  @Test(
    "node rejects the syntax errors and accepts the rest",
    .enabled(if: NodeOracle.installed != nil, "\(NodeOracle.skipReason)"))
  func nodeAgrees() throws {
    let node = try #require(NodeOracle.installed)
    let rows = Self.rows.filter { !$0.reason.hasPrefix("2025") }
    let answers = try node.answers(to: rows.map { .init(pattern: $0.source, subjects: []) })
    for (row, answer) in zip(rows, answers) {
      #expect((answer == .rejected) == (row.kind == .syntax), "\(row.testDescription)")
    }
  }

  @Test("No pattern is repeated")
  func rowsAreDistinct() {
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
  }

  static let rows = syntax + otherDialects + unsupported

  private static let syntax: [RejectedRow] = [
    .init("(", 0, "never closed"),
    .init("a(b(c)", 1, "the outer one is never closed"),
    .init("a)", 1, "closes nothing"),
    .init("[a", 0, "class never closed"),
    .init("(?<\u{E9}>a)\\k<e\u{301}>", 7, "names are compared by code points"),
    .init("\\p{sc=\u{212A}ana}", 0, "the Kelvin sign is not a K"),
    .init("[a\\]", 0, "the bracket is escaped"),
    .init("[b-a]", 1, "range out of order"),
    .init(#"[\d-a]"#, 1, "class escape in a range"),
    .init(#"[a-\w]"#, 1, "class escape in a range"),
    .init("*", 0, "nothing to repeat"),
    .init("a|*", 2, "nothing to repeat"),
    .init("(?:+)", 3, "nothing to repeat"),
    .init("a**", 2, "a quantifier repeats nothing"),
    .init("{1}", 0, "nothing to repeat"),
    .init("a{2,1}", 1, "numbers out of order"),
    .init("a{,2}", 1, "no first number; a quantifier in PCRE2 10.43"),
    .init("a{ 1,2 }", 1, "spaces; a quantifier in PCRE2 10.43"),
    .init("a{", 1, "lone brace"),
    .init("a}", 1, "lone brace"),
    .init("a]", 1, "lone bracket"),
    .init("^*", 1, "an assertion cannot be repeated"),
    .init(#"\b+"#, 2, "an assertion cannot be repeated"),
    .init("(?=a)*", 5, "a lookahead cannot be repeated"),
    .init("(?<=a)?", 6, "a lookbehind cannot be repeated"),
    .init("\\", 0, "ends with a backslash"),
    .init(#"\u12"#, 0, "too few digits"),
    .init(#"\x4"#, 0, "too few digits"),
    .init(#"\u{110000}"#, 0, "no code point"),
    .init(#"\u{}"#, 0, "no digits"),
    .init(#"\c1"#, 0, "no letter"),
    .init(#"\01"#, 0, "octal"),
    .init(#"[\1]"#, 1, "octal in a class"),
    .init(#"(a)\2"#, 3, "no such capture"),
    .init(#"\k<a>"#, 0, "no such name"),
    .init(#"\k"#, 2, "no name"),
    .init("(?<>a)", 2, "empty name"),
    .init("(?<1>a)", 3, "a name cannot start with a digit"),
    .init("(?<a", 2, "name never closed"),
    .init("(?<a>x)(?<a>y)", 7, "both groups take part"),
    .init(#"(?<\x61>a)"#, 3, "wrong escape in a name"),
    .init(#"\-"#, 0, "an unnecessary escape"),
    .init(#"\_"#, 0, "an unnecessary escape"),
    .init(#"\e"#, 0, "an escape without a meaning"),
    .init(#"\p{Greek}"#, 0, "a script needs its property's name"),
    .init(#"\p{lu}"#, 0, "names are matched exactly"),
    .init(#"\pL"#, 0, "braces are needed"),
    .init(#"\p{L"#, 0, "braces must be closed"),
    .init(#"\p{Script=}"#, 0, "no script"),
    .init(#"\p{Block=Greek}"#, 0, "no property of ECMA-262"),
    .init("😀(", 1, "offsets count code points"),
    .init("(?i)(", 0, "the first error"),
  ]

  private static let otherDialects: [RejectedRow] = [
    .init("a++", 2, "possessive"),
    .init("(?>a)", 0, "atomic"),
    .init("(?i)a", 0, "flags in the middle"),
    .init("(?#a)", 0, "comment"),
    .init("(?|a)", 0, "branch reset"),
    .init("(?P<n>a)", 0, "Python's named group"),
    .init("(?'n'a)", 0, "Perl's named group"),
    .init("(?R)", 0, "recursion"),
    .init("(?1)", 0, "recursion"),
    .init("(?(1)a)", 0, "conditional"),
    .init("(?C1)", 0, "callout"),
    .init("(*ACCEPT)", 1, "verb"),
    .init("(*UTF)a", 1, "verb"),
    .init(#"\Qa\E"#, 0, "quoting"),
    .init(#"\Aa"#, 0, "start"),
    .init(#"a\z"#, 1, "end"),
    .init(#"a\Z"#, 1, "end"),
    .init(#"\G"#, 0, "last match"),
    .init(#"\K"#, 0, "match reset"),
    .init(#"\R"#, 0, "line end"),
    .init(#"\X"#, 0, "grapheme cluster"),
    .init(#"\N"#, 0, "not a line feed"),
    .init(#"\h"#, 0, "blanks"),
    .init(#"\C"#, 0, "byte"),
    .init(#"\o{12}"#, 0, "octal"),
    .init(#"(a)\g1"#, 3, "Perl's backreference"),
    .init("[[:alpha:]]", 10, "the class ends at the first bracket"),
  ]

  private static let unsupported: [RejectedRow] = [
    .init("a(?i:b)", .unsupported, 1, "2025: modifiers"),
    .init("(?s-m:.)", .unsupported, 0, "2025: modifiers"),
    .init(#"^(?:(a)|b)*\1$"#, .unsupported, 11, "each iteration resets the capture"),
    .init(#"(?:(a)?b\1)*"#, .unsupported, 8, "each iteration resets the capture"),
    .init(#"(a*)*\1"#, .unsupported, 5, "an empty iteration"),
    .init(#"(?:(?=(a)))?\1"#, .unsupported, 12, "an empty iteration with a lookahead"),
    .init(#"(?=((?:a??)*))\1b"#, .unsupported, 14, "an empty iteration changes the first match"),
    .init(#"(a)(?<=\1)"#, .unsupported, 7, "a reference in a lookbehind"),
    .init(#"(?<=(a|ab))\1"#, .unsupported, 11, "a capture that can match in several ways"),
    .init(#"(?<=(\w){2})\1"#, .unsupported, 12, "iterations run from right to left"),
    .init("(?<=^a*)b", .unsupported, 6, "an unbounded lookbehind"),
    .init("(?<=^(?:a|bc){9})", .unsupported, 0, "too many alternatives"),
    .init(
      "a(?<=" + String(repeating: "(?:", count: 21) + String(repeating: ")", count: 21) + ")",
      .unsupported, 1, "a lookbehind nested too deeply"),
    .init("(?:ab){65536}", .unsupported, 6, "too many repetitions"),
    .init("(?:a{60000}){60000}", .unsupported, 0, "too large for PCRE2"),
    .init(#"\p{Bidi_Mirrored}"#, .unsupported, 0, "other members in PCRE2"),
    .init(#"[\p{ExtPict}]"#, .unsupported, 1, "other members in PCRE2"),
    .init(#"\p{scx=Common}"#, .unsupported, 0, "other members in PCRE2"),
    .init(#"\p{CWKCF}"#, .unsupported, 0, "unknown to PCRE2"),
    .init(
      String(repeating: "(", count: 200) + String(repeating: ")", count: 200), .unsupported, 50,
      "nested too deeply"),
    .init(String(repeating: "a", count: 40_000), .unsupported, 32_768, "too long"),
  ]
}
