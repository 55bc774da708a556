import JSONText

extension JSONValue {
  /// Bytes that are equal for two values if and only if JSON Schema considers the values equal: members in the order
  /// of their names, and one spelling of each number.
  ///
  /// https://json-schema.org/draft/2020-12/json-schema-core#section-4.2.2
  var canonicalBytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(canonical)
    return writer.bytes
  }

  private var canonical: JSONValue {
    switch self {
    case .object(let members):
      // Compare bytes, because canonically equivalent names are different names.
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      return .object(sorted.map { Member(name: $0.name, value: $0.value.canonical) })
    case .array(let elements): return .array(elements.map(\.canonical))
    case .number(let text): return .number(Self.canonicalSpelling(ofNumber: text))
    case .string, .boolean, .null: return self
    }
  }

  /// A number as an integer without a zero at its end, times a power of ten, such as `-25e-2` for `-0.250`.
  ///
  /// Exponents beyond ±10¹⁸ count as ±10¹⁸.
  static func canonicalSpelling(ofNumber text: String) -> String {
    let parts = text.utf8.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 | 0x20 == UInt8(ascii: "e") })
    let decimal = (parts.first ?? text.utf8[...]).split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let whole = (decimal.first ?? text.utf8[...]).drop { $0 == UInt8(ascii: "-") }
    let fraction = decimal.count > 1 ? Array(decimal[1]) : []
    var digits = Array((Array(whole) + fraction).drop { $0 == UInt8(ascii: "0") })
    guard !digits.isEmpty else { return "0" }
    var exponent = (parts.count > 1 ? Self.exponent(parts[1]) : 0) - fraction.count
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      exponent += 1
    }
    return "\(isNegative ? "-" : "")\(String(decoding: digits, as: UTF8.self))e\(exponent)"
  }

  private static func exponent(_ text: Substring.UTF8View) -> Int {
    let largest = 1_000_000_000_000_000_000
    var value = 0
    for byte in text where byte >= UInt8(ascii: "0") {
      value = min(min(value, largest / 10) * 10 + Int(byte - UInt8(ascii: "0")), largest)
    }
    return text.first == UInt8(ascii: "-") ? -value : value
  }
}
