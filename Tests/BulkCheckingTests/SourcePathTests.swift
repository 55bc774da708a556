import BulkChecking
import Testing

@Suite("Paths")
struct SourcePathTests {
  /// A path's bytes and its name in reports.
  static let names: [(bytes: [UInt8], name: String, reason: String)] = [
    (Array("a/é.json".utf8), "a/é.json", "UTF-8 stands for itself"),
    ([0x61, 0xFF], #"a\xFF"#, "any other byte is its number"),
    ([0x61, 0xFE], #"a\xFE"#, "so that no two names are the same"),
    ([0xC3], #"\xC3"#, "a character that is cut off"),
    ([0xE2, 0x82, 0x61], #"\xE2\x82a"#, "byte by byte"),
    (Array(#"a\b"#.utf8), #"a\b"#, "a backslash that cannot be mistaken"),
    (Array(#"a\xFF"#.utf8), #"a\\xFF"#, "one that can"),
    (Array(#"a\\xFF"#.utf8), #"a\\\\xFF"#, "two"),
    ([0x5C, 0xFF], #"\\\xFF"#, "one before a byte that is escaped"),
    (Array(#"a\"#.utf8), #"a\"#, "one at the end"),
  ]

  @Test("The description of a path identifies its bytes", arguments: names)
  func name(bytes: [UInt8], name: String, reason: String) {
    #expect(SourcePath(bytes).description == name, "\(reason)")
    #expect(Self.decoded(name) == bytes, "\(reason)")
  }

  @Test("Descriptions can be converted back to bytes")
  func reversible() {
    let alphabet: [UInt8] = [0x5C, 0x78, 0x46, 0xFF, 0xC3, 0xA9, 0x61]
    var paths: [[UInt8]] = [[]]
    for _ in 0..<3 { paths += paths.flatMap { path in alphabet.map { path + [$0] } } }
    for path in paths { #expect(Self.decoded(SourcePath(path).description) == path) }
  }

  /// Reads a name as docs/output.md says.
  private static func decoded(_ name: String) -> [UInt8] {
    var rest = Array(name.utf8)[...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "\\") {
        rest.removeFirst()
        bytes.append(byte)
      } else if rest.first == UInt8(ascii: "x"),
        let number = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        rest.removeFirst(3)
        bytes.append(number)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
