import Testing

@testable import ECMARegex

/// A pattern, a subject, the verdict of ECMA-262, and the topic of the row.
struct BehaviourRow: Sendable, Identifiable, CustomTestStringConvertible {
  let source: String
  let subject: String
  let verdict: MatchResult
  let reason: String

  init(_ source: String, _ subject: String, _ verdict: MatchResult, _ reason: String) {
    self.source = source
    self.subject = subject
    self.verdict = verdict
    self.reason = reason
  }

  var id: String { "\(source) \(subject.debugDescription)" }
  var testDescription: String { "/\(source)/u on \(subject.debugDescription): \(reason)" }
}

extension Pattern.Engine {
  /// Every combination, by name.
  static let all: [(name: String, engine: Self)] = [
    ("machine code", Self()),
    ("machine code for UTF-8", Self(usesCodeForASCII: false)),
    ("interpreter", Self(usesJIT: false)),
    ("interpreter for UTF-8", Self(usesJIT: false, usesCodeForASCII: false)),
  ]
}

@Suite("Verdicts")
struct BehaviourTests {
  @Test("Every engine gives ECMA-262's verdict", arguments: rows)
  func verdict(_ row: BehaviourRow) throws {
    for (name, engine) in Pattern.Engine.all {
      let pattern = try Pattern(row.source, engine: engine)
      #expect(pattern.match(row.subject) == row.verdict, "\(name)")
    }
  }

  @Test(
    "node agrees with every row",
    .enabled(if: NodeOracle.installed != nil, "\(NodeOracle.skipReason)"))
  func nodeAgrees() throws {
    let node = try #require(NodeOracle.installed)
    // ECMA-262 allows two alternatives with the same name since its edition of 2025.
    let rows = Self.rows.filter { !$0.reason.hasPrefix("2025") }
    let answers = try node.answers(
      to: rows.map { .init(pattern: $0.source, subjects: [$0.subject]) })
    for (row, answer) in zip(rows, answers) {
      let expected = NodeOracle.Answer.verdicts([row.verdict == .match ? .match : .noMatch])
      #expect(answer == expected, "\(row.testDescription)")
    }
  }

  @Test("No row is repeated")
  func rowsAreDistinct() {
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
  }

  static let rows = documented + classes + references + lookarounds + engine

