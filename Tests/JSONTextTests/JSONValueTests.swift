import JSONText
import Testing

@Suite("Trees and their JSON text")
struct JSONValueTests {
  @Test(arguments: [
    #"{"a":[1,-2.5e3,true,false,null,"x"],"b":{},"c":[],"d":[[],{}]}"#, #""""#, "0", "[]", "{}",
    #"["\"\\\n\r\t\u0001\u007f"]"#,
  ])
  func compactTextRoundTrips(_ text: String) throws {
    var writer = JSONWriter()
    writer.value(try JSONValue(parsing: Array(text.utf8)))
    #expect(writer.text == text)
  }

  @Test func prettyText() throws {
    var writer = JSONWriter(pretty: true)
    writer.value(try JSONValue(parsing: Array(#"{"a":[1,{"b":2}],"c":{},"d":[]}"#.utf8)))
    #expect(
      writer.text == """
        {
          "a": [
            1,
            {
              "b": 2
            }
          ],
          "c": {},
          "d": []
        }
        """)
  }

  @Test func consecutiveLines() {
    var writer = JSONWriter()
    for number in 1...2 {
      writer.beginObject()
      writer.name("n")
      writer.integer(number)
      writer.endObject()
      writer.newline()
    }
    #expect(writer.text == "{\"n\":1}\n{\"n\":2}\n")
  }

  @Test func escapesAreResolved() throws {
    let value = try JSONValue(parsing: Array(#"["\u0041\uD83D\uDE00\/\b\f\\\"é"]"#.utf8))
    #expect(value == .array([.string("A\u{1F600}/\u{8}\u{C}\\\"é")]))
  }

  @Test func membersAreFoundByTheirBytes() throws {
    let value = try JSONValue(parsing: Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8))
    #expect(value["\u{E9}"] == .number("2"))
    #expect(value["e"] == nil)
  }

  @Test(arguments: [
    (#""\u00e9""#, "\"\u{E9}\"", true, "an escape"),
    ("\"e\u{301}\"", "\"\u{E9}\"", false, "NFD and NFC"),
    ("{\"e\u{301}\":1}", "{\"\u{E9}\":1}", false, "NFD and NFC in a name"),
    ("\"\u{212B}\"", "\"\u{C5}\"", false, "two code points for the same letter"),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, false, "the order of members"),
    ("1", "1.0", false, "the spelling of a number"),
    ("[null,true]", "[ null , true ]", true, "whitespace"),
    ("1", #""1""#, false, "a number and a text"),
  ])
  func equality(_ one: String, _ two: String, _ areEqual: Bool, _ reason: Comment) throws {
    let (one, two) = (
      try JSONValue(parsing: Array(one.utf8)), try JSONValue(parsing: Array(two.utf8))
    )
    #expect((one == two) == areEqual, reason)
    #expect((one.hashValue == two.hashValue) == areEqual, reason)
    #expect(Set([one, two]).count == (areEqual ? 1 : 2), reason)
  }

  @Test func faultsAreReported() {
    #expect(throws: JSONValue.ReadError.malformed(JSONFault(.trailingComma, at: 2))) {
      try JSONValue(parsing: Array("[1,]".utf8))
    }
    #expect(throws: JSONValue.ReadError.limitExceeded(.depth)) {
      try JSONValue(
        parsing: Array(
          (String(repeating: "[", count: 600) + String(repeating: "]", count: 600)).utf8))
    }
  }

  @Test func wholeNumbers() throws {
    let rows: [(String, Bool, String)] = [
      ("1", true, "no point"), ("-0", true, "minus zero"), ("1.0", true, "a zero after the point"),
      ("1.50", false, "a half"), ("1.50e1", true, "shifted by its exponent"),
      ("1.55e1", false, "not far enough"), ("10e-1", true, "shifted back onto zeros"),
      ("15e-1", false, "shifted back too far"),
      ("0.0e-99999999999999999999", true, "zero is whole"),
      ("1e-99999999999999999999", false, "an exponent beyond any machine type"),
      ("1.5e99999999999999999999", true, "a positive exponent beyond any machine type"),
      ("100e-2", true, "as many zeros as the exponent"), ("100e-3", false, "one zero too few"),
      ("0.10e1", true, "a leading zero"), ("1200.00e-2", true, "zeros on both sides"),
    ]
    for (text, isWhole, reason) in rows {
      let bytes = Array(text.utf8)
      unsafe bytes.withUnsafeBytes { bytes in
        var cursor = unsafe JSONCursor(unsafeBytes: bytes)
        #expect((try? cursor.scanNumber()) == isWhole, "\(text): \(reason)")
        #expect(cursor.isAtEnd)
      }
    }
  }
}
