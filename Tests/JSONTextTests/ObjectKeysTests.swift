import JSONText
import Testing

@Suite("Names of large objects")
struct ObjectKeysTests {
  /// Sizes near the one at which an object gets a hash table, and near those at which the table grows.
  @Test(arguments: [1, 2, 16, 63, 64, 65, 66, 127, 128, 129, 256, 1000, 100_000])
  func duplicateAtTheEnd(count: Int) {
    let members = (0..<count).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(JSONText.check(Array("{\(members)}".utf8)) == .wellFormed)
    for twice in Set([0, count / 2, count - 1]) {
      let document = "{\(members),\"k\(twice)\":0}"
      let first = (0..<twice).reduce(1) { $0 + "\"k\($1)\":0,".utf8.count }
      #expect(
        JSONText.check(Array(document.utf8))
          == malformed(.duplicateKey(firstOffset: first), at: members.utf8.count + 2))
    }
  }

  /// Nested large objects share one table, and each restores the state of its outer object.
  @Test func largeObjectsInsideLargeObjects() {
    let inner = "{" + (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",") + "}"
    let middle = "{" + (0..<40).map { "\"k\($0)\":\(inner)" }.joined(separator: ",") + "}"
    let members = (0..<40).map { "\"k\($0)\":\(middle)" }.joined(separator: ",")
    #expect(JSONText.check(Array("{\(members)}".utf8)) == .wellFormed)
    guard
      case .malformed(let fault) = JSONText.check(Array("{\(members),\"k7\":0}".utf8)),
      case .duplicateKey = fault.reason
    else {
      Issue.record("the outer object's names were lost")
      return
    }
  }

  @Test func escapedNamesInALargeObject() {
    let members = (0..<100).map { "\"\\u006b\($0)\":0" }.joined(separator: ",")
    #expect(JSONText.check(Array("{\(members)}".utf8)) == .wellFormed)
    guard case .malformed(let fault) = JSONText.check(Array("{\(members),\"k99\":0}".utf8)) else {
      Issue.record("an escaped name is not recognised")
      return
    }
    #expect(fault.offset == members.utf8.count + 2)
  }

  /// A workspace in which a fault left open objects starts the next document afresh.
  @Test func scratchIsCleanAfterAFault() {
    var scratch = JSONScratch()
    let limits = JSONLimits()
    let broken = Array(#"{"a":{"b":[{"c":"#.utf8)
    let good = Array(#"{"a":{"b":[{"c":1}]}}"#.utf8)
    for _ in 0..<3 {
      _ = unsafe broken.withUnsafeBytes {
        unsafe JSONText.check($0, limits: limits, scratch: &scratch)
      }
      let verdict = unsafe good.withUnsafeBytes {
        unsafe JSONText.check($0, limits: limits, scratch: &scratch)
      }
      #expect(verdict == .wellFormed)
    }
  }

  private func check(_ text: String, _ scratch: inout JSONScratch) -> JSONText.Verdict {
    unsafe Array(text.utf8).withUnsafeBytes {
      unsafe JSONText.check($0, limits: JSONLimits(), scratch: &scratch)
    }
  }

  /// Names that are equal for a careless hash or comparison, each twice in its own object.
  @Test(arguments: [
    ("", "\\u0000", "nothing and a zero byte"), ("a", "a\\u0000", "zeros at the end"),
    ("a\\u0000", "a\\u0000\\u0000", "more of them"), ("e\u{301}", "\u{E9}", "NFD and NFC"),
    ("abcdefgh", "abcdefg", "up to a word"), ("abcdefgh", "abcdefghi", "more than a word"),
    ("abcdefghijklmnop", "abcdefghijklmno", "16 bytes and 15"),
    ("abcdefghijklmnop", "abcdefghijklmnopq", "16 bytes and 17"),
    ("abcdefghijklmnopqrst", "abcdefghijklmnopqrsu", "20 bytes, the last"),
    ("abcdefghijklmnopqrst", "bbcdefghijklmnopqrst", "20 bytes, the first"),
    ("abcdefghijklmnopabcdefghijklmnop", "abcdefghijklmnop", "a block again"),
    ("\u{212B}", "\u{C5}", "two code points for the same letter"),
  ])
  func differentNames(_ one: String, _ two: String, _ reason: Comment) {
    #expect(JSONText.check(Array("{\"\(one)\":0,\"\(two)\":0}".utf8)) == .wellFormed, reason)
    for name in [one, two] {
      let text = "{\"\(one)\":0,\"\(two)\":0,\"\(name)\":0}"
      guard case .malformed(let fault) = JSONText.check(Array(text.utf8)),
        case .duplicateKey = fault.reason
      else {
        Issue.record("\(name) is not found: \(reason)")
        continue
      }
    }
  }

  /// Names constructed for known keys: with these keys, all names of up to eight bytes have the hash 0.
  @Test(arguments: [1, 63, 64, 65, 66, 255, 256, 257, 258, 1000, 100_000])
  func namesThatCollide(count: Int) {
    var scratch = JSONScratch()
    scratch.keys = ObjectKeys(hash: KeyedHash(keys: 0, 0, 0))
    let members = (0..<count).map { "\"\($0)\":0" }.joined(separator: ",")
    for _ in 0..<2 {
      #expect(
        check("[{\(members)},{\"a\":{\(members)},\"b\":{\(members)}}]", &scratch) == .wellFormed)
      // Near 257, the hashes are replaced.
      let places = [0, 255, 256, 257, 258, 259, count - 1].filter { $0 < min(count, 1000) }
      for twice in places + [count / 2] {
        let first = (0..<twice).reduce(1) { $0 + "\"\($1)\":0,".utf8.count }
        #expect(
          check("{\(members),\"\(twice)\":0}", &scratch)
            == malformed(.duplicateKey(firstOffset: first), at: members.utf8.count + 2))
      }
    }
  }

  @Test func memoryIsReleased() {
    var scratch = JSONScratch()
    let small = scratch.keys.byteCount
    let members = (0..<200_000).map { "\"\($0)\":0" }.joined(separator: ",")
    #expect(check("{\(members)}", &scratch) == .wellFormed)
    #expect(scratch.keys.byteCount == small)
    #expect(check("{\(members),\"7\":0}", &scratch) != .wellFormed)
    #expect(scratch.keys.byteCount == small)
    let deep = String(repeating: #"{"":"#, count: 100_000)
    #expect(check(deep, &scratch) != .wellFormed)
    #expect(scratch.keys.byteCount == small)
  }

  @Test func memoryOfUnescapedTextIsReleased() throws {
    let text = "\"\\n" + String(repeating: "a", count: 3_000_000) + "\""
    var scratch = JSONScratch()
    let small = scratch.byteCount
    try unsafe Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = unsafe JSONCursor(unsafeBytes: bytes)
      let token = try cursor.scanString()
      #expect(unsafe scratch.withUnescaped(token, from: cursor) { $0.count } == 3_000_001)
    }
    #expect(scratch.byteCount < small + 1_000_000)
  }

  /// Nested objects with few different names, some of them spelled with escapes.
  private struct RandomObjects {
    var random: SeededRandom
    var text: [UInt8] = []
    var fault: JSONFault?

    mutating func object(depth: Int, names: Int) {
      text.append(UInt8(ascii: "{"))
      var seen: [Int: Int] = [:]
      for index in 0..<random.below(names) {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        let name = random.below(names * names)
        if let first = seen[name] {
          if fault == nil { fault = JSONFault(.duplicateKey(firstOffset: first), at: text.count) }
        } else {
          seen[name] = text.count
        }
        let letter = random.oneIn(3) ? "\\u006e" : "n"
        let padding = String(repeating: "-", count: name % 20)
        text += Array("\"\(letter)\(padding)\(name)\":".utf8)
        if depth > 0 && random.oneIn(4) {
          object(depth: depth - 1, names: names)
        } else {
          text.append(UInt8(ascii: "0"))
        }
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  @Test(arguments: [3, 12, 40, 150]) func randomObjects(names: Int) {
    var scratch = JSONScratch()
    var good = 0
    for seed in 0..<200 {
      var objects = RandomObjects(random: SeededRandom(seed: UInt64(seed)))
      objects.object(depth: names < 100 ? 3 : 1, names: names)
      let verdict = check(String(decoding: objects.text, as: UTF8.self), &scratch)
      #expect(verdict == objects.fault.map { .malformed($0) } ?? .wellFormed, "seed \(seed)")
      good += objects.fault == nil ? 1 : 0
    }
    #expect(good > 5 && good < 195)
  }
}
