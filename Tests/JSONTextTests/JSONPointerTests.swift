import JSONText
import Testing

@Suite("JSON Pointer")
struct JSONPointerTests {
  /// The examples of RFC 6901 section 5, and names that Swift's Characters would get wrong.
  @Test(arguments: [
    ([], ""), (["foo"], "/foo"), (["foo", "0"], "/foo/0"), ([""], "/"), (["a/b"], "/a~1b"),
    (["c%d"], "/c%d"), (["k\"l"], "/k\"l"), ([" "], "/ "), (["m~n"], "/m~0n"), (["~1"], "/~01"),
    (["\u{301}a", "b"], "/\u{301}a/b"), (["a~\u{301}"], "/a~0\u{301}"),
  ])
  func tokensAndText(_ tokens: [String], _ text: String) throws {
    let pointer = tokens.reduce(JSONPointer.root) { $0.appending($1) }
    #expect(pointer.description == text)
    #expect(pointer.tokens.map { Array($0.utf8) } == tokens.map { Array($0.utf8) })
    #expect(try #require(JSONPointer(text)) == pointer)
  }

  /// The examples of RFC 6901 section 6, and a name beyond ASCII.
  @Test(arguments: [
    ("", "#"), ("/foo/0", "#/foo/0"), ("/", "#/"), ("/a~1b", "#/a~1b"), ("/c%d", "#/c%25d"),
    ("/e^f", "#/e%5Ef"), ("/g|h", "#/g%7Ch"), ("/i\\j", "#/i%5Cj"), ("/k\"l", "#/k%22l"),
    ("/ ", "#/%20"), ("/m~0n", "#/m~0n"), ("/é", "#/%C3%A9"),
  ])
  func uriFragment(_ text: String, _ fragment: String) throws {
    #expect(try #require(JSONPointer(text)).uriFragment == fragment)
  }

  @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~", "#/a"])
  func rejected(_ text: String) {
    #expect(JSONPointer(text) == nil)
  }
}
