/// Builds character classes of patterns.
enum ClassText {
  static let letters = "abcdefghijklmnopqrstuvwxyz"
  static let alphanumerics = Array((letters + letters.uppercased() + "0123456789").unicodeScalars)
  static let ascii = (UInt8(0)..<128).map { Unicode.Scalar($0) }
  /// The 25 code points of `\s`.
  static let whiteSpace: [Unicode.Scalar] =
    ([0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680] + Array(0x2000...0x200A)
    + [0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF]).compactMap { Unicode.Scalar($0 as UInt32) }

  static let whiteSpaceSet = Set(whiteSpace)

  /// A member of a class, escaped by its number where it is no letter or digit.
  static func escaped(_ scalar: Unicode.Scalar) -> String {
    if alphanumerics.contains(scalar) { return String(scalar) }
    return "\\u{" + String(scalar.value, radix: 16) + "}"
  }

  /// The inside of a class of these members.
  static func of(_ scalars: [Unicode.Scalar]) -> String {
    scalars.map(escaped).joined()
  }

  /// How ids and summaries name a character.
  static func name(_ scalar: Unicode.Scalar) -> String {
    "U+" + String(scalar.value, radix: 16, uppercase: true)
  }
}
