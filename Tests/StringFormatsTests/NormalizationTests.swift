import Foundation
import StringFormats
import Testing

/// That the standard library orders strings by their NFC, on which the verdicts rely.
@Suite("Normalization of labels")
struct NormalizationTests {
  @Test("A label of one letter is rejected in its decomposed form")
  func decomposedLettersAreRejected() {
    var count = 0
    for value in UInt32(0x80)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let letter = String(Character(scalar))
      let decomposed = letter.decomposedStringWithCanonicalMapping
      guard decomposed.unicodeScalars.count > 1, StringFormat.idnHostname.accepts(letter) else {
        continue
      }
      count += 1
      #expect(!StringFormat.idnHostname.accepts(decomposed), "\(String(value, radix: 16))")
    }
    #expect(count > 10_000)
  }
}
