import JSONText
import Testing

@Suite("Lines and columns")
struct SourceIndexTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let line: Int
    let column: Int
    let testDescription: String

    init(_ text: String, _ offset: Int, _ line: Int, _ column: Int, _ reason: String) {
      self.text = text
      self.offset = offset
      self.line = line
      self.column = column
      testDescription = reason
    }
  }

  static let rows: [Row] = [
    Row("", 0, 1, 1, "an empty text has a first line"),
    Row("ab", 1, 1, 2, "columns start at 1"),
    Row("ab", 2, 1, 3, "the end is after the last column"),
    Row("ab", 99, 1, 3, "an offset beyond the end is the end"),
    Row("a\nb", 1, 1, 2, "a line feed belongs to the line that it ends"),
    Row("a\nb", 2, 2, 1, "after a line feed"),
    Row("a\r\nb", 3, 2, 1, "CRLF ends one line, not two"),
    Row("a\rb", 2, 2, 1, "CR alone ends a line"),
    Row("a\r\rb", 3, 3, 1, "two CRs end two lines"),
    Row("a\n\rb", 3, 3, 1, "LF followed by CR ends two lines"),
    Row("\u{E9}b", 2, 1, 2, "two bytes are one column"),
    Row("\u{1F600}b", 4, 1, 2, "four bytes are one column"),
    Row(
      "e\u{301}b", 3, 1, 3, "a combining mark has its own column: code points, not graphemes"),
    Row("a\u{2028}b", 4, 1, 3, "U+2028 does not end a line of a source file"),
  ]

  @Test(arguments: rows)
  func location(_ row: Row) {
    let bytes = Array(row.text.utf8)
    unsafe bytes.withUnsafeBytes { bytes in
      let index = unsafe SourceIndex(bytes)
      #expect(
        unsafe index.location(of: row.offset, in: bytes)
          == SourceLocation(line: row.line, column: row.column))
    }
  }

  /// With records at intervals, locations equal those counted from the start.
  @Test func longTextsAgreeWithCounting() {
    var bytes: [UInt8] = []
    var state: UInt32 = 1
    for _ in 0..<6000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      switch state >> 28 {
      case 0: bytes.append(0x0A)
      case 1: bytes.append(0x0D)
      case 2: bytes.append(contentsOf: [0x0D, 0x0A])
      case 3: bytes.append(contentsOf: "é".utf8)
      default: bytes.append(0x61)
      }
    }
    unsafe bytes.withUnsafeBytes { all in
      let index = unsafe SourceIndex(all)
      var expected = SourceLocation(line: 1, column: 1)
      for (offset, byte) in bytes.enumerated() {
        // The LF of a CRLF and the later bytes of a code point have no separate locations.
        if byte & 0xC0 == 0x80 || byte == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D {
          continue
        }
        #expect(unsafe index.location(of: offset, in: all) == expected)
        expected =
          byte == 0x0A || byte == 0x0D
          ? SourceLocation(line: expected.line + 1, column: 1)
          : SourceLocation(line: expected.line, column: expected.column + 1)
      }
    }
  }
}
