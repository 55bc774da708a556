import JSONText
import Testing

/// The steps of the cursor for callers that know what to expect stay within the document, whatever is requested.
@Suite("Steps of the cursor")
struct CursorStepTests {
  private func withCursor<Result>(
    _ text: String, at position: Int, _ body: (inout JSONCursor) -> Result
  ) -> Result {
    unsafe Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = unsafe JSONCursor(unsafeBytes: bytes)
      cursor.position = position
      return body(&cursor)
    }
  }

  @Test(arguments: [
    (#""abc","#, 0, 3, 5, "to after the quote"), (#""""#, 0, 0, 2, "an empty string"),
    (#""abc","#, 0, 2, nil, "no quote there"), (#""abc""#, 0, 4, nil, "right after the end"),
    (#""abc""#, 0, .max, nil, "a length that no document has"),
    (#""abc""#, 0, .min, nil, "a length that no document can have"),
    (#""abc""#, 5, 0, nil, "at the end"),
    ("", 0, 0, nil, "nothing there"),
  ])
  func skipPlainString(
    _ text: String, _ position: Int, _ length: Int, _ end: Int?, _ reason: Comment
  ) {
    withCursor(text, at: position) { cursor in
      let token = cursor.skipPlainString(ofLength: length)
      #expect(token?.byteRange.upperBound == end, reason)
      #expect(token.map(\.lengthInCodePoints) == end.map { _ in length }, reason)
      #expect(cursor.position == end ?? position, reason)
    }
  }

  @Test(arguments: [
    ("name", #""name":                "#, true, "the common case"),
    ("name", #""name" :               "#, false, "a space before the colon"),
    ("name", #""names":               "#, false, "a longer name"),
    ("name", #""name":1"#, false, "fewer than sixteen bytes: no answer"),
    ("thirteen-byte", #""thirteen-byte":"#, true, "all of the sixteen bytes"),
    ("thirteen-byte", #""thirteen-bytf":"#, false, "the last letter"),
    ("fourteen-bytes", #""fourteen-bytes":"#, true, "the first sixteen bytes of a longer one"),
    ("fourteen-bytes", #""fourteen-bytez":"#, false, "the last letter of these"),
    ("é", #""é":                      "#, true, "bytes beyond ASCII"),
    ("", #""":                        "#, true, "the empty name"),
  ])
  func nameAhead(_ name: String, _ text: String, _ isThere: Bool, _ reason: Comment) throws {
    let spelling = try #require(CanonicalToken(ofName: name))
    withCursor(text, at: 0) { cursor in
      #expect((cursor.wordsAhead.map(spelling.stands) ?? false) == isThere, reason)
    }
    #expect(spelling.count == name.utf8.count + 3)
  }

  @Test(
    "A container is skipped to its end, wherever it has a quote, an escape or a bracket",
    arguments: [
      (#"\\"#, "an escaped backslash"), (#"\""#, "an escaped quote"), (#"\\\"]"#, "both"),
      ("]}", "brackets in a string"), (#"",{"a":[1,"}"]},""#, "containers"), ("", "nothing"),
    ])
  func skipContainer(_ inside: String, _ reason: Comment) {
    // Blocks of 64 bytes: each position in the first two and in those after them.
    for padding in 0..<140 {
      let text = "[\"" + String(repeating: "a", count: padding) + inside + "\"]"
      withCursor("1," + text + #",2,"]"]"#, at: 2) { cursor in
        cursor.skipCheckedValue()
        #expect(cursor.position == 2 + text.utf8.count, "\(reason), \(padding)")
      }
      withCursor(String(text.dropLast()), at: 0) { cursor in
        cursor.skipCheckedValue()
        #expect(cursor.isAtEnd, "\(reason), unclosed, \(padding)")
      }
    }
  }

  @Test(arguments: 0..<70)
  func whitespaceAfterComma(_ count: Int) {
    for (text, space) in [("[1,", " "), ("[1,\n", " "), ("[1,", "\t")] {
      let text = text + String(repeating: space, count: count)
      withCursor(text + "2]", at: 2) { cursor in
        let continuation = try? cursor.continueArray()
        #expect(continuation == .another)
        #expect(cursor.position == text.utf8.count)
      }
    }
  }

  @Test(arguments: ["quo\"te", "back\\slash", "line\nfeed", "\u{0}"])
  func nameWithoutToken(_ name: String) {
    #expect(CanonicalToken(ofName: name) == nil)
  }

  @Test func strings() throws {
    // One byte more than for a name, because there is no colon.
    let spelling = try #require(CanonicalToken(ofString: "fourteen-bytes"))
    #expect(CanonicalToken(ofString: "fifteen-letters") == nil)
    withCursor(#"{"fourteen-bytes"}"#, at: 1) { cursor in
      #expect(cursor.wordsAhead.map(spelling.stands) == true)
    }
    withCursor(#"{"fourteen-bytes"}"#, at: 3) { #expect($0.wordsAhead == nil) }
    #expect(!spelling.stands(in: CanonicalToken.unmatchable.words))
  }
}
