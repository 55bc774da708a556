/// A JSON number of any size, by its text.
package struct ExactNumber {
  private let text: [UInt8]

  /// Creates a number from its text, which must be a JSON number.
  package init(_ text: String) { self.text = Array(text.utf8) }

  /// Whether the number has no fractional part.
  package var isWhole: Bool { read { number, _ in number.isWhole } }

  /// Whether the number is written without a fraction and exponent, as draft 4 requires of integers.
  ///
  /// https://json-schema.org/draft-04/draft-zyp-json-schema-04#rfc.section.3.5
  package var isSpelledWhole: Bool {
    !text.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
  }

  /// The order of two numbers: negative, 0 or positive.
  package func compare(with other: ExactNumber) -> Int {
    read { number, cursor in
      other.read { JSONNumber.compare(number, in: cursor, with: $0, in: $1) }
    }
  }

  /// Whether the number divided by another is whole.
  package func isMultiple(of other: ExactNumber) -> Bool {
    read { number, cursor in
      other.read { number.isMultiple(of: $0, in: cursor, divisorIn: $1) }
    }
  }

  private func read<Result>(_ body: (JSONNumber, JSONCursor) -> Result) -> Result {
    // Sound: the cursor does not outlive the call.
    unsafe text.withUnsafeBytes { bytes in
      let cursor = unsafe JSONCursor(unsafeBytes: bytes)
      return body(JSONNumber(from: 0, to: text.count, in: cursor), cursor)
    }
  }
}
