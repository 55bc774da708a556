import ECMARegex
import Testing

/// A spelling that only a pattern without the u flag can have.
struct AnnexBRow: Sendable, Identifiable, CustomTestStringConvertible {
  let source: String
  /// The translation; nil if the spelling is rejected.
  let translation: String?
  let reason: String

  init(_ source: String, _ translation: String?, _ reason: String) {
    self.source = source
    self.translation = translation
    self.reason = reason
  }

  var id: String { source }
  var testDescription: String { "/\(source)/: \(reason)" }
}

@Suite("Annex B")
struct AnnexBTests {
  @Test("Spellings with only one meaning are accepted", arguments: rows)
  func reads(_ row: AnnexBRow) throws {
    #expect(throws: PatternError.self) { try Pattern(row.source) }
    guard let translation = row.translation else {
      let error = #expect(throws: PatternError.self) { try Pattern(row.source, grammar: .annexB) }
      #expect(error?.kind == .syntax)
      return
    }
    let pattern = try Pattern(row.source, grammar: .annexB)
    #expect(pattern.translation == translation)
    #expect(pattern.warnings.contains { $0.kind == .annexBSpelling })
  }

  @Test("A pattern that the u flag accepts is translated identically, without a warning")
  func strictPatterns() throws {
    for row in TranslationTests.rows {
      let pattern = try Pattern(row.source, grammar: .annexB)
      #expect(pattern.translation == row.translation)
      #expect(!pattern.warnings.contains { $0.kind == .annexBSpelling })
    }
  }

  @Test(
    "node accepts the same patterns without the u flag and gives the same verdicts",
    .enabled(if: NodeOracle.installed != nil, "\(NodeOracle.skipReason)"))
  func nodeAgrees() throws {
    let node = try #require(NodeOracle.installed)
    let subjects = [
      "", "-", "a-b", "_", "]", "a]", "{", "}", "{a}", "a{", "a", "b", "@", "\"", "'", "-a", "w",
      "x-",
      " ", ":", "é", "a{a}", "/users/{id}", "0",
    ]
    let rows = Self.rows.filter { $0.translation != nil }
    let answers = try node.answers(
      to: rows.map { .init(pattern: $0.source, flags: "", subjects: subjects) })
    for (row, answer) in zip(rows, answers) {
      let pattern = try Pattern(row.source, grammar: .annexB)
      let verdicts = subjects.map {
        pattern.match($0) == .match ? NodeOracle.Verdict.match : .noMatch
      }
      #expect(answer == .verdicts(verdicts), "\(row.testDescription)")
    }
  }

  static let rows: [AnnexBRow] = [
    .init(#"^a\-b$"#, #"^a\x{2d}b\z"#, "an escaped hyphen outside a class"),
    .init(#"^\_\@\"\'\:\ $"#, #"^\x{5f}\x{40}\x{22}\x{27}\x{3a}\x{20}\z"#, "escaped punctuation"),
    .init(#"^[\_\@]$"#, #"^[\x{40}\x{5f}]\z"#, "in a class too"),
    .init(#"\é"#, #"\x{e9}"#, "a letter that no escape uses"),
    .init("^a]$", #"^a\x{5d}\z"#, "a lone bracket"),
    .init("^[[:alpha:]]$", #"^[\x{3a}\x{5b}ahlp]\x{5d}\z"#, "a class and a lone bracket"),
    .init("^}$", #"^\x{7d}\z"#, "a lone brace"),
    .init("^/users/{id}$", #"^\x{2f}users\x{2f}\x{7b}id\x{7d}\z"#, "braces without a number"),
    .init("a{", #"a\x{7b}"#, "a brace that is never closed"),
    .init("}+", #"\x{7d}+"#, "a lookahead with a quantifier"),
    .init(#"^[\w-]]$"#, #"^[\x{2d}0-9A-Z\x{5f}a-z]\x{5d}\z"#, "a hyphen at the end"),
    .init(#"^[\w-.]+$"#, #"^[\x{2d}\x{2e}0-9A-Z\x{5f}a-z]+\z"#, "a hyphen after a class escape"),
    .init(#"^[+-\d]$"#, #"^[\x{2b}\x{2d}0-9]\z"#, "a hyphen before a class escape"),
    // A spelling with two meanings, or another part of the pattern that depends on the flag.
    .init("a{,2}", nil, "a quantifier in other dialects"),
    .init("a{ 1 }", nil, "a quantifier in other dialects"),
    .init("{1}", nil, "a quantifier that repeats nothing"),
    .init(#"\A"#, nil, "an anchor in other dialects"),
    .init(#"\h"#, nil, "a class in other dialects"),
    .init(#"\01"#, nil, "octal"),
    .init(#"\8"#, nil, "a reference without a capture"),
    .init(#"\c"#, nil, "a backslash and a letter, or a mistake"),
    .init(#"\x4"#, nil, "a letter and a digit, or a mistake"),
    .init("(?=a)*", nil, "a repeated lookahead"),
    .init(#"\-\u{61}"#, nil, "`u` 61 times without the flag"),
    .init(#"\-\p{L}"#, nil, "`p{L}` without the flag"),
    .init(#"\-[😀]"#, nil, "two halves without the flag"),
    .init(#"\-😀+"#, nil, "the second half repeated without the flag"),
    .init(#"\-[\ud83d\ude00]"#, nil, "two halves without the flag"),
    .init(#"\😀"#, nil, "an escaped half without the flag"),
    .init("(]", nil, "other errors stay errors"),
    .init("[b-a]]", nil, "other errors stay errors"),
    .init("a)}", nil, "other errors stay errors"),
  ]
}
