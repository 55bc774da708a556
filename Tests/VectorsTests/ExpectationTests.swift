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

  @Test("findings are sorted by code points, equivalent ones too")
  func order() {
    let findings = ["/e\u{301}", "/\u{E9}", "/e"].map { Finding($0, "type") }
    #expect(findings.sorted() == [findings[2], findings[0], findings[1]])
  }
}
