import Testing

@Suite("A declared schema")
struct NoteExampleTests {
  @Test func notes() throws {
    #expect(try problems(in: ##"{"title":"x","colour":"#00ff7f"}"##) == [])
    #expect(
      try problems(in: #"{"title":"","colour":"red"}"#) == [
        "/title must have at least 1 code point; it has 0",
        "/colour must match the pattern ^#[0-9a-f]{6}$",
      ])
  }
}