  private static let documented: [BehaviourRow] = [
    .init("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "a-b c", .match, "`name`"),
    .init("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "a\u{FEFF}b", .match, "U+FEFF is whitespace"),
    .init("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "a\u{85}b", .noMatch, "U+0085 is not whitespace"),
    .init(
      "^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "a\u{180E}b", .noMatch, "U+180E is not whitespace"),
    .init("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "ab\n", .noMatch, "`$` is the very end"),
    .init("^[a-zA-Z0-9]+((-|\\s)[a-zA-Z0-9]+)*$", "a--b", .noMatch, "one separator"),
    .init("^([a-zA-Z0-9-_]+)\\/$", "a-_/", .match, "`prefix`"),
    .init("^([a-zA-Z0-9-_]+)\\/$", "ab/\n", .noMatch, "`$` is the very end"),
    .init(
      #"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#, "A\u{2028}[b]; `c`", .match, "`description`"),
    .init(#"^[a-zA-Z0-9.,?\s\\/'"()[\];`%^&*\-_:!]+$"#, "a@b", .noMatch, "no at sign"),
  ]

  private static let classes: [BehaviourRow] = [
    .init("^.$", "\r", .noMatch, "a line terminator"),
    .init("^.$", "\u{2029}", .noMatch, "a line terminator"),
    .init("^.$", "\u{85}", .match, "NEL is not a line terminator"),
    .init("^.$", "\u{0B}", .match, "the vertical tab is not a line terminator"),
    .init("^.$", "😀", .match, "one code point"),
    .init("^[^x]$", "😀", .match, "one code point"),
    .init("^[^]$", "\n", .match, "any scalar"),
    .init("[]", "a", .noMatch, "no scalar"),
    .init(#"^\v$"#, "\n", .noMatch, "one scalar only"),
    .init(#"^\d$"#, "\u{663}", .noMatch, "ASCII digits only"),
    .init(#"^\w$"#, "é", .noMatch, "ASCII word characters only"),
    .init(#"^\W$"#, "é", .match, "a letter beyond ASCII is not a word character"),
    .init(#"\bé"#, "é", .noMatch, "a letter beyond ASCII has no boundary"),
    .init(#"^\B$"#, "", .match, "no boundary in the empty string"),
    .init("^[[:alpha:]$", "[", .match, "no POSIX class"),
    .init("^[[:alpha:]$", "b", .noMatch, "no POSIX class"),
    .init(#"^\u{1F600}$"#, "😀", .match, "code point escape"),
    .init(#"^\ud83d\ude00$"#, "😀", .match, "surrogate pair"),
    .init(#"^\ud83d"#, "😀", .noMatch, "an unpaired surrogate is not part of a code point"),
    .init(#"^[\ud83d\ude00]$"#, "😀", .match, "surrogate pair in a class"),
    .init("^\u{0}$", "\u{0}", .match, "NUL in both"),
    .init(#"^a\0b$"#, "a\u{0}b", .match, "NUL in the subject"),
    .init(#"^\p{Lu}+$"#, "AΩ", .match, "category"),
    .init(#"^\p{Script=Greek}+$"#, "aΩ", .noMatch, "script"),
    .init(#"^[^\P{Lu}]$"#, "A", .match, "two negations"),
    .init(#"^\p{Assigned}$"#, "\u{378}", .noMatch, "unassigned"),
    .init(#"^[\p{L}-]$"#, "-", .match, "a hyphen at the end"),
  ]

  private static let references: [BehaviourRow] = [
    .init(#"^(a)?b\1+$"#, "b", .match, "a repeated reference without text"),
    .init(#"^(a)?b\1{2,3}?$"#, "b", .match, "counted and lazy"),
    .init(#"^\1(a)$"#, "a", .match, "before its capture"),
    .init(#"^(a\1)$"#, "a", .match, "inside its capture"),
    .init(#"^(?:(a)|b\1)+$"#, "ab", .match, "in the other alternative"),
    .init(#"^(?:(a)|b\1)+$"#, "aba", .match, "an unset capture leaves the reference empty"),
    .init(#"^(?:(a)|b\1)+$"#, "abab", .match, "each time"),
    .init(#"^(?:(a)\1){0}(b)(c)\2(?:\3){0}$"#, "bcb", .match, "captures that are omitted"),
    .init(#"^(?<n>a)\k<n>$"#, "aa", .match, "by name"),
    .init(#"^(?<x>a)\k<\u{78}>$"#, "aa", .match, "a name with an escape"),
    .init("^(?<\u{E9}>a)(?<e\u{301}>b)\\k<e\u{301}>$", "abb", .match, "two names, one in NFD"),
    .init(#"^(?:(?<n>a)|(?<n>b))\k<n>$"#, "bb", .match, "2025: one name, two alternatives"),
    .init(#"^(?:(?<n>a)|(?<n>b))\k<n>$"#, "ab", .noMatch, "2025: one name, two alternatives"),
    .init(#"^(a|b){2}\1$"#, "abb", .match, "the last iteration's text"),
    .init(#"^(a*)?\1$"#, "aa", .match, "an optional capture"),
    .init(#"^(?!(a)b)\1a$"#, "aa", .noMatch, "empty after a negative lookahead"),
    .init(#"^(?=(a+))a*b\1$"#, "aaba", .noMatch, "a lookahead keeps its first match"),
    .init(#"^(?=(a+))a*b\1$"#, "aabaa", .match, "a lookahead keeps its capture"),
  ]

  private static let lookarounds: [BehaviourRow] = [
    .init("(?<=a*b)c", "bc", .match, "a repetition cut to its minimum"),
    .init("(?<=^a{1,3})b", "aaab", .match, "after the start"),
    .init("(?<=^a{1,3})b", "aaaab", .noMatch, "after the start, too many"),
    .init("(?<!(?:a|bc)d)e", "bcde", .noMatch, "alternatives of two lengths"),
    .init(#"(?<=😀.)b"#, "😀ab", .match, "lengths in code points"),
    .init(#"(?<=([ab]))\1$"#, "abb", .match, "a capture in a lookbehind"),
    .init(#"(?<=(a)\1)b"#, "ab", .match, "right to left: the reference comes first"),
    .init("(?=(?:a|b){0})c", "c", .match, "PCRE2 would never match this"),
    .init(#"^(?:(?:a|^b){0}\d)$|x"#, "5", .match, "PCRE2 would anchor this"),
    .init(#"(?:a|^b){0}\d"#, "x5", .match, "PCRE2 would anchor this"),
  ]

  private static let engine: [BehaviourRow] = [
    .init("", "", .match, "the empty pattern"),
    .init("b", "abc", .match, "patterns are not anchored"),
    .init("^b", "a\nb", .noMatch, "`^` is the start of the subject only"),
    .init(#"\(\*UTF\)"#, "(*UTF)", .match, "no PCRE2 verb"),
    .init(#"\\Qa"#, #"\Qa"#, .match, "no quoting"),
    .init(#"^\$\{a\}"#, "${a}", .match, "escaped braces"),
    .init("^(?:a?){3}$", "aa", .match, "empty iterations that are required"),
    .init("^(?:a*?)*?b", "aab", .match, "lazy and empty"),
    .init("[^a]*b$", "\u{10FFFF}b", .match, "the last scalar"),
    .init(#"\B"#, "Z😀9", .noMatch, "not inside a code point"),
  ]
}
