import JSONText
import Testing

@Suite("JSON Pointer")
struct JSONPointerTests {
  /// The examples of RFC 6901 section 5, and names for which comparing Swift's Characters would be wrong.
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

  /// The examples of RFC 6901 section 6, and names with other characters.
  @Test(arguments: [
    ("", "#"), ("/foo/0", "#/foo/0"), ("/", "#/"), ("/a~1b", "#/a~1b"), ("/c%d", "#/c%25d"),
    ("/e^f", "#/e%5Ef"), ("/g|h", "#/g%7Ch"), ("/i\\j", "#/i%5Cj"), ("/k\"l", "#/k%22l"),
    ("/ ", "#/%20"), ("/m~0n", "#/m~0n"), ("/é", "#/%C3%A9"),
    ("/!$&'()*+,;=:@?", "#/!$&'()*+,;=:@?"),  // the other characters of a fragment
  ])
  func uriFragment(_ text: String, _ fragment: String) throws {
    #expect(try #require(JSONPointer(text)).uriFragment == fragment)
    #expect(JSONPointer(uriFragment: fragment)?.description == text)
  }

  /// Fragments that this library does not write, but others may.
  @Test(arguments: [
    ("#/c%25d", "/c%d"),  // a percent sign
    ("#/%6eame", "/name"),  // unnecessary encoding
    ("#/e%5ef", "/e^f"),  // lower-case digits
    ("#%2Fname", "/name"),  // the slash too
    ("#/a%7E1b", "/a~1b"),  // decoded first, unescaped after: one token
    ("#/!$&'()*+,;=:@?", "/!$&'()*+,;=:@?"),  // the other characters of a fragment
    ("#/%C3%A9", "/é"), ("#/e%CC%81", "/e\u{301}"),  // no normalization
  ])
  func readFragment(_ fragment: String, _ text: String) throws {
    let pointer = try #require(JSONPointer(uriFragment: fragment))
    #expect(Array(pointer.description.utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    "", "/name", "name",  // no fragment
    "#name", "#/~", "#/~2", "#%7E",  // a fragment, but not a pointer
    "#/%", "#/%4", "#/%4g", "#/%+1",  // an escape without its two digits
    "#/a b", "#/a\"b", "#/a^b", "#/a#b", "#/é", "#/a\n",  // characters that are not allowed
    "#/%C3", "#/%ED%A0%80", "#/%C0%80",  // not UTF-8: truncated, a surrogate, overlong
  ])
  func noFragment(_ text: String) {
    #expect(JSONPointer(uriFragment: text) == nil)
  }

  @Test(arguments: ["a", "a/b", "/~", "/~2", "/a~", "#/a"])
  func rejected(_ text: String) {
    #expect(JSONPointer(text) == nil)
  }

  /// Names that are equal as a `String` lead to different members.
  @Test func equalityIsByBytes() {
    let (nfd, nfc) = (JSONPointer.root.appending("e\u{301}"), JSONPointer.root.appending("\u{E9}"))
    #expect(nfd != nfc)
    #expect(Set([nfd, nfc, nfc]).count == 2)
  }
}
