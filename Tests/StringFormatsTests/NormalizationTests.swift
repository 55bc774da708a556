import Foundation
import StringFormats
import Testing

/// The verdicts depend on the standard library ordering strings by their NFC.
@Suite("Normalization of labels")
struct NormalizationTests {
  @Test("A one-letter label is rejected in its decomposed form")
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
