import Testing

@testable import ECMARegex

/// A pattern is compiled a second time for ASCII subjects, without the parts that cannot match them.
@Suite("ASCII subjects")
struct ASCIITests {
  /// A pattern, the part of it that remains, and the reason.
  struct Row: Sendable, Identifiable, CustomTestStringConvertible {
    let id: String
    let translation: String
    let reason: String

    init(_ source: String, _ translation: String, _ reason: String) {
      id = source
      self.translation = translation
      self.reason = reason
    }

    var testDescription: String { "/\(id)/u: \(reason)" }
  }

  static let rows: [Row] = [
    .init("a", "a", "nothing to omit"),
    .init("é", "(?!)", "matches nowhere"),
    .init("é*a", "a", "repeating nothing matches the empty string"),
    .init("aé+", "a(?!)", "at least one repetition of nothing matches nowhere"),
    .init("aé?b", "ab", "an optional part that matches nothing"),
    .init("é{0,3}a{2}", "a{2}", "a bounded repetition of nothing"),
    .init("a|é", "a|(?!)", "an alternative that never matches"),
    .init("[aé]", "a", "one member is left"),
    .init("[a-ÿ]", #"[a-\x{7f}]"#, "a range is cut"),
    .init("[^a]", #"[\x{0}-\x{60}b-\x{7f}]"#, "a complement is cut"),
    .init("[^é]", ".", "all of ASCII is any character"),
    .init("[^]", ".", "any character stays any character"),
    .init(".", #"[\x{0}-\x{9}\x{b}\x{c}\x{e}-\x{7f}]"#, "two of four line terminators"),
    .init(#"\s"#, #"[\x{9}-\x{d}\x{20}]"#, "six of 25"),
    .init(#"\S"#, #"[\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{7f}]"#, "the others"),
    .init("(?<=é|a)b", "(?<=(?!)|a)b", "a lookbehind keeps its alternatives"),
    .init("(?!é)a", "(?!(?!))a", "a negative lookahead that always holds"),
    .init(#"(a|é)\1"#, #"(a|(?!))\g{1}"#, "a reference keeps its capture"),
    .init(#"(?<n>é)?\k<n>a"#, #"((?!))?\g{1}a"#, "a capture that is always empty"),
    .init("^é$", #"^(?!)\z"#, "anchors stay"),
    .init(#"\bé\B"#, #"\b(?!)\B"#, "boundaries stay"),
  ]

  @Test("Parts that match only characters beyond ASCII are omitted", arguments: rows)
  func leavesOut(_ row: Row) throws {
    var translator = try PatternTranslator(
      try #require(try Pattern(row.id).syntax.restrictedToASCII()))
    #expect(try translator.translate() == row.translation)
  }

  @Test("Both compiled forms give the same verdict on every short subject", arguments: rows)
  func agrees(_ row: Row) throws {
    let whole = try Pattern(row.id, engine: .init(usesCodeForASCII: false))
    let patterns = try Pattern.Engine.all.map { try Pattern(row.id, engine: $0.engine) }
    #expect(patterns[0].codeForASCII != nil)
    var subjects = [""]
    for _ in 0..<4 {
      subjects = subjects.flatMap { subject in
        "ab\n \u{7F}".unicodeScalars.map { subject + String($0) }
      }
      for subject in subjects {
        for pattern in patterns { #expect(pattern.match(subject) == whole.match(subject)) }
      }
    }
  }

  @Test("A subject with one character beyond ASCII is matched as UTF-8")
  func beyondASCII() throws {
    let pattern = try Pattern("^[aé]+$")
    for length in [0, 1, 15, 16, 17, 63, 64, 65] {
      let text = String(repeating: "a", count: length)
      #expect(pattern.match(text + "é") == .match)
      #expect(pattern.match("é" + text) == .match)
      #expect(pattern.match(text + "è") == .noMatch)
    }
  }

  @Test("Only the engine knows the members of a Unicode property")
  func properties() throws {
    #expect(try Pattern(#"\p{L}é"#).codeForASCII == nil)
    #expect(try Pattern(#"(?:a|[^\p{L}])*"#).codeForASCII == nil)
  }

  @Test("No pattern has two rows")
  func rowsAreDistinct() {
    #expect(Set(Self.rows.map(\.id)).count == Self.rows.count)
  }
}
