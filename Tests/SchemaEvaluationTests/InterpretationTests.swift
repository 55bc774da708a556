import ECMARegex
import JSONText
import SchemaRules
import Testing

@testable import SchemaEvaluation

@Suite("Interpretations")
struct InterpretationTests {
  static let schema = Schema(
    id: "note", title: "A note",
    root: .object(
      "A note.",
      [
        .required(
          "title", .string("Its title.", .minLength(2), .maxLength(3), .pattern("^\\S+(\\s\\S+)*$"))
        ),
        .optional("kind", .string("Its kind.", .oneOf("a", "b"))),
        .optional("text", .string("Its text.")),
        .optional(
          "secret", .object("Hidden.", [.optional("key", .string("A key."))], secret: true)),
      ]))

  struct Row: Sendable {
    let axis: String
    let alternative: String
    let document: String
    let expected: [String]
    let reason: String

    init(
      _ axis: String, _ alternative: String, _ document: String, _ expected: [String],
      _ reason: String
    ) {
      (self.axis, self.alternative, self.document) = (axis, alternative, document)
      (self.expected, self.reason) = (expected, reason)
    }
  }

  static let rows: [Row] = [
    Row("length-unit", "code-points", #"{"title":"😀"}"#, ["/title minLength"], "one code point"),
    Row("length-unit", "utf-16", #"{"title":"😀"}"#, [], "two code units"),
    Row("length-unit", "utf-8", #"{"title":"😀"}"#, ["/title maxLength"], "four bytes"),
    Row("length-unit", "graphemes", #"{"title":"éé́"}"#, [], "two grapheme clusters"),
    Row("regex-whitespace", "ecmascript", #"{"title":"a\ufeffb"}"#, [], "U+FEFF is whitespace"),
    Row("regex-whitespace", "unicode", #"{"title":"a\u0085b"}"#, [], "U+0085 is whitespace"),
    Row("regex-whitespace", "ascii-without-vt", #"{"title":"\u000bb"}"#, [], "U+000B is not"),
    Row("dollar", "end-only", #"{"title":"a\n"}"#, ["/title pattern"], "a line feed at the end"),
    Row("dollar", "before-final-newline", #"{"title":"a\n"}"#, [], "before a line feed at the end"),
    Row("dollar", "before-final-terminator", #"{"title":"a\r"}"#, [], "before any terminator"),
    Row("dollar", "any-line", #"{"title":"\na"}"#, [], "^ matches after a line feed"),
    Row("unknown-fields", "allow", #"{"title":"ab","x":1}"#, [], "an undeclared member"),
    Row(
      "unknown-fields", "reject", #"{"title":"ab","x":1}"#, ["/x additionalProperties"],
      "on its own pointer"),
    Row(
      "unknown-fields", "reject-at-parent", #"{"title":"ab","x":1}"#, [" additionalProperties"],
      "on the object's"),
    Row(
      "unknown-fields", "reject-hiding-names", #"{"title":"ab","x":1,"secret":{"y":1}}"#,
      ["/x additionalProperties", "/secret additionalProperties"], "hidden if it may be secret"),
    Row("empty-strings", "allow", #"{"title":"ab","text":""}"#, [], "a string"),
    Row(
      "empty-strings", "too-short", #"{"title":"ab","text":""}"#, ["/text minLength"], "too short"),
    Row("empty-strings", "as-absent", #"{"title":""}"#, ["/title required"], "missing"),
    Row(
      "type-and-enum", "type-alone", #"{"title":"ab","kind":1}"#, ["/kind type"], "its type alone"),
    Row(
      "type-and-enum", "both", #"{"title":"ab","kind":1}"#, ["/kind type", "/kind enum"],
      "both rules"),
    Row(
      "type-and-enum", "enum-alone", #"{"title":"ab","kind":1}"#, ["/kind enum"], "not in the list"),
  ]

  @Test("change the violations of documents", arguments: rows)
  func changes(_ row: Row) throws {
    let evaluator = try SchemaEvaluator(Self.schema)
    let interpretation = try #require(Interpretation().choosing(row.alternative, on: row.axis))
    let value = try JSONValue(parsing: Array(row.document.utf8))
    let violations = try #require(evaluator.violations(of: value, under: interpretation))
    #expect(
      violations.map { "\($0.pointer) \($0.keyword.rawValue)" } == row.expected, "\(row.reason)")
  }

  @Test("violations are in document order, and alternatives count only with their keyword")
  func order() throws {
    let evaluator = try SchemaEvaluator(Self.schema)
    let value = try JSONValue(parsing: Array(#"{"secret":{"key":1},"kind":"c"}"#.utf8))
    #expect(
      evaluator.violations(of: value)?.map { "\($0.pointer) \($0.keyword.rawValue)" } == [
        "/secret/key type", "/kind enum", "/title required",
      ])
  }

  static let patterns: [(source: String, texts: [String])] = [
    ("^(a|ab)(c|bcd)$", ["abcd", "ac", "abc", "abd"]), ("(?<=a)b", ["ab", "b", "cb"]),
    ("(?<!a)b", ["ab", "b", "cb"]), ("a(?=b)", ["ab", "ac"]), ("^(?!a)", ["ab", "ba", ""]),
    ("\\bword\\b", ["a word", "words", "word"]), ("\\Bx", ["ax", "x", " x"]),
    ("^a{2,3}$", ["a", "aa", "aaa", "aaaa"]),
    ("^(a*)*$", ["aaa", "b", ""]), ("^[^\\s]$", [" ", "a", "\u{FEFF}"]),
    ("^.$", ["\n", "a", "\u{2028}", "😀"]),
    ("^(?:a+)+$", ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "aaa"]), ("x*", ["", "y"]),
    ("", ["", "a"]),
  ]

  @Test("the plain matcher and the engine agree", arguments: patterns)
  func matching(_ given: (source: String, texts: [String])) throws {
    let pattern = try Pattern(given.source)
    let matcher = try #require(PlainMatcher(pattern.syntax, Interpretation()))
    for text in given.texts {
      #expect(matcher.matches(text) == (pattern.match(text) == .match), "\(text.debugDescription)")
    }
  }

  @Test(
    "patterns with properties or backreferences are left to the engine",
    arguments: ["\\p{L}", "(a)\\1"])
  func notPlain(_ source: String) throws {
    #expect(PlainMatcher(try Pattern(source).syntax, Interpretation()) == nil)
  }
}
