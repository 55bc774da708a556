import StringFormats
import Testing

/// A text, a format's verdict on it, and the clause or argument for the verdict.
struct FormatRow: Sendable, Identifiable, CustomTestStringConvertible {
  let format: StringFormat
  let text: String
  let reason: String

  init(_ format: StringFormat, _ text: String, _ reason: String) {
    self.format = format
    self.text = text
    self.reason = reason
  }

  // By its bytes, because canonically equivalent texts are different rows.
  var id: [UInt8] { [format.rawValue] + text.utf8 }
  var testDescription: String { "\(format) \(text.prefix(80).debugDescription): \(reason)" }
}

@Suite("Formats of strings")
struct StringFormatTests {
  static let accepted =
    dates + durations + addresses + mailboxes + references + pointers + hosts
    + contents
  static let rejected =
    noDates + noDurations + noAddresses + noMailboxes + noReferences + noPointers + noHosts
    + noContents

  @Test("Accepted texts", arguments: accepted)
  func accepts(_ row: FormatRow) {
    #expect(row.format.accepts(row.text))
  }

  @Test("Rejected texts", arguments: rejected)
  func rejects(_ row: FormatRow) {
    #expect(!row.format.accepts(row.text))
  }

  @Test("No row is repeated, and each format has accepted and rejected rows")
  func rowsAreDistinct() {
    let rows = Self.accepted + Self.rejected
    #expect(Set(rows.map(\.id)).count == rows.count)
    for format in StringFormat.allCases {
      #expect(Self.accepted.contains { $0.format == format }, "\(format)")
      #expect(Self.rejected.contains { $0.format == format }, "\(format)")
    }
  }
}
