import Testing

@Suite("The README's example")
struct ReadmeExampleTests {
  @Test func answers() {
    #expect(answer(to: Array(TypedValueTests.request.utf8)) == "adding Offsite 1")
    #expect(
      answer(to: Array(#"{"name":"Example Backup Destination"}"#.utf8))
        == "/type is required\n/prefix is required\n/credentials is required")
  }
}
