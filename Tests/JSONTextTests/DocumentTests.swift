import JSONText
import Testing

@Suite("Documents and RFC 8259")
struct DocumentTests {
  @Test(
    arguments: DocumentCase.accepted + DocumentCase.rejectedStructure
      + DocumentCase.rejectedStrings + DocumentCase.rejectedNames)
  func verdict(_ row: DocumentCase) {
    #expect(JSONText.check(row.bytes) == row.verdict)
  }

  /// A document with every construct, truncated at any byte, is malformed and never traps.
  @Test func everyPrefixIsMalformed() {
    let document = Array(
      #" {"a":[1,-2.5e+3,true,false,null,"x\n\uD83D\uDE00é"],"b":{"c":{}},"d":[]} "#.utf8)
    let end = document.count - 1
    for length in 0..<end {
      guard case .malformed = JSONText.check(Array(document[..<length])) else {
        Issue.record("the first \(length) bytes are accepted as a document")
        continue
      }
    }
    #expect(JSONText.check(document) == .wellFormed)
  }

  /// Whatever byte is at whatever position of a document, there is a verdict and no trap.
  @Test func everyByteAtEveryOffset() {
    let document = Array(#"{"a":[1.5e3,"\u0041\uD83D\uDE00é"],"bc":null}"#.utf8)
    for place in document.indices {
      for byte in UInt8.min...UInt8.max {
        var changed = document
        changed[place] = byte
        if changed == document { continue }
        if case .limitExceeded = JSONText.check(changed) { Issue.record("no limit is near") }
      }
    }
  }

  /// The special bytes of a string are found at every position relative to the blocks of 16 and 32 bytes and to the
  /// document's end.
  @Test(arguments: [0, 12, 13, 14, 28, 29, 30, 100])
  func specialBytesAtEveryDistance(padding: Int) {
    for distance in 0..<100 {
      let start = 2 + distance
      func check(_ rest: [UInt8]) -> JSONText.Verdict {
        let plain = [UInt8](repeating: 0x61, count: distance)
        let end = Array("\"]".utf8) + [UInt8](repeating: 0x20, count: padding)
        return JSONText.check(Array("[\"".utf8) + plain + rest + end)
      }
      #expect(check([0x01]) == malformed(.controlCharacter, at: start))
      #expect(check([0xC0]) == malformed(.invalidUTF8, at: start))
      #expect(check(Array(#"\q"#.utf8)) == malformed(.invalidEscape, at: start))
      #expect(check(Array("é".utf8)) == .wellFormed)
      #expect(check([]) == .wellFormed)
      #expect(check([0x22]) == malformed(.expectedCommaOrBracket, at: start + 1))
    }
  }
}

@Suite("Limits of the reader")
struct LimitTests {
  @Test func depthAtTheLimit() {
    for depth in [1, 2, 63, 64, 65, 127, 128, 129, 512] {
      let limits = JSONLimits(depth: depth)
      let arrays = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      #expect(JSONText.check(Array(arrays.utf8), limits: limits) == .wellFormed)
      #expect(
        JSONText.check(Array("[\(arrays)]".utf8), limits: limits)
          == .limitExceeded(.depth, offset: depth))
      let objects =
        String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
      #expect(JSONText.check(Array(objects.utf8), limits: limits) == .wellFormed)
      #expect(
        JSONText.check(Array(#"[\#(objects)]"#.utf8), limits: limits)
          == .limitExceeded(.depth, offset: (depth - 1) * 5 + 1))
    }
  }

  /// Containers of both kinds, nested irregularly, close in the order in which they were opened.
  @Test func mixedContainersBeyondAMachineWord() {
    var opening = ""
    var closing = ""
    var state: UInt32 = 7
    for _ in 0..<500 {
      state = state &* 1_664_525 &+ 1_013_904_223
      opening += state >> 31 == 0 ? "[" : #"{"k":"#
      closing = (state >> 31 == 0 ? "]" : "}") + closing
    }
    #expect(JSONText.check(Array((opening + "0" + closing).utf8)) == .wellFormed)
    let crossed = closing.last == "]" ? "}" : "]"
    guard
      case .malformed = JSONText.check(Array((opening + "0" + closing.dropLast() + crossed).utf8))
    else {
      Issue.record("a container must not be closed by the other kind of bracket")
      return
    }
  }

  @Test func oneHundredThousandDeep() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(JSONText.check(deep) == malformed(.unexpectedEnd, at: 100_000))
    let closed = deep + [UInt8](repeating: UInt8(ascii: "]"), count: 100_000)
    #expect(JSONText.check(closed) == .limitExceeded(.depth, offset: 512))
    let objects = Array(String(repeating: #"{"a":"#, count: 100_000).utf8)
    #expect(JSONText.check(objects) == malformed(.unexpectedEnd, at: 500_000))
  }

  @Test func documentBytes() {
    let document = Array(#"["abc"]"#.utf8)
    let size = document.count
    #expect(JSONText.check(document, limits: JSONLimits(documentBytes: size)) == .wellFormed)
    #expect(
      JSONText.check(document, limits: JSONLimits(documentBytes: size - 1))
        == .limitExceeded(.documentBytes, offset: size - 1))
  }

  @Test func tenMegabytesOfOneToken() {
    let size = 10_000_000
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: size)
    let quote = [UInt8(ascii: "\"")]
    #expect(JSONText.check(quote + letters + quote) == .wellFormed)
    #expect(JSONText.check(quote + letters) == malformed(.unexpectedEnd, at: size + 1))
    #expect(JSONText.check([UInt8](repeating: UInt8(ascii: "7"), count: size)) == .wellFormed)
    #expect(
      JSONText.check([UInt8](repeating: 0x20, count: size)) == malformed(.emptyDocument, at: size))
  }
}
