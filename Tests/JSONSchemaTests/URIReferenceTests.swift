import Testing

@testable import JSONSchema

@Suite("References between schemas as URIs")
struct URIReferenceTests {
  /// https://www.rfc-editor.org/rfc/rfc3986#section-5.4
  static let examples = [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"),
    ("g;x?y#s", "http://a/b/c/g;x?y#s"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
    ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
    ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"),
    ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
    (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"),
    ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
    ("g;x=1/../y", "http://a/b/c/y"), ("g?y/./x", "http://a/b/c/g?y/./x"),
    ("g?y/../x", "http://a/b/c/g?y/../x"), ("g#s/./x", "http://a/b/c/g#s/./x"),
    ("http:g", "http:g"),
  ]

  @Test("the examples of RFC 3986", arguments: examples)
  func example(_ reference: String, _ expected: String) {
    #expect(Self.resolve(reference, "http://a/b/c/d;p?q") == expected)
  }

  @Test(arguments: [
    ("b.json", "schemas/a.json", "schemas/b.json", "the path of a file is a base"),
    ("../b.json", "schemas/a.json", "b.json", "out of its directory"),
    ("../../b.json", "schemas/a.json", "../b.json", "beyond the start of the path"),
    ("b.json", "", "b.json", "no base at all"),
    ("#a", "", "#a", "the same text"),
    ("#a", "urn:uuid:1", "urn:uuid:1#a", "a name in a text with a URN"),
    ("urn:x:y", "http://a/b", "urn:x:y", "a URN is absolute"),
    ("g", "http://a", "http://a/g", "a host without a path"),
    ("file:///a/b", "http://a/b", "file:///a/b", "an empty host"),
    ("1:2", "http://a/b", "http://a/1:2", "a scheme starts with a letter"),
  ])
  func base(_ reference: String, _ base: String, _ expected: String, _ reason: Comment) {
    #expect(Self.resolve(reference, base) == expected, reason)
  }

  @Test(arguments: [
    ("HTTP://EXAMPLE.com/A", "http://example.com/A", "case does not matter in scheme and host"),
    ("http://U@H/", "http://U@H/", "case matters before the @"),
    ("http://a/%7eb%2f", "http://a/~b%2F", "unreserved characters are decoded, digits uppercase"),
    ("http://a/é b", "http://a/%C3%A9%20b", "characters that a URI cannot contain are encoded"),
    ("http://a/%", "http://a/%", "a percent sign alone is kept"),
    ("http://a/%4", "http://a/%4", "an incomplete escape is kept"),
  ])
  func normalForm(_ text: String, _ expected: String, _ reason: Comment) {
    #expect(URIReference(text).absolute.text == expected, reason)
  }

  @Test(
    arguments: [
      ("#", "", "an empty fragment means the whole text"),
      ("a", "", "no fragment means the whole text too"),
      ("#/a%25b~1c", "/a%b~1c", "escapes of the URI, not those of the pointer"),
      ("#%e2%82%ac", "€", "several bytes"),
      ("#%zz%", "%zz%", "no escapes"),
      ("#%ff", nil, "not UTF-8"),
    ] as [(String, String?, Comment)])
  func fragment(_ text: String, _ expected: String?, _ reason: Comment) {
    #expect(URIReference(text).decodedFragment == expected, reason)
  }

  private static func resolve(_ reference: String, _ base: String) -> String {
    let resolved = URIReference(reference).resolved(against: URIReference(base))
    let fragment = resolved.fragment.map { "#" + String(decoding: $0, as: UTF8.self) }
    return resolved.absolute.text + (fragment ?? "")
  }
}
