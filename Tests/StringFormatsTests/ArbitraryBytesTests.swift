import StringFormats
import Testing

@Suite("Arbitrary bytes")
struct ArbitraryBytesTests {
  @Test(
    "Every format gives a verdict, whether or not they are UTF-8", arguments: StringFormat.allCases)
  func nothingTraps(_ format: StringFormat) {
    let fragments = [
      "xn--", "99999999", "@", "[", "IPv6:", "::", "1.", "P1Y", "T", "{", "%4", "~", "\\", "\"",
      "(?<",
      "\u{300}", "\u{200C}", "א", "٠", "字", "\u{10FFFF}",
    ].map { Array($0.utf8) }
    var state: UInt64 = 1
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<random(below: 12) {
        // Half of the parts are single bytes, which break scalars and begin others.
        let index = random(below: 2 * fragments.count)
        bytes += index < fragments.count ? fragments[index] : [UInt8(random(below: 256))]
      }
      let first = unsafe bytes.withUnsafeBytes { unsafe format.accepts(validUTF8: $0) }
      let second = unsafe bytes.withUnsafeBytes { unsafe format.accepts(validUTF8: $0) }
      #expect(first == second)
    }
  }
}
