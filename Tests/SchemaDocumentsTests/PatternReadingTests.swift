import SchemaDocuments
import Testing

@Suite("Patterns in plain English")
struct PatternReadingTests {
  static let readings: [(pattern: String, text: String)] = [
    ("^abc$", #"The whole text is: "abc"."#),
    ("^a", #"The text starts with: "a"."#),
    ("a$", #"The text ends with: "a"."#),
    ("a", #"The text contains: "a"."#),
    ("", "The text contains: nothing."),
    ("^$", "The whole text is: nothing."),
    ("^[a-z]$", "The whole text is: a–z."),
    ("^[a-c]$", #"The whole text is: "a", "b" or "c"."#),
    ("^[^a-z]+$", "The whole text is: one or more of any character except a–z."),
    ("^.{3}$", "The whole text is: 3 of any character except a line terminator."),
    (#"^\d{2,4}$"#, "The whole text is: 2 to 4 of 0–9."),
    (#"^\w*$"#, #"The whole text is: any number of a–z, A–Z, 0–9 or "_"."#),
    (#"^\S+$"#, "The whole text is: one or more of any character except whitespace."),
    ("^(?:ab){2}$", #"The whole text is: twice "ab"."#),
    ("^(ab)?c$", #"The whole text is: optionally "ab", then "c"."#),
    ("^(-|_)$", #"The whole text is: "-" or "_"."#),
    ("^(cat|dog)s?$", #"The whole text is: (either "cat" or "dog"), then optionally "s"."#),
    ("^a+?$", #"The whole text is: one or more of "a" (as few as possible)."#),
    (
      #"^(?<q>['"]).*\k<q>$"#,
      """
      The whole text is: '"' or "'" (named "q"), then any number of any character except a line \
      terminator, then the text of "q" again.
      """
    ),
    (#"^(a)\1$"#, #"The whole text is: "a", then the text of group 1 again."#),
    (
      "^(?!-)[a-z-]+(?<!-)$",
      """
      The whole text is: a position not followed by "-", then one or more of a–z or "-", then a \
      position not preceded by "-".
      """
    ),
    (#"\bx\B"#, #"The text contains: a word boundary, then "x", then a non-word boundary."#),
    (
      #"^\p{Lu}\P{Script=Greek}$"#,
      #"The whole text is: \p{Lu}, then anything except \p{Script=Grek}."#
    ),
    (#"^[\u{1F600}-\u{1F64F}]$"#, "The whole text is: U+1F600–U+1F64F."),
    (
      "^[A-z]$",
      #"The whole text is: a–z, A–Z, "[", "\", "]", "^", "_" or "`"."#
    ),
    ("^[é]$", "The whole text is: \"é\" (U+00E9)."),
    (#"^\t$"#, "The whole text is: U+0009."),
    (
      "^a|b$",
      """
      The text contains: either (the start of the text, then "a") or ("b", then the \
      end of the text).
      """
    ),
  ]

  @Test(arguments: readings)
  func reading(pattern: String, text: String) {
    #expect(PatternReference(pattern).reading.text == text)
  }

  static let notes: [(pattern: String, count: Int, why: String)] = [
    (#"^\s$"#, 2, "whitespace and the end"),
    ("^a$", 1, "the end"),
    ("^a", 1, "no end anchor, so anything may follow"),
    ("a", 1, "anything may surround it"),
    ("^(a|b$)", 2, "an end anchor inside instead of at the end"),
  ]

  @Test(arguments: notes)
  func countOfNotes(pattern: String, count: Int, why: String) {
    #expect(PatternReference(pattern).reading.notes.count == count, "\(why)")
  }

  @Test func wrongPatternIsReported() {
    let reference = PatternReference("(")
    #expect(reference.syntax == nil)
    #expect(reference.reading.text.hasPrefix("The pattern is not valid: "))
  }
}
