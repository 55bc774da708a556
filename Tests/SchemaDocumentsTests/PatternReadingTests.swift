import SchemaDocuments
import Testing

@Suite("Patterns in plain English")
struct PatternReadingTests {
  static let readings: [(pattern: String, text: String)] = [
    ("^abc$", #"The whole text is: "abc"."#)
  ]

  @Test(arguments: readings)
  func reading(pattern: String, text: String) {
    #expect(PatternReference(pattern).reading.text == text)
  }
}
