import Testing
import Vectors

@Suite("Expectations")
struct ExpectationTests {
  static let broken = [Finding("/b\u{E9}", "additionalProperties"), Finding("/a", "type")]

  static let answers: [(answer: Answer, isMet: Bool, reason: String)] = [
    (Answer(.invalid, broken), true, "the same rules"),
    (Answer(.invalid, broken.reversed()), true, "in any order"),
    (Answer(.invalid, Array(broken.prefix(1))), false, "one of them"),
    (Answer(.invalid, broken + broken), false, "twice"),
    (Answer(.invalid, [broken[0], Finding("/a", "enum")]), false, "another keyword"),
    (
      Answer(.invalid, [Finding("/be\u{301}", "additionalProperties"), broken[1]]), false,
      "a canonically equivalent name is another name"
    ),
    (Answer(.malformed), false, "another outcome"), (Answer(.valid), false, "another outcome"),
  ]

  @Test("findings are compared as a set, to the code point", arguments: answers)
  func findings(_ given: (answer: Answer, isMet: Bool, reason: String)) {
    #expect(
      Expectation.invalid(Self.broken).isMet(by: given.answer) == given.isMet, "\(given.reason)")
  }

  static let alternatives: [(answer: Answer, isMet: Bool, reason: String)] = [
    (
      Answer(.invalid, [Finding("/a", "anyOf"), Finding("/b", "type")]), true, "the keyword itself"
    ),
    (
      Answer(.invalid, [Finding("/a/c", "required"), Finding("/b", "type")]), true,
      "what an alternative lacks"
    ),
    (
      Answer(.invalid, [Finding("/a", "anyOf"), Finding("/a", "type"), Finding("/b", "type")]),
      true,
      "both"
    ),
    (Answer(.invalid, [Finding("/b", "type")]), false, "nothing at the place"),
    (Answer(.invalid, [Finding("/a", "anyOf")]), false, "without the other violation"),
    (Answer(.invalid, [Finding("/ab", "type"), Finding("/b", "type")]), false, "another place"),
  ]

  @Test("violated alternatives accept findings at or below their pointer", arguments: alternatives)
  func anyOfTheirFindings(_ given: (answer: Answer, isMet: Bool, reason: String)) {
    let expected = Vectors.Expectation.invalid([Finding("/a", "anyOf"), Finding("/b", "type")])
    #expect(expected.isMet(by: given.answer) == given.isMet, "\(given.reason)")
  }

  @Test("findings are sorted by code points, equivalent ones too")
  func order() {
    let findings = ["/e\u{301}", "/\u{E9}", "/e"].map { Finding($0, "type") }
    #expect(findings.sorted() == [findings[2], findings[0], findings[1]])
  }
}
