import SchemaDocuments
import Testing

@Suite("Patterns in plain English")
struct PatternReadingTests {
  static let readings: [(pattern: String, text: String)] = [
    ("^abc$", #"The whole text is: "abc"."#),
    ("^a", #"The text starts with: "a"."#),
    ("a$", #"The text ends with: "a"."#),
    ("a", #"Somewhere in the text there is: "a"."#),
    ("", "Somewhere in the text there is: nothing."),
    ("^$", "The whole text is: nothing."),
    ("^[a-z]$", "The whole text is: a–z."),
    ("^[a-c]$", #"The whole text is: "a", "b" or "c"."#),
    ("^[^a-z]+$", "The whole text is: one or more of any character but a–z."),
    ("^.{3}$", "The whole text is: 3 of any character but a line terminator."),
    (#"^\d{2,4}$"#, "The whole text is: 2 to 4 of 0–9."),
    (#"^\w*$"#, #"The whole text is: any number of a–z, A–Z, 0–9 or "_"."#),
    (#"^\S+$"#, "The whole text is: one or more of any character but white space."),
    ("^(?:ab){2}$", #"The whole text is: twice "ab"."#),
    ("^(ab)?c$", #"The whole text is: optionally "ab", then "c"."#),
    ("^(-|_)$", #"The whole text is: "-" or "_"."#),
    ("^(cat|dog)s?$", #"The whole text is: (either "cat" or "dog"), then optionally "s"."#),
    ("^a+?$", #"The whole text is: one or more of "a" (as few as possible)."#),
    (
      #"^(?<q>['"]).*\k<q>$"#,
      """
      The whole text is: '"' or "'" (called "q"), then any number of any character but a line \
      terminator, then what "q" matched, once more.
      """
    ),
    (#"^(a)\1$"#, #"The whole text is: "a", then what group 1 matched, once more."#),
    (
      "^(?!-)[a-z-]+(?<!-)$",
      """
      The whole text is: a place not before "-", then one or more of a–z or "-", then a place not \
      behind "-".
      """
    ),
    (#"\bx\B"#, #"Somewhere in the text there is: a word's edge, then "x", then no word's edge."#),
    (
      #"^\p{Lu}\P{Script=Greek}$"#,
      #"The whole text is: \p{Lu}, then anything but \p{Script=Grek}."#
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
      Somewhere in the text there is: either (the start of the text, then "a") or ("b", then the \
      end of the text).
      """
    ),
  ]

  @Test(arguments: readings)
  func reading(pattern: String, text: String) {
    #expect(PatternReference(pattern).reading.text == text)
  }

  static let notes: [(pattern: String, count: Int, why: String)] = [
    (#"^\s$"#, 2, "white space and the end"),
    ("^a$", 1, "the end"),
    ("^a", 1, "no end, and anything may follow"),
    ("a", 1, "anything may stand around it"),
    ("^(a|b$)", 2, "an end inside, and not at the end of all"),
  ]

  @Test(arguments: notes)
  func countOfNotes(pattern: String, count: Int, why: String) {
    #expect(PatternReference(pattern).reading.notes.count == count, "\(why)")
  }

  @Test func aWrongPatternSaysSo() {
    let reference = PatternReference("(")
    #expect(reference.syntax == nil)
    #expect(reference.reading.text.hasPrefix("The pattern is not valid: "))
  }
}
