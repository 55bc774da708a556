import Testing

@testable import Mutation

@Suite("Documents rewritten")
struct RewritingTests {
  /// A table of the reader or of values with some documents, and what becomes of them.
  static let rows: [(scope: RewritingRule.Scope, row: String, from: String, to: String)] = [
    // A comma inside a string is none of the reader's.
    (.outsideStrings, #"commas → , → ;"#, #"{"a,b":[1,2]}"#, #"{"a,b":[1;2]}"#),
    (.outsideStrings, #"an escaped quote ends nothing → x → y"#, #"["\"x",x]"#, #"["\"x",y]"#),
    (.outsideStrings, #"members → ,(?&m)(?=\}) → "#, #"{"a":1,"b":{"c":[2,{}]}}"#, #"{"a":1}"#),
    (.strings, #"in strings → x → y"#, #"{"x":["x",x]}"#, #"{"y":["y",x]}"#),
    (.strings, #"a doubled backslash is no escape → \\n → N"#, #"["\\n","\n"]"#, #"["\\n","N"]"#),
    (.bytes, #"bytes → [\x80-\xFF] → ?"#, "\"é\"", "\"??\""),
    (
      .bytes,
      #"more than there was → a → aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"#,
      "a", String(repeating: "a", count: 80)
    ),
    (.bytes, "nothing to replace → z → y", "abc", "abc"),
  ]

  @Test("change what their scope has", arguments: rows)
  func tables(_ row: (scope: RewritingRule.Scope, row: String, from: String, to: String)) {
    let rule = RewritingRule(row.scope, cells: RewritingTable.cells(of: row.row))
    #expect(
      String(decoding: rule(Array(row.from.utf8)), as: UTF8.self) == row.to, "\(row.row)")
  }

  @Test("come from tables whose sections repeat their rows for items and fill in parameters")
  func sections() {
    let table = RewritingTable(
      Array(
        """
        ; A comment.
        [marks, bytes, for one=1 two=2]
        «item» as «mark» → «value» → «mark»
        ; Another section.
        [words, texts]
        left out → x
        [marks, strings]
        last
        """.utf8))
    let rules = table.rules("marks", ["mark": "m"])
    #expect(rules.map(\.name) == ["one as m", "two as m", "last"])
    #expect(rules.map(\.scope) == [.bytes, .bytes, .strings])
    #expect(String(decoding: rules[1](Array("123".utf8)), as: UTF8.self) == "1m3")
    #expect(table.cells("words") == [["left out", "x", ""]])
    #expect(table.rules("missing").isEmpty)
  }

  @Test("say where a pattern does not compile")
  func broken() {
    #expect(RewritingRule(.bytes, cells: ["a", "("]).name == "a" + RewritingRule.brokenMark)
  }

  @Test("change texts with their escapes resolved, names and values distinguished")
  func texts() {
    let bytes = RewritingRule.rewritingTexts(
      of: Array(#"{"a\u0062" : "\u0041\n", "x":"\ud83d"}"#.utf8)
    ) {
      text, isName in isName ? text : text.lowercased()
    }
    // What is not a text stays.
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a\u0062" : "a\n", "x":"\ud83d"}"#)
  }

  /// Changes of texts by name.
  static let changes: [(name: String, from: String, to: String)] = [
    ("trimmed", "\u{FEFF} a b\n", "a b"), ("trimmed at the end", " a ", " a"),
    ("chomped", "a\r\n", "a"),
    ("without one final LF", "a\n\n", "a\n"), ("in small letters", "ÀK", "àk"),
    ("cut to 100", String(repeating: "é", count: 101), String(repeating: "é", count: 100)),
    ("with runs of white space as one", "a \t b", "a b"),
    ("with dashes as hyphens", "a\u{2013}b", "a-b"),
    ("cut at a null character", "a\u{0}b", "a"),
  ]

  @Test("change texts as their names say", arguments: changes)
  func change(_ row: (name: String, from: String, to: String)) throws {
    let rules = ["common", "others"].flatMap { RewritingTable.texts.rules($0) }
    let rule = try #require(rules.first { $0.name == row.name })
    #expect(rule(row.from) == row.to)
  }
}
